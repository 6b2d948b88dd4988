import type { Language, Phrase } from "../language";
import type { Vnd } from "../money";

/**
 * States of the fence that one cart passes once: `creating` while its orders are made, `awaiting`
 * while goods and seats are kept and the buyer's money has not come, `placed` when all orders exist
 * and the money is authorised, `failed` when the cart was given back.
 */
export const PURCHASE_STATUSES = ["creating", "awaiting", "placed", "failed"] as const;
export type PurchaseStatus = (typeof PURCHASE_STATUSES)[number];

/** The states of a purchase in words. */
export const PURCHASE_STATUS_LABELS: Readonly<Record<PurchaseStatus, Phrase>> = {
  creating: { vi: "Đang tạo đơn", en: "Being placed" },
  awaiting: { vi: "Chờ trả tiền", en: "Awaiting payment" },
  placed: { vi: "Đã đặt", en: "Placed" },
  failed: { vi: "Chưa đặt được", en: "Not placed" },
};

/**
 * How far one producer's order has come, named by what has to be done next. An order with goods
 * goes from `to_confirm` to `delivered`, or, when the parcel was not taken at the door, to `refused`
 * and then `returned`; one of visits only is `booked`, then `visited`.
 */
export const ORDER_PROGRESSES = [
  "to_confirm",
  "to_pack",
  "to_ship",
  "shipped",
  "delivered",
  "refused",
  "returned",
  "booked",
  "visited",
  "cancelled",
] as const;
export type OrderProgress = (typeof ORDER_PROGRESSES)[number];

/** The progress of an order in words, for the producer and the buyer alike. */
export const ORDER_PROGRESS_LABELS: Readonly<Record<OrderProgress, Phrase>> = {
  to_confirm: { vi: "Chờ xác nhận", en: "To be confirmed" },
  to_pack: { vi: "Chờ đóng gói", en: "To be packed" },
  to_ship: { vi: "Chờ gửi hàng", en: "To be shipped" },
  shipped: { vi: "Đang giao", en: "On its way" },
  delivered: { vi: "Đã giao", en: "Delivered" },
  refused: { vi: "Không nhận, đang hoàn về", en: "Refused, on its way back" },
  returned: { vi: "Đã hoàn về", en: "Returned" },
  booked: { vi: "Chờ đón khách", en: "Visit booked" },
  visited: { vi: "Đã đón khách", en: "Visited" },
  cancelled: { vi: "Đã hủy", en: "Cancelled" },
};

/** The progress of one order in words. */
export function progressLabel(progress: OrderProgress, language: Language): string {
  return ORDER_PROGRESS_LABELS[progress][language];
}

/** What can be done to a producer's order. */
export const ORDER_STEPS = [
  "confirm",
  "pack",
  "ship",
  "deliver",
  "refuse",
  "take_back",
  "cancel",
] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/** The steps as the words on their buttons. */
export const ORDER_STEP_LABELS: Readonly<Record<OrderStep, Phrase>> = {
  confirm: { vi: "Xác nhận đơn", en: "Confirm the order" },
  pack: { vi: "Đã đóng gói", en: "Mark as packed" },
  ship: { vi: "Đã gửi hàng", en: "Mark as shipped" },
  deliver: { vi: "Đã giao xong", en: "Mark as delivered" },
  refuse: { vi: "Khách không nhận", en: "Not taken at the door" },
  take_back: { vi: "Đã nhận lại hàng", en: "The parcel is back" },
  cancel: { vi: "Hủy đơn", en: "Cancel the order" },
};

const AFTER: Readonly<Record<OrderProgress, Readonly<Partial<Record<OrderStep, OrderProgress>>>>> =
  {
    to_confirm: { confirm: "to_pack", cancel: "cancelled" },
    to_pack: { pack: "to_ship", cancel: "cancelled" },
    to_ship: { ship: "shipped", cancel: "cancelled" },
    shipped: { deliver: "delivered", refuse: "refused" },
    delivered: {},
    refused: { take_back: "returned" },
    returned: {},
    booked: { cancel: "cancelled" },
    visited: {},
    cancelled: {},
  };

/**
 * Where a step leads: confirm → pack → ship → deliver, one at a time, or after ship refuse →
 * take_back; and cancel before the parcel is shipped or the visit has begun. Null when the step is
 * not allowed now.
 */
export function progressAfter(progress: OrderProgress, step: OrderStep): OrderProgress | null {
  return AFTER[progress][step] ?? null;
}

