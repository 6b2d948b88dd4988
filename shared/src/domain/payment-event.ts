import type { Phrase } from "../language";

/** Who sends webhooks about money; the name stands in the webhook's path. */
export const PAYMENT_EVENT_PROVIDERS = ["vietqr", "stripe"] as const;
export type PaymentEventProvider = (typeof PAYMENT_EVENT_PROVIDERS)[number];

/** The senders in words; a bank's transfers come by the feed that is configured. */
export const PAYMENT_EVENT_PROVIDER_LABELS: Readonly<Record<PaymentEventProvider, Phrase>> = {
  vietqr: { vi: "Biến động tài khoản ngân hàng", en: "Bank feed" },
  stripe: { vi: "Thẻ (Stripe)", en: "Cards (Stripe)" },
};

export const PAYMENT_EVENT_STATES = [
  /** Stored; it is processed now, or tried again later. */
  "new",
  "done",
  /** Laid aside for a person to look at. */
  "dead",
] as const;
export type PaymentEventState = (typeof PAYMENT_EVENT_STATES)[number];

export const PAYMENT_EVENT_STATE_LABELS: Readonly<Record<PaymentEventState, Phrase>> = {
  new: { vi: "Đang chờ xử lý", en: "Waiting" },
  done: { vi: "Đã xử lý", en: "Processed" },
  dead: { vi: "Để riêng vì lỗi", en: "Laid aside" },
};
