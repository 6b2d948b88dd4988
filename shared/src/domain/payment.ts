import type { Language, Phrase } from "../language";
import type { Vnd } from "../money";

/**
 * How a purchase is paid. With `cod` the orders come first and the money at the door; the others
 * are prepaid: the money is there before any order is made.
 */
export const PAYMENT_METHODS = ["cod", "vietqr", "stripe"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export type PrepaidMethod = Exclude<PaymentMethod, "cod">;

export function isPrepaid(method: PaymentMethod): method is PrepaidMethod {
  return method !== "cod";
}

/** The ways to pay in words. */
export const PAYMENT_METHOD_LABELS: Readonly<Record<PaymentMethod, Phrase>> = {
  cod: { vi: "Trả tiền mặt khi nhận", en: "Cash on delivery" },
  vietqr: { vi: "Chuyển khoản ngân hàng (VietQR)", en: "Bank transfer (VietQR)" },
  stripe: { vi: "Thẻ ngân hàng", en: "Card" },
};

export function paymentMethodLabel(method: PaymentMethod, language: Language): string {
  return PAYMENT_METHOD_LABELS[method][language];
}

/**
 * How long a prepaid purchase waits for its money, in minutes; goods and seats are kept meanwhile.
 * Less than the 30 minutes for which a bound hold keeps its seats, so that the orders can be made.
 */
export const PAY_MINUTES = 25;

/**
 * Most purchases that wait for their money at the same time, of one phone number or one e-mail
 * address: each keeps goods and seats from others.
 */
export const MAX_UNPAID_PER_PERSON = 3;
/** The same of one network address, which a family, an office or many phones of a carrier share. */
export const MAX_UNPAID_PER_ADDRESS = 12;

/**
 * Least that a card pays. Stripe has no minimum for đồng: it converts to the currency in which the
 * account is settled, and asks for 0.50 USD, 4 HKD, 0.50 SGD or the like, about 10,000 to 13,500 đ.
 * Somewhat more, because rates move.
 */
export const CARD_FLOOR_VND: Vnd = 15_000;

/** Stripe takes đồng without decimals and at most this in one charge. */
export const CARD_LIMIT_VND: Vnd = 99_999_999;

/** Most of a transfer by NAPAS 24/7, the rail of VietQR, in one go. */
export const TRANSFER_LIMIT_VND: Vnd = 499_999_999;

/** Why a purchase cannot be paid in a prepaid way; null when it can. */
export type PrepaidRefusal = "card_floor" | "card_ceiling" | "transfer_ceiling" | "nothing_to_pay";

/** Checks a prepaid amount; exactly at a floor or a ceiling is allowed. */
export function prepaidRefusal(method: PrepaidMethod, amount_vnd: Vnd): PrepaidRefusal | null {
  if (amount_vnd <= 0) return "nothing_to_pay";
  if (method === "stripe") {
    if (amount_vnd < CARD_FLOOR_VND) return "card_floor";
    return amount_vnd > CARD_LIMIT_VND ? "card_ceiling" : null;
  }
  return amount_vnd > TRANSFER_LIMIT_VND ? "transfer_ceiling" : null;
}

/** Why received money found no purchase to pay, or not all of it did. */
export const SUSPENSE_REASONS = [
  /** Nothing in the text is a code of ours. */
  "unmatched",
  /** The time to pay ended before all of the money came. */
  "under",
  /** More came than was asked for; only the rest is here. */
  "over",
  /** The purchase was given up before the money came. */
  "late",
  /** The purchase was paid already. */
  "twice",
  /** The money came, but the purchase could not be made. */
  "not_placed",
] as const;
export type SuspenseReason = (typeof SUSPENSE_REASONS)[number];

export const SUSPENSE_REASON_LABELS: Readonly<Record<SuspenseReason, Phrase>> = {
  unmatched: { vi: "Không rõ của đơn nào", en: "No purchase found" },
  under: { vi: "Chuyển thiếu", en: "Too little" },
  over: { vi: "Chuyển thừa", en: "Too much" },
  late: { vi: "Chuyển muộn", en: "Too late" },
  twice: { vi: "Chuyển hai lần", en: "Paid twice" },
  not_placed: { vi: "Đã trả nhưng không đặt được", en: "Paid, but not placed" },
};
