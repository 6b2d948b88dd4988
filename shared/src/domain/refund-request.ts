import type { Language, Phrase } from "../language";
import type { OrderProgress } from "./purchase";

/** `refund`: money back for what is kept, never came or is called off; `return`: goods go back first. */
export const REQUEST_KINDS = ["refund", "return"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_KIND_LABELS: Readonly<Record<RequestKind, Phrase>> = {
  refund: { vi: "Xin hoàn tiền", en: "Refund" },
  return: { vi: "Trả hàng, nhận lại tiền", en: "Return for a refund" },
};

/**
 * How far a buyer's request has come: `open` while the producer may answer, `to_decide` with the
 * operator, `to_send_back` while granted goods travel, `paying` while the money is given back, then
 * `refunded`; `refused` and `withdrawn` end it without money.
 */
export const REQUEST_STATES = [
  "open",
  "to_decide",
  "to_send_back",
  "paying",
  "refunded",
  "refused",
  "withdrawn",
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_STATE_LABELS: Readonly<Record<RequestState, Phrase>> = {
  open: { vi: "Chờ nhà sản xuất trả lời", en: "Waiting for the producer" },
  to_decide: { vi: "Chờ Chợ Làng quyết định", en: "Chợ Làng decides" },
  to_send_back: { vi: "Chờ gửi hàng lại", en: "Goods to be sent back" },
  paying: { vi: "Đang hoàn tiền", en: "Being refunded" },
  refunded: { vi: "Đã hoàn tiền", en: "Refunded" },
  refused: { vi: "Không được hoàn tiền", en: "Refused" },
  withdrawn: { vi: "Đã rút lại", en: "Withdrawn" },
};

export function requestStateLabel(state: RequestState, language: Language): string {
  return REQUEST_STATE_LABELS[state][language];
}

/** States of which nothing more comes by itself. */
const ENDED: readonly RequestState[] = ["refunded", "refused", "withdrawn"];

export function isRequestEnded(state: RequestState): boolean {
  return ENDED.includes(state);
}

/** Why a buyer wants money back. */
export const REQUEST_REASONS = [
  "changed_mind",
  "not_received",
  "damaged",
  "spoiled",
  "wrong_goods",
  "missing",
  "not_as_described",
  "cannot_come",
  "visit_not_held",
  "visit_not_as_described",
  "other",
] as const;
export type RequestReason = (typeof REQUEST_REASONS)[number];

export const REQUEST_REASON_LABELS: Readonly<Record<RequestReason, Phrase>> = {
  changed_mind: { vi: "Tôi đổi ý", en: "I changed my mind" },
  not_received: { vi: "Chưa nhận được hàng", en: "The parcel has not come" },
  damaged: { vi: "Hàng bị vỡ, hỏng", en: "Broken or damaged" },
  spoiled: { vi: "Hàng ôi thiu, quá hạn", en: "Spoiled or past its date" },
  wrong_goods: { vi: "Giao nhầm hàng", en: "Not what I ordered" },
  missing: { vi: "Giao thiếu hàng", en: "Something is missing" },
  not_as_described: { vi: "Không giống mô tả", en: "Not as described" },
  cannot_come: { vi: "Tôi không đến được", en: "I can't come" },
  visit_not_held: { vi: "Đến nơi nhưng không được đón", en: "Nobody received us" },
  visit_not_as_described: {
    vi: "Chuyến thăm không như giới thiệu",
    en: "The visit was not as described",
  },
  other: { vi: "Lý do khác", en: "Another reason" },
};

export function requestReasonLabel(reason: RequestReason, language: Language): string {
  return REQUEST_REASON_LABELS[reason][language];
}

/** The reasons that fit an order at each stage; none where nothing can be asked for. */
export const REASONS_AT: Readonly<Record<OrderProgress, readonly RequestReason[]>> = {
  to_confirm: ["changed_mind", "other"],
  to_pack: ["changed_mind", "other"],
  to_ship: ["changed_mind", "other"],
  shipped: ["not_received", "other"],
  delivered: [
    "damaged",
    "spoiled",
    "wrong_goods",
    "missing",
    "not_as_described",
    "not_received",
    "changed_mind",
    "visit_not_held",
    "visit_not_as_described",
    "other",
  ],
  refused: [],
  returned: [],
  booked: ["cannot_come", "visit_not_held", "other"],
  visited: ["visit_not_as_described", "other"],
  cancelled: [],
};

/** Reasons that a picture has to show. */
export const PHOTO_REASONS: readonly RequestReason[] = [
  "damaged",
  "spoiled",
  "wrong_goods",
  "not_as_described",
];

/** Reasons for which goods can be sent back; what is spoiled or never came is not. */
export const RETURN_REASONS: readonly RequestReason[] = [
  "damaged",
  "wrong_goods",
  "not_as_described",
  "changed_mind",
  "other",
];

/**
 * What can be asked for with a reason at a stage: goods that were delivered are kept or sent back,
 * but whoever only changed their mind sends them back; before and without delivery it is the money.
 */
export function kindsFor(progress: OrderProgress, reason: RequestReason): RequestKind[] {
  if (progress !== "delivered" || !RETURN_REASONS.includes(reason)) return ["refund"];
  return reason === "changed_mind" ? ["return"] : ["refund", "return"];
}

/** Reasons that speak of a visit, and those that speak of goods; "other" fits both. */
export const VISIT_REASONS: readonly RequestReason[] = [
  "cannot_come",
  "visit_not_held",
  "visit_not_as_described",
];

/** Reasons that are not the producer's doing: carriage is not given back for them. */
export const BUYER_REASONS: readonly RequestReason[] = ["changed_mind", "cannot_come"];

/** Days after delivery, or after the last guest's visit, in which one may ask. */
export const RETURN_DAYS = 7;
/** Hours that the producer has for an answer once the parcel left or the guests came. */
export const ANSWER_HOURS = 72;
/** Hours that the producer has while nothing has been sent and nobody has come. */
export const ANSWER_HOURS_BEFORE = 24;
/** Days in which goods must be back with the producer; after that the operator decides. */
export const SEND_BACK_DAYS = 14;

export const REQUEST_TEXT_MIN = 5;
/** Most characters of the buyer's own words, the producer's answer and the operator's note. */
export const REQUEST_TEXT_MAX = 1000;
export const MAX_PHOTOS = 5;
/** Most bytes of one photo as taken; it is made smaller and loses where it was taken. */
export const PHOTO_BYTES = 12 * 1024 * 1024;

const HOUR_MS = 60 * 60 * 1000;

/** When the producer's time for an answer ends. */
export function answerBy(progress: OrderProgress, asked_at: Date): Date {
  const isBefore = ["to_confirm", "to_pack", "to_ship", "booked"].includes(progress);
  const hours = isBefore ? ANSWER_HOURS_BEFORE : ANSWER_HOURS;
  return new Date(asked_at.getTime() + hours * HOUR_MS);
}

/** Until when one may ask for an order; null while it is not over. */
export function askUntil(order: { delivered_at: Date | null }): Date | null {
  if (!order.delivered_at) return null;
  return new Date(order.delivered_at.getTime() + RETURN_DAYS * 24 * HOUR_MS);
}
