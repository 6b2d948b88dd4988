import type { Phrase } from "@cho-lang/shared/language";

/** What the page of all money and the payments of a purchase say. */
export const moneyPhrases = {
  title: { vi: "Tiền thu, tiền trả", en: "Money in and back" },
  intro: {
    vi: "Việc cần làm với tiền, và sổ của chợ có khớp với ngân hàng và thẻ hay không.",
    en: "What has to be done with money, and whether our books agree with banks and cards.",
  },
  messages: { vi: "Tin báo thanh toán", en: "Payment messages" },
  allRight: { vi: "Sổ sách khớp từng đồng.", en: "The books agree to the last đồng." },
  differs: { vi: "Có chỗ không khớp. Hãy xem bên dưới.", en: "Something differs: see below." },
  differences: { vi: "Chỗ không khớp", en: "Differences" },
  row: { vi: "Mục", en: "Row" },
  what: { vi: "Không khớp gì", en: "What differs" },
  found: { vi: "Đang là", en: "It is" },
  expected: { vi: "Phải là", en: "It should be" },
  days: { vi: "Theo ngày, 14 ngày gần đây", en: "By day, the last 14" },
  day: { vi: "Ngày", en: "Day" },
  method: { vi: "Cách trả", en: "Paid by" },
  providerIn: { vi: "Ngân hàng, thẻ thu", en: "Bank or card took" },
  providerOut: { vi: "Ngân hàng, thẻ trả", en: "Bank or card gave back" },
  booksIn: { vi: "Sổ thu", en: "Books: in" },
  booksOut: { vi: "Sổ hoàn", en: "Books: back" },
  ordersIn: { vi: "Đơn đã thu", en: "Orders: in" },
  ordersOut: { vi: "Đơn đã hoàn", en: "Orders: back" },
  waiting: { vi: "Chưa thành đơn", en: "Not placed yet" },
  noDays: { vi: "Chưa có lượt mua nào.", en: "No purchases yet." },
  disputes: { vi: "Khiếu nại thẻ", en: "Card disputes" },
  disputesHint: {
    vi: "Trả lời khiếu nại trong trang quản lý của Stripe trước hạn.",
    en: "Answer them in Stripe's dashboard before they are due.",
  },
  dueBy: { vi: "Hạn trả lời", en: "Answer by" },
  openedAt: { vi: "Mở lúc", en: "Opened at" },
  oddRefunds: { vi: "Hoàn thẻ ngoài sổ", en: "Card refunds outside the books" },
  oddRefundsHint: {
    vi: "Hoàn tiền làm thẳng ở Stripe, hoặc của chợ nhưng không thành.",
    en: "Made in Stripe's dashboard, or ours that failed.",
  },
  payments: { vi: "Thanh toán", en: "Payment" },
  came: { vi: "Tiền đã đến", en: "Money that came" },
  card: { vi: "Mã thanh toán thẻ", en: "The card's payment" },
  order: { vi: "Đơn", en: "Order" },
  paid: { vi: "Đã trả", en: "Paid" },
  refunded: { vi: "Đã hoàn", en: "Given back" },
  request: { vi: "Nội dung phải chuyển", en: "Text to transfer with" },
  asked: { vi: "Cần chuyển", en: "Asked for" },
  received: { vi: "Đã nhận", en: "Received" },
  transfers: { vi: "Khoản chuyển", en: "Transfers" },
  given: { vi: "Dùng cho lượt mua", en: "Pays the purchase" },
  noTransfers: { vi: "Chưa có khoản nào.", en: "None yet." },
} as const satisfies Record<string, Phrase>;

/** Where a request for a transfer stands. */
export const requestStatePhrases = {
  open: { vi: "Đang chờ tiền", en: "Awaits money" },
  paid: { vi: "Đã đủ tiền", en: "Paid" },
  closed: { vi: "Đã đóng, chưa trả", en: "Closed unpaid" },
  returned: { vi: "Không đặt được, tiền treo", en: "Not placed, money in suspense" },
} as const satisfies Record<string, Phrase>;

/** Stripe's words for a dispute that people meet most; others are shown as they are. */
export const disputePhrases: Readonly<Record<string, Phrase>> = {
  needs_response: { vi: "Cần trả lời", en: "Needs an answer" },
  under_review: { vi: "Đang xem xét", en: "Under review" },
  won: { vi: "Chợ thắng", en: "Won" },
  lost: { vi: "Chợ thua", en: "Lost" },
  warning_needs_response: { vi: "Được hỏi, cần trả lời", en: "Inquiry, needs an answer" },
  warning_under_review: { vi: "Được hỏi, đang xem xét", en: "Inquiry, under review" },
  warning_closed: { vi: "Được hỏi, đã xong", en: "Inquiry, closed" },
};
