import {
  BOOKING_STATUS_LABELS,
  type BookingStatus,
  DEPARTURE_STATE_LABELS,
  type DepartureState,
} from "@cho-lang/shared/domain/booking";
import type { CertificateState } from "@cho-lang/shared/domain/certification";
import { CERTIFICATE_STATE_LABELS } from "@cho-lang/shared/domain/certification";
import {
  PAYMENT_EVENT_STATE_LABELS,
  type PaymentEventState,
} from "@cho-lang/shared/domain/payment-event";
import { PRODUCER_STATUS_LABELS, type ProducerStatus } from "@cho-lang/shared/domain/producer";
import { ORDER_PROGRESS_LABELS, type OrderProgress } from "@cho-lang/shared/domain/purchase";
import { Badge, StatusBadge } from "@medusajs/ui";
import { useSay } from "../lib/language";
import { phrases } from "../lib/phrases";

const CERTIFICATE_COLORS = {
  submitted: "blue",
  rejected: "grey",
  in_force: "green",
  expiring: "orange",
  expired: "grey",
  revoked: "red",
} as const satisfies Record<CertificateState, string>;

export function CertificateBadge({ state }: { state: CertificateState }) {
  const say = useSay();
  return (
    <StatusBadge className="whitespace-nowrap" color={CERTIFICATE_COLORS[state]}>
      {say(CERTIFICATE_STATE_LABELS[state])}
    </StatusBadge>
  );
}

const PRODUCER_COLORS = {
  pending: "blue",
  open: "green",
  suspended: "red",
  closed: "grey",
} as const satisfies Record<ProducerStatus, string>;

export function ProducerBadge({ status }: { status: ProducerStatus }) {
  const say = useSay();
  return (
    <StatusBadge className="whitespace-nowrap" color={PRODUCER_COLORS[status]}>
      {say(PRODUCER_STATUS_LABELS[status])}
    </StatusBadge>
  );
}

const PROGRESS_COLORS = {
  to_confirm: "blue",
  to_pack: "orange",
  to_ship: "orange",
  shipped: "purple",
  delivered: "green",
  refused: "red",
  returned: "grey",
  booked: "blue",
  visited: "green",
  cancelled: "grey",
} as const satisfies Record<OrderProgress, string>;

export function ProgressBadge({ progress }: { progress: OrderProgress }) {
  const say = useSay();
  return (
    <StatusBadge className="whitespace-nowrap" color={PROGRESS_COLORS[progress]}>
      {say(ORDER_PROGRESS_LABELS[progress])}
    </StatusBadge>
  );
}

const BOOKING_COLORS = {
  ON_HOLD: "orange",
  CONFIRMED: "blue",
  REDEEMED: "green",
  CANCELLED: "grey",
  EXPIRED: "grey",
  EXPIRED_REFUND: "red",
} as const satisfies Record<BookingStatus, string>;

/** Where a booking stands; guests who stayed away are said so. */
export function BookingBadge(booking: { status: BookingStatus; is_no_show: boolean }) {
  const say = useSay();
  const { status, is_no_show } = booking;
  return (
    <StatusBadge className="whitespace-nowrap" color={is_no_show ? "red" : BOOKING_COLORS[status]}>
      {say(is_no_show ? phrases.noShow : BOOKING_STATUS_LABELS[status])}
    </StatusBadge>
  );
}

const DEPARTURE_COLORS = {
  open: "green",
  few: "orange",
  full: "blue",
  closed: "red",
  too_late: "grey",
  past: "grey",
} as const satisfies Record<DepartureState, string>;

export function DepartureBadge({ state }: { state: DepartureState }) {
  const say = useSay();
  return (
    <StatusBadge className="whitespace-nowrap" color={DEPARTURE_COLORS[state]}>
      {say(DEPARTURE_STATE_LABELS[state])}
    </StatusBadge>
  );
}

const PAYMENT_EVENT_COLORS = {
  new: "orange",
  done: "green",
  dead: "red",
} as const satisfies Record<PaymentEventState, string>;

export function PaymentEventBadge({ state }: { state: PaymentEventState }) {
  const say = useSay();
  return (
    <StatusBadge className="whitespace-nowrap" color={PAYMENT_EVENT_COLORS[state]}>
      {say(PAYMENT_EVENT_STATE_LABELS[state])}
    </StatusBadge>
  );
}

/** Marks what the demo invented. */
export function SampleBadge({ isDemo }: { isDemo: boolean }) {
  const say = useSay();
  return isDemo ? <Badge size="2xsmall">{say(phrases.sample)}</Badge> : null;
}
