import type { OrderStep } from "@cho-lang/shared/domain/purchase";
import { sql } from "drizzle-orm";
import type { OrderChange } from "./order-queries";
import { parcelDue } from "./rules";
import { type PurchaseOrder, purchaseOrder } from "./tables";

/** What a step of an order is told, besides which step it is. */
export interface StepDetails {
  at: Date;
  cancel_reason?: string;
  cancel_note?: string;
  refuse_reason?: string;
  refuse_note?: string;
  /** Of deliver: cash that did not come with the parcel; none unless said. */
  short?: { missing_vnd: number; note: string; reported_by: string };
}

const { due_vnd, collected_vnd, refunded_vnd, missing_vnd, written_off_vnd } = purchaseOrder;
const more = (column: typeof due_vnd, amount: number) => sql`${column} + ${amount}::bigint`;

/**
 * The columns that a step changes. Amounts that others change at the same time, such as the cash of
 * visits, are expressions.
 */
export function stepChange(
  before: PurchaseOrder,
  step: OrderStep,
  details: StepDetails,
): OrderChange {
  const { at, short } = details;
  const came_vnd = parcelDue(before) - (short?.missing_vnd ?? 0);
  const changes: Record<OrderStep, OrderChange> = {
    confirm: { confirmed_at: at },
    pack: { packed_at: at },
    ship: { shipped_at: at },
    deliver: {
      delivered_at: at,
      due_vnd: more(due_vnd, -came_vnd),
      collected_vnd: more(collected_vnd, came_vnd),
      missing_vnd: short?.missing_vnd ?? 0,
    },
    refuse: {
      refused_at: at,
      refuse_reason: details.refuse_reason ?? "other",
      refuse_note: details.refuse_note ?? "",
      due_vnd: more(due_vnd, -parcelDue(before)),
    },
    take_back: { returned_at: at },
    cancel: {
      cancelled_at: at,
      cancel_reason: details.cancel_reason ?? "other",
      cancel_note: details.cancel_note ?? "",
      due_vnd: 0,
      collected_vnd: 0,
      refunded_vnd: sql`${refunded_vnd} + ${collected_vnd}`,
    },
  };
  return changes[step];
}

/** The columns as they were before a step, whatever was collected of visits in the meantime. */
export function undoChange(before: PurchaseOrder, step: OrderStep): OrderChange {
  const whole_vnd = parcelDue(before);
  const changes: Record<OrderStep, OrderChange> = {
    confirm: { confirmed_at: null },
    pack: { packed_at: null },
    ship: { shipped_at: null },
    deliver: {
      delivered_at: null,
      due_vnd: sql`${due_vnd} - ${missing_vnd} + ${whole_vnd}::bigint`,
      collected_vnd: sql`${collected_vnd} + ${missing_vnd} + ${written_off_vnd}
        - ${whole_vnd}::bigint`,
      missing_vnd: 0,
      written_off_vnd: 0,
    },
    refuse: {
      refused_at: null,
      refuse_reason: null,
      refuse_note: null,
      due_vnd: more(due_vnd, whole_vnd),
    },
    take_back: { returned_at: null },
    cancel: {
      cancelled_at: null,
      cancel_reason: null,
      cancel_note: null,
      due_vnd: before.due_vnd,
      collected_vnd: before.collected_vnd,
      refunded_vnd: before.refunded_vnd,
    },
  };
  return changes[step];
}
