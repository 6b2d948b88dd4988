import type { Phrase } from "@cho-lang/shared/language";

/** What the pages of payment messages say. */
export const paymentEventPhrases = {
  title: { vi: "Tin báo thanh toán", en: "Payment messages" },
  provider: { vi: "Nơi gửi", en: "From" },
  kind: { vi: "Loại tin", en: "Kind" },
  receivedAt: { vi: "Nhận lúc", en: "Received at" },
  processedAt: { vi: "Xử lý lúc", en: "Processed at" },
  attempts: { vi: "Số lần thử", en: "Tries" },
  nextAttempt: { vi: "Tự thử lại lúc", en: "Tried again by itself at" },
  error: { vi: "Lỗi", en: "Error" },
  eventId: { vi: "Mã của nơi gửi", en: "The sender's id" },
  replay: { vi: "Xử lý lại", en: "Process again" },
  replayHint: {
    vi: "Làm lại không gây thu tiền hai lần: tiền đã ghi nhận thì không ghi thêm.",
    en: "Doing it again never takes money twice: what was counted is not counted again.",
  },
  replayed: { vi: "Xử lý lại theo yêu cầu của", en: "Processed again for" },
  payload: { vi: "Nội dung nhận được", en: "What was sent" },
  payloadHint: {
    vi: "Mã bí mật và thông tin thẻ đã được che.",
    en: "Secrets and card data are hidden.",
  },
} as const satisfies Record<string, Phrase>;

/** The kinds that people meet most; others are shown as the sender calls them. */
export const paymentKindPhrases: Readonly<Record<string, Phrase>> = {
  transfer_in: { vi: "Tiền vào", en: "Money in" },
  transfer_out: { vi: "Tiền ra", en: "Money out" },
  trial: { vi: "Tin gửi thử", en: "Trial message" },
  unreadable: { vi: "Không đọc được", en: "Unreadable" },
  "payment_intent.succeeded": { vi: "Thẻ đã trả tiền", en: "Card paid" },
  "payment_intent.payment_failed": { vi: "Thẻ không trả được", en: "Card failed" },
  "payment_intent.canceled": { vi: "Đã hủy thu tiền", en: "Payment cancelled" },
  "charge.refunded": { vi: "Đã hoàn tiền thẻ", en: "Card refunded" },
  "charge.dispute.created": { vi: "Khiếu nại thẻ", en: "Card dispute" },
};
