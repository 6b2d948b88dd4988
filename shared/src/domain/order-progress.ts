import { type OrderProgress, type OrderStep, progressAfter } from "./purchase";

/** When each step of one producer's order was done; null while it was not. */
export interface OrderStamps {
  /** False for an order of visits only: `delivered_at` is then when the last guest had come. */
  has_parcel: boolean;
  confirmed_at: Date | null;
  packed_at: Date | null;
  shipped_at: Date | null;
  delivered_at: Date | null;
  /** The parcel was not taken at the door. */
  refused_at: Date | null;
  /** And is with the producer again. */
  returned_at: Date | null;
  cancelled_at: Date | null;
}

const STAMP_OF_STEP = {
  confirm: "confirmed_at",
  pack: "packed_at",
  ship: "shipped_at",
  deliver: "delivered_at",
  refuse: "refused_at",
  take_back: "returned_at",
  cancel: "cancelled_at",
} as const satisfies Record<OrderStep, keyof OrderStamps>;
type StampName = (typeof STAMP_OF_STEP)[OrderStep];

/** Where an order stands by its stamps. Cancelled wins; else the furthest step counts. */
export function progressOf(stamps: OrderStamps): OrderProgress {
  if (stamps.cancelled_at) return "cancelled";
  if (!stamps.has_parcel) return stamps.delivered_at ? "visited" : "booked";
  if (stamps.delivered_at) return "delivered";
  if (stamps.returned_at) return "returned";
  if (stamps.refused_at) return "refused";
  if (stamps.shipped_at) return "shipped";
  if (stamps.packed_at) return "to_ship";
  return stamps.confirmed_at ? "to_pack" : "to_confirm";
}

/**
 * What has happened to an order, oldest first, each entry with the state that it led to and its
 * instant (ISO 8601, UTC). An order that was only placed has one entry, `to_confirm` or `booked`.
 */
export function historyOf(
  stamps: OrderStamps & { placed_at: Date },
): { progress: OrderProgress; at: string }[] {
  const happened: [OrderProgress, Date | null][] = [
    [stamps.has_parcel ? "to_confirm" : "booked", stamps.placed_at],
    ["to_pack", stamps.confirmed_at],
    ["to_ship", stamps.packed_at],
    ["shipped", stamps.shipped_at],
    [stamps.has_parcel ? "delivered" : "visited", stamps.delivered_at],
    ["refused", stamps.refused_at],
    ["returned", stamps.returned_at],
    ["cancelled", stamps.cancelled_at],
  ];
  return happened.flatMap(([progress, at]) => (at ? [{ progress, at: at.toISOString() }] : []));
}

export type StepVerdict =
  | { kind: "do"; stamp: StampName; to: OrderProgress }
  /** The step was done before: nothing changes, the caller is answered as if it had just been. */
  | { kind: "repeat" }
  | { kind: "refuse"; code: string; message: string };

/**
 * Whether a step can be done now, was done before, or is refused with a stable code:
 * order_cancelled, order_already_shipped, order_already_visited, order_has_no_parcel,
 * order_not_confirmed, order_not_packed, order_not_shipped, order_already_delivered,
 * order_already_refused, order_not_refused.
 */
export function judgeStep(stamps: OrderStamps, step: OrderStep): StepVerdict {
  const progress = progressOf(stamps);
  const to = progressAfter(progress, step);
  if (to) return { kind: "do", stamp: STAMP_OF_STEP[step], to };
  if (progress === "cancelled") {
    return step === "cancel"
      ? { kind: "repeat" }
      : refuse("order_cancelled", "The order was cancelled; nothing more can be done with it.");
  }
  if (progress === "visited" && step === "cancel") {
    return refuse("order_already_visited", "The guests have come; it can't be cancelled now.");
  }
  if (!stamps.has_parcel) {
    return refuse("order_has_no_parcel", "Nothing of this order is sent: it is a visit.");
  }
  if (step === "cancel") {
    return refuse("order_already_shipped", "The parcel is on its way; it can't be cancelled now.");
  }
  if (stamps[STAMP_OF_STEP[step]]) return { kind: "repeat" };
  if (!stamps.confirmed_at) return refuse("order_not_confirmed", "Confirm the order first.");
  if (!stamps.packed_at) return refuse("order_not_packed", "Pack the order first.");
  if (!stamps.shipped_at) return refuse("order_not_shipped", "Ship the order first.");
  if (stamps.delivered_at) {
    return refuse("order_already_delivered", "The parcel was delivered; it can't come back now.");
  }
  if (step === "deliver") {
    return refuse("order_already_refused", "The parcel was not taken; it is on its way back.");
  }
  return refuse("order_not_refused", "Say first that the parcel was not taken.");
}

function refuse(code: string, message: string): StepVerdict {
  return { kind: "refuse", code, message };
}
