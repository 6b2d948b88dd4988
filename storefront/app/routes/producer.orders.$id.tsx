import { formatInstant } from "@cho-lang/shared/calendar";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { CANCEL_REASONS, cancelReasonLabel, progressLabel } from "@cho-lang/shared/domain/purchase";
import type { Language } from "@cho-lang/shared/language";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  DoneNotice,
  type PortalAnswer,
  RefusalNotice,
  useFocusOnAnswer,
} from "~/features/portal/answer";
import { CancelForm } from "~/features/portal/cancel-form";
import { DeedForm } from "~/features/portal/deed-form";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { takeStep } from "~/features/portal/order-action.server";
import { mayTake, nextDeed } from "~/features/portal/order-deed";
import { OrderHistory, OrderSums, Recipient } from "~/features/portal/order-facts";
import { PackingSlip, PrintButton } from "~/features/portal/packing-slip";
import { always } from "~/features/portal/revalidate";
import { ask } from "~/features/portal/session.server";
import { ShipForm } from "~/features/portal/ship-form";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";

/** Critical: the order. Another shop's order is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const path = `/producer/orders/${encodeURIComponent(params.id ?? "")}`;
  return critical(ask<ProducerOrder>(request, path));
}

export function action({ request, params }: ActionFunctionArgs) {
  return takeStep(request, params.id ?? "");
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.ordersTitle);

export default function Order() {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { producer } = useMe();
  const order = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  return (
    <>
      <div className="on-screen" ref={place}>
        <Link className="link tap small" to={href("/producer/orders")}>
          {portal.ordersTitle}
        </Link>
        <h1 className="t-page">{portal.orderTitle(order.number)}</h1>
        <p className="quiet">
          <span className="font-semibold text-muc">{progressLabel(order.progress, language)}</span>
          {" · "}
          {portal.placedAt(formatInstant(new Date(order.placed_at), language))}
        </p>
        <div className="mt-4">
          {answer ? null : <DoneNotice />}
          <RefusalNotice code={answer?.refusal} />
        </div>
        <NextDeed order={order} answer={answer} />
        <Recipient order={order} />
        <OrderSums order={order} />
        <OrderHistory order={order} />
        <Cancelling order={order} answer={answer} />
      </div>
      <PackingSlip order={order} from={producer.name} />
    </>
  );
}

type OrderProps = { order: ProducerOrder; answer: PortalAnswer | null };

/** The one thing to do now, and the slip that goes with the parcel. */
function NextDeed({ order, answer }: OrderProps) {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { actions } = useMe();
  const { id, number, progress, recipient, cancel_reason } = order;
  const deed = nextDeed(progress);
  const may = deed !== null && mayTake(deed, { progress, actions });
  const path = href(`/producer/orders/${id}`);
  const canPrint = order.has_parcel && progress !== "cancelled" && progress !== "delivered";
  return (
    <section className="next-deed" aria-label={portal.nextDeed}>
      <p className="mb-3">
        {portal.nextText[progress]}{" "}
        {cancel_reason ? portal.cancelledBecause(reasonText(cancel_reason, language)) : null}
      </p>
      {deed && !may ? <p className="quiet small">{portal.notYourRole}</p> : null}
      {may && deed === "ship" ? (
        <ShipForm orderId={id} answer={answer?.intent === "ship" ? answer : null} />
      ) : null}
      <div className="deeds">
        {may && deed && deed !== "ship" ? (
          <DeedForm orderId={id} deed={deed} returnTo={path} number={number} />
        ) : null}
        {recipient && canPrint ? <PrintButton label={portal.print} /> : null}
      </div>
    </section>
  );
}

function Cancelling({ order, answer }: OrderProps) {
  const { actions } = useMe();
  if (!mayTake("cancel", { progress: order.progress, actions })) return null;
  return (
    <div className="mt-10">
      <CancelForm orderId={order.id} answer={answer?.intent === "cancel" ? answer : null} />
    </div>
  );
}

/** A reason is one of ours in words, or what the operator wrote. */
function reasonText(reason: string, language: Language): string {
  const known = CANCEL_REASONS.find((each) => each === reason);
  return known ? cancelReasonLabel(known, language) : reason;
}
