import { SEND_BACK_DAYS } from "@cho-lang/shared/domain/refund-request";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const count = (value: number) => formatNumber(value, "en");
const money = (amount: number) => formatVnd(amount, "en");

export const parcels = {
  due: "To collect",
  deliverFull: (due) => `Delivered, ${money(due)} paid in full`,
  short: "Paid too little…",
  shortText: "The order counts as delivered. Chợ Làng asks the buyer for what is missing.",
  shortAmount: "How much did the buyer pay, in đồng?",
  shortHint: (due) => `${money(due)} were due. Change it to what the buyer paid.`,
  shortFault: "Write only the sum that the buyer paid, such as 200000.",
  shortTooMuch: (due) => `At most ${money(due)}.`,
  shortNote: "Why is it less?",
  shortDo: "Delivered, paid too little",
  noteHint: "Optional, at most 300 letters.",
  noteFault: "A note has at most 300 letters.",
  refuse: "Not taken at the door…",
  refuseText: "The parcel comes back to you. The buyer pays nothing for it.",
  refuseTextPaid:
    "The parcel comes back to you. Then Chợ Làng gives the money for the goods back to the buyer.",
  refuseReason: "Why was it not taken?",
  refuseReasonFault: "Choose a reason.",
  refuseNote: "Tell more",
  refuseDo: "Mark as not taken",
  refusedBecause: (reason) => `Reason: ${reason}.`,
  soundLegend: "Can the goods still be sold?",
  sound: "Yes, they are fine",
  soundNote: "They go back on the shelf.",
  unsound: "No, they are spoiled",
  unsoundNote: "They do not go back on the shelf.",
  soundFault: "Choose one of the two.",
  missing: "Still missing",
  missingText: (amount) => `${money(amount)} are missing. Chợ Làng asks the buyer for them.`,
  missingOf: (amount) => `${money(amount)} still missing`,
  comingBack: (parcelCount) =>
    `${count(parcelCount)} ${parcelCount === 1 ? "parcel" : "parcels"} not taken at the door on the way back. Mark each one when you have it.`,
  seeComingBack: "See the parcels on their way back",
} satisfies Phrases["portal"]["parcels"];

