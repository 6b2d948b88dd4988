import type { Phrase } from "@cho-lang/shared/language";

/** What the page of cash that did not come with parcels says. */
export const cashPhrases = {
  title: { vi: "Tiền mặt còn thiếu", en: "Missing cash" },
  hint: {
    vi: "Kiện hàng đã giao mà tiền thu về chưa đủ. Hỏi đơn vị vận chuyển rồi ghi kết quả, mỗi dòng một lần.",
    en: "Parcels that were delivered for less cash than they cost. Ask the carrier, then decide once.",
  },
  order: { vi: "Đơn", en: "Order" },
  producer: { vi: "Nhà sản xuất", en: "Producer" },
  buyer: { vi: "Người mua", en: "Buyer" },
  missing: { vi: "Còn thiếu", en: "Missing" },
  came: { vi: "Đã thu", en: "Came" },
  reported: { vi: "Ghi nhận", en: "Reported" },
  result: { vi: "Kết quả", en: "What was done" },
  markCame: { vi: "Đã nhận đủ", en: "It came" },
  markCameHint: {
    vi: "Số tiền thiếu được tính là đã thu của đơn này.",
    en: "The missing cash counts as collected for this order.",
  },
  writeOff: { vi: "Không thu nữa", en: "Write it off" },
  writeOffHint: {
    vi: "Không ai đòi người mua số tiền này nữa. Hãy ghi lý do để sau này ai cũng hiểu.",
    en: "Nobody asks the buyer for it any more. Say why, so that everybody understands it later.",
  },
  note: { vi: "Ghi chú", en: "Note" },
} as const satisfies Record<string, Phrase>;
