import type { Phrase } from "../language";

/** How the books can contradict each other; each names what was found and what should be. */
export const MONEY_DIFFERENCES = [
  "provider_total",
  "provider_out",
  "stripe_net",
  "stripe_unknown",
  "left_open",
  "orders_total",
  "books_in",
  "books_out",
  "cash_missing",
  "not_placed",
  "stuck",
  "no_purchase",
  "transfer_split",
] as const;
export type MoneyDifferenceKind = (typeof MONEY_DIFFERENCES)[number];

/** What is said of a difference: first what was found, then what should be. */
export const MONEY_DIFFERENCE_LABELS: Readonly<Record<MoneyDifferenceKind, Phrase>> = {
  provider_total: {
    vi: "Tiền nhận được khác tổng của lượt mua",
    en: "What came differs from the purchase's total",
  },
  provider_out: {
    vi: "Tiền trả lại khác sổ hoàn tiền",
    en: "What goes back differs from the refunds in the books",
  },
  stripe_net: {
    vi: "Stripe nói khác sổ của ta",
    en: "Stripe says something else than our books",
  },
  stripe_unknown: {
    vi: "Stripe giữ tiền không thuộc lượt mua nào",
    en: "Stripe has money of no purchase of ours",
  },
  left_open: {
    vi: "Đơn đã bỏ khi mất khóa Stripe; đặt lại STRIPE_API_KEY để trả tiền cho người mua",
    en: "Given up while Stripe had no key; set STRIPE_API_KEY again so that its money can go back",
  },
  orders_total: {
    vi: "Tổng các đơn khác tổng của lượt mua",
    en: "The orders do not sum to the purchase",
  },
  books_in: {
    vi: "Sổ thu khác số đã thu của đơn",
    en: "Captured payments differ from what the order collected",
  },
  books_out: {
    vi: "Sổ hoàn tiền khác số đã hoàn của đơn",
    en: "Refunds in the books differ from what the order says",
  },
  cash_missing: {
    vi: "Tiền mặt còn thiếu khác phiếu thiếu tiền",
    en: "Missing cash differs from what is being looked for",
  },
  not_placed: {
    vi: "Lượt mua không thành mà vẫn giữ tiền",
    en: "A purchase that was not made still has money",
  },
  stuck: {
    vi: "Đã trả tiền hơn một giờ mà chưa thành đơn",
    en: "Paid for over an hour ago and not placed yet",
  },
  no_purchase: {
    vi: "Tiền của một lượt mua không có trong sổ",
    en: "Money for a purchase that does not exist",
  },
  transfer_split: {
    vi: "Khoản chuyển không được chia hết",
    en: "A transfer is not divided without rest",
  },
};