export const requests = {
  title: "Buyers' requests",
  waiting: (value) =>
    `${count(value)} ${value === 1 ? "request of a buyer waits" : "requests of buyers wait"} for you.`,
  waitingSpoken: (value) => `${count(value)} waiting`,
  answer: "See and answer",
  filterLabel: "Filter the requests",
  filters: { waiting: "Waiting for you", all: "All" },
  filterCount: (facts) => `${facts.filter} (${count(facts.count)})`,
  none: { waiting: "Nobody waits for you", all: "No requests yet" },
  noneText: "When a buyer wants to return goods or asks for money back, it appears here.",
  see: "See",
  wishes: {
    call_off: "Wants to cancel the order",
    call_off_visit: "Wants to cancel the visit",
    refund: "Asks for money back",
    return: "Wants to return goods",
  },
  says: "The buyer says",
  quote: (words) => `“${words}”`,
  photos: "The buyer's photos",
  photo: (facts) => `Photo ${count(facts.position)} of ${count(facts.of)} from the buyer`,
  photoHint: "Press a photo to see it large.",
  about: "It is about",
  wholeOrder: "The whole order",
  asks: "Asked for",
  grantedSum: "Granted by Chợ Làng",
  noMoney: "No money to give back",
  order: "See the order",
  orderNumber: (number) => `See order ${number}`,
  before: (when) => `Answer before ${when}.`,
  beforeElse: "After that Chợ Làng decides.",
  overdue: "The time for an answer is over. Chợ Làng decides.",
  sendBackBefore: (when) => `The buyer has to send the goods before ${when}.`,
  when: (facts) => `${facts.time} ${facts.day}`,
  today: "today",
  tomorrow: "tomorrow",
  weekday: (weekday) => `on ${weekday}`,
  date: (facts) => `on ${facts.weekday}, ${facts.date}`,

  ifYouAccept: "If you agree",
  outcome: {
    call_off: "The order is cancelled at once and the goods go back on the shelf.",
    call_off_visit: "The visit is cancelled at once and its seats are free for others.",
    refund: "",
    return: `The buyer sends the goods back to you within ${SEND_BACK_DAYS} days.`,
  },
  outcomeMoney: {
    call_off: (amount) => `Chợ Làng gives ${money(amount)} back to the buyer.`,
    call_off_visit: (amount) => `Chợ Làng gives ${money(amount)} back to the buyer.`,
    refund: (amount) =>
      `Chợ Làng gives ${money(amount)} of this order back to the buyer. Nothing has to be sent back.`,
    return: (amount) =>
      `When they are there, press “The goods are back”; then Chợ Làng gives ${money(amount)} back to the buyer.`,
  },
  outcomeFree: "There is no money to give back.",
  accept: "Agree…",
  acceptSure: "One more press and it is done. It cannot be undone.",
  acceptDo: {
    call_off: () => "Agree to cancel the order",
    call_off_visit: () => "Agree to cancel the visit",
    refund: (amount) => `Agree to give back ${money(amount)}`,
    return: () => "Agree to the return",
  },
  hasLeft:
    "The parcel has left, so the order cannot be cancelled any more. Tell Chợ Làng, who decides.",
  decline: "Do not agree…",
  declineText: "Chợ Làng reads the buyer's words and yours, then decides.",
  declineWhy: "Why do you not agree?",
  declineWhyHint: "A few sentences. The buyer reads them, too.",
  declineWhyFault: "Write at least 5 and at most 1,000 letters.",
  declineDo: "Send it to Chợ Làng",
  receive: "The goods are back",
  receiveText: (amount) =>
    `Press it when you have the goods. Chợ Làng then gives ${money(amount)} back to the buyer at once.`,

  next: {
    open: "The buyer waits for your answer.",
    to_decide: "Chợ Làng looks at it and decides. There is nothing for you to do.",
    to_send_back: "The buyer is sending the goods back to you.",
    paying: "Chợ Làng is giving the money back. There is nothing for you to do.",
    refunded: "Done. The buyer has the money back.",
    refused: "Done. Chợ Làng gives no money back.",
    withdrawn: "The buyer took the request back. There is nothing for you to do.",
  },
  calledOff: "Done. The order is cancelled and there was no money to give back.",
  history: "What happened",
  happened: {
    asked: "The buyer asked",
    accepted: "You agreed",
    declined: "You did not agree",
    granted: "Chợ Làng granted money back",
    refused: "Chợ Làng refused",
    received: "The goods are back",
    refunded: "The money was given back",
  },
  seeRequest: (number) => `See request ${number}`,
  onOrder: "The buyer asks something about this order",
} satisfies Phrases["portal"]["requests"];

export const requestRefusals = {
  cash_too_much: "That is more than was due. See the field of the sum.",
  order_is_prepaid: "The buyer has paid before; collect nothing. Press “Delivered”.",
  order_already_delivered: "This order is marked as delivered already.",
  order_already_refused:
    "This order is marked as not taken. Wait for the parcel, then press “The parcel is back”.",
  order_already_returned: "This parcel is marked as back already. See below.",
  order_not_refused: "Mark the parcel as not taken first.",
  request_decided: "This request has been answered or taken back. See below where it stands.",
  request_left:
    "The parcel has left, so the order cannot be cancelled. Press “Do not agree…”; Chợ Làng decides.",
  request_back:
    "The parcel was not taken, and its price goes back with it. Press “Do not agree…”; Chợ Làng decides the rest.",
  refund_busy: "Money of this order is being given back. Wait a minute and press again.",
  order_change_open: "Chợ Làng is changing this order. Wait some minutes and press again.",
  refund_too_much: "That is more than came in for this order. Please call Chợ Làng.",
};
