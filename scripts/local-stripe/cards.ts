/** What a test card does; the numbers and tokens are Stripe's own. */
export type Card = {
  number: string;
  token: string;
  title: string;
  decline_code?: string;
  needs_authentication?: boolean;
  is_disputed?: boolean;
  /** How a refund to it ends, a moment after it was made. */
  refund?: "pending" | "failed";
};

export const CARDS: readonly Card[] = [
  { number: "4242424242424242", token: "pm_card_visa", title: "is paid" },
  {
    number: "4000002500003155",
    token: "pm_card_authenticationRequired",
    title: "asks for 3-D Secure",
    needs_authentication: true,
  },
  {
    number: "4000000000000002",
    token: "pm_card_visa_chargeDeclined",
    title: "is declined",
    decline_code: "generic_decline",
  },
  {
    number: "4000000000009995",
    token: "pm_card_visa_chargeDeclinedInsufficientFunds",
    title: "has not enough money",
    decline_code: "insufficient_funds",
  },
  {
    number: "4000000000000259",
    token: "pm_card_createDispute",
    title: "is paid, then disputed",
    is_disputed: true,
  },
  {
    number: "4000000000007726",
    token: "pm_card_pendingRefund",
    title: "gets refunds late",
    refund: "pending",
  },
  {
    number: "4000000000005126",
    token: "pm_card_refundFail",
    title: "refuses refunds",
    refund: "failed",
  },
];

const other: Card = {
  number: "",
  token: "",
  title: "is no test card",
  decline_code: "test_mode_live_card",
};

/** The test card of a number or token; one that is always declined for any other. */
export function cardOf(text: string): Card {
  const wanted = text.replace(/\s/g, "");
  return CARDS.find(({ number, token }) => number === wanted || token === wanted) ?? other;
}

/** Short and long sentence of a decline, in the buyer's language as Stripe.js says it. */
export const DECLINES: Readonly<Record<string, { vi: string; en: string }>> = {
  generic_decline: { vi: "Thẻ của bạn đã bị từ chối.", en: "Your card was declined." },
  insufficient_funds: {
    vi: "Thẻ của bạn không đủ số dư.",
    en: "Your card has insufficient funds.",
  },
  test_mode_live_card: {
    vi: "Thẻ bị từ chối: đây là trình mô phỏng, chỉ nhận thẻ thử.",
    en: "Your card was declined: this is a simulator and takes test cards only.",
  },
  authentication_failure: {
    vi: "Ngân hàng chưa xác thực được bạn. Hãy thử lại hoặc dùng cách trả khác.",
    en: "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
  },
};