/** The steps allowed now, in the order of ORDER_STEPS. */
export function allowedSteps(progress: OrderProgress): OrderStep[] {
  return ORDER_STEPS.filter((step) => progressAfter(progress, step) !== null);
}

/** Why a producer cancels an order before shipping it. */
export const CANCEL_REASONS = ["out_of_stock", "cannot_ship", "buyer_asked", "other"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** The reasons for cancelling in words that the buyer reads. */
export const CANCEL_REASON_LABELS: Readonly<Record<CancelReason, Phrase>> = {
  out_of_stock: { vi: "Hết hàng", en: "Out of stock" },
  cannot_ship: { vi: "Không giao được đến địa chỉ này", en: "No delivery to this address" },
  buyer_asked: { vi: "Người mua xin hủy", en: "The buyer asked for it" },
  other: { vi: "Lý do khác", en: "Another reason" },
};

/** One reason for cancelling in words. */
export function cancelReasonLabel(reason: CancelReason, language: Language): string {
  return CANCEL_REASON_LABELS[reason][language];
}

/** Why a parcel was not taken at the door. */
export const REFUSE_REASONS = [
  "not_taken",
  "not_reached",
  "wrong_address",
  "damaged",
  "other",
] as const;
export type RefuseReason = (typeof REFUSE_REASONS)[number];

/** The reasons for a parcel's coming back in words that the buyer reads. */
export const REFUSE_REASON_LABELS: Readonly<Record<RefuseReason, Phrase>> = {
  not_taken: { vi: "Người mua không nhận", en: "The buyer did not take it" },
  not_reached: { vi: "Không liên lạc được người mua", en: "The buyer could not be reached" },
  wrong_address: { vi: "Sai địa chỉ", en: "Wrong address" },
  damaged: { vi: "Hàng hỏng trên đường đi", en: "Damaged on its way" },
  other: { vi: "Lý do khác", en: "Another reason" },
};

/** One reason for a parcel's coming back in words; of an unknown code "another reason". */
export function refuseReasonLabel(code: string, language: Language): string {
  const reason = REFUSE_REASONS.find((known) => known === code) ?? "other";
  return REFUSE_REASON_LABELS[reason][language];
}

/**
 * What became of cash that did not come with a parcel: `came` later after all, or `write_off`,
 * which nobody asks the buyer for any more.
 */
export const CASH_DEEDS = ["came", "write_off"] as const;
export type CashDeed = (typeof CASH_DEEDS)[number];

export const CASH_DEED_LABELS: Readonly<Record<CashDeed, Phrase>> = {
  came: { vi: "Đã nhận đủ", en: "It came" },
  write_off: { vi: "Không thu nữa", en: "Written off" },
};

/** Most characters of what a producer or the operator writes about a parcel's cash. */
export const CASH_NOTE_MAX = 300;

/** The most that one purchase may cost when it is paid in cash on delivery. */
export const COD_LIMIT_PER_PURCHASE_VND: Vnd = 20_000_000;

/** The most that one phone number may owe in cash for parcels not yet delivered, this one included. */
export const COD_LIMIT_PER_PHONE_VND: Vnd = 30_000_000;

/** Why cash on delivery is refused, or null when it may be used. */
export type CodRefusal = "purchase_above_cod_limit" | "phone_above_cod_limit";

/**
 * Checks the ceilings of cash on delivery; exactly at a ceiling is allowed.
 * `amount_vnd` is this purchase, `open_vnd` what the same phone number owes already.
 */
export function codRefusal(cash: { amount_vnd: Vnd; open_vnd: Vnd }): CodRefusal | null {
  if (cash.amount_vnd > COD_LIMIT_PER_PURCHASE_VND) return "purchase_above_cod_limit";
  if (cash.amount_vnd + cash.open_vnd > COD_LIMIT_PER_PHONE_VND) return "phone_above_cod_limit";
  return null;
}

/** Shortest and longest tracking number that is accepted, in characters. */
export const TRACKING_NUMBER_MIN = 4;
export const TRACKING_NUMBER_MAX = 40;

const TRACKING_NUMBER = new RegExp(`^[A-Z0-9-]{${TRACKING_NUMBER_MIN},${TRACKING_NUMBER_MAX}}$`);

/**
 * A tracking number as typed or scanned, without spaces and in capitals, or null when it is not 4
 * to 40 letters, digits and hyphens.
 */
export function parseTrackingNumber(text: string): string | null {
  const compact = text.replace(/\s+/g, "").toUpperCase();
  return TRACKING_NUMBER.test(compact) ? compact : null;
}
