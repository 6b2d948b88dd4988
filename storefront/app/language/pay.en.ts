import type { Phrases } from "./vi";

export const pay = {
  heading: "Pay for this order",
  keptUntil: (time) =>
    `Goods and seats are kept for you until ${time}. Once paid, the order goes to the producers at once.`,
  left: "Left:",
  leftOver: "The time is over. Looking whether your money has come…",
  fiveLeft: "Five minutes left to pay.",
  oneLeft: "One minute left to pay.",
  arrived: "Your money has come. Opening your order.",
  amount: "Amount",
  transferTitle: "Transfer with this VietQR code",
  transferHow:
    "Open your banking app, choose to scan a QR code and scan the picture below. On this phone? Copy each line below into the app.",
  qrOf: (amount) => `VietQR code for ${amount}`,
  bank: "Bank",
  account: "Account number",
  holder: "Account name",
  content: "Transfer text",
  contentWhy: "Keep this text exactly: your order is found by it.",
  copy: "Copy",
  copyOf: (what) => `Copy: ${what}`,
  copied: "Copied",
  partial: ({ received, missing }) =>
    `${received} has come, ${missing} is missing. Transfer the rest with the same text.`,
  waiting: "This page opens your order by itself when the money comes, mostly within a minute.",
  check: "I have paid, look again",
  notYet: "No money yet. Banks may take a few minutes; you need not transfer again.",
  cardTitle: "Pay by card",
  cardHow: "Your card number goes straight to Stripe; we neither see nor keep it.",
  cardNeedsScript:
    "Paying by card needs JavaScript. Turn it on and load the page again, or pay in another way.",
  cardLoading: "Opening the card form…",
  cardFailed:
    "The card form could not be opened. Check your connection and load the page again, or pay in another way.",
  cardPay: (amount) => `Pay ${amount}`,
  cardPaying: "Paying…",
  cardRefused: "The card was not accepted and nothing was charged. Try again or use another card.",
  simulator:
    "This is a simulator of Stripe for trying things out: no real money moves. Use the test card 4242 4242 4242 4242.",
  change: "Pay in another way, or change the cart",
  changeNote:
    "The waiting order is given up and your cart opens as it was. Don't press this if you have transferred already.",
  changeTooLate: "Your money had just come, so the order is placed.",
  failedLate: "If you transferred money for this order, it is on record and will be sent back.",
  method: { cod: "Cash on delivery", vietqr: "VietQR transfer", stripe: "Card" },
  paidBy: (method) => `Paid by: ${method}`,
  refunded: "Given back",
} satisfies Phrases["pay"];
