import type { Phrase } from "../language";

/** Who told us of a transfer. */
export const TRANSFER_SOURCES = ["sepay", "casso", "statement"] as const;
export type TransferSource = (typeof TRANSFER_SOURCES)[number];

export const TRANSFER_SOURCE_LABELS: Readonly<Record<TransferSource, Phrase>> = {
  sepay: { vi: "SePay", en: "SePay" },
  casso: { vi: "Casso", en: "Casso" },
  statement: { vi: "Sao kê", en: "Statement" },
};

/** What the operator decided about money in suspense. */
export const SUSPENSE_RESOLUTIONS = ["paid_to", "sent_back", "kept"] as const;
export type SuspenseResolution = (typeof SUSPENSE_RESOLUTIONS)[number];

export const SUSPENSE_RESOLUTION_LABELS: Readonly<Record<SuspenseResolution, Phrase>> = {
  paid_to: { vi: "Trả cho lượt mua", en: "Paid to a purchase" },
  sent_back: { vi: "Gửi lại người chuyển", en: "Sent back" },
  kept: { vi: "Giữ lại", en: "Kept" },
};

/** Most characters of the operator's note. */
export const SUSPENSE_NOTE_MAX = 500;

/** A transfer that the operator makes by hand; `void` when it was called off before. */
export const REFUND_STATES = ["due", "sent", "void"] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export const REFUND_STATE_LABELS: Readonly<Record<RefundState, Phrase>> = {
  due: { vi: "Cần chuyển", en: "To be sent" },
  sent: { vi: "Đã chuyển", en: "Sent" },
  void: { vi: "Đã bỏ", en: "Called off" },
};

/** Most characters of a bank's number of a transfer. */
export const BANK_REFERENCE_MAX = 100;

/** Most bytes of a bank's statement that is uploaded. */
export const STATEMENT_BYTES = 5 * 1024 * 1024;

/** Why a line of a statement brings no transfer. */
export const SKIP_REASONS = ["outgoing", "no_date", "bad_amount"] as const;
type SkipReason = (typeof SKIP_REASONS)[number];

export const SKIP_REASON_LABELS: Readonly<Record<SkipReason, Phrase>> = {
  outgoing: { vi: "Tiền ra", en: "Money out" },
  no_date: { vi: "Có số tiền nhưng không có ngày", en: "An amount, but no day" },
  bad_amount: { vi: "Số tiền không phải số đồng chẵn", en: "Not a whole number of đồng" },
};
