import { formatNumber } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

export const purchase = {
  pageTitle: (number) => `Order ${number} · Chợ Làng`,
  heading: "Order",
  placedAt: (instant) => `Placed at ${instant}`,
  thanks: (email) =>
    `We have your order. The link to this page goes to ${email}; whoever has it can see the order, so keep it to yourself.`,
  creating: "The order is being made. Load the page again in a few seconds.",
  failed:
    "This order was not placed and there is nothing to pay. Your cart is still there to try again or change.",
  reload: "Load the page again",
  toCart: "Back to the cart",
  orderOf: ({ position, count }) => `Parcel ${position} of ${count}`,
  orderNumber: (number) => `Number ${number}`,
  callProducer: (phone) => `Call the producer ${phone}`,
  history: "The parcel's way",
  happened: {
    to_confirm: "Placed",
    to_pack: "Confirmed by the producer",
    to_ship: "Packed",
    shipped: "Sent",
    delivered: "Delivered",
    cancelled: "Cancelled",
  },
  ahead: {
    to_confirm: "Placing",
    to_pack: "The producer confirms",
    to_ship: "Packing",
    shipped: "Sending",
    delivered: "Delivery to you",
    cancelled: "Cancelling",
  },
  notYet: "not yet",
  next: {
    to_confirm: "The producer will confirm the order and pack it. Nothing for you to do yet.",
    to_pack: "The producer is getting the goods ready. Nothing for you to do yet.",
    to_ship: "The goods are packed and wait for the courier.",
    shipped: "The parcel is on its way. The courier calls before coming; please have cash ready.",
    delivered: "You have received this parcel. If something is wrong, call the producer.",
    cancelled: "This parcel will not come, and you pay nothing for it.",
  },
  cancelReason: (reason) => `Reason: ${reason}.`,
  tracking: "Tracking number",
  trackingBy: ({ number, carrier }) => (carrier ? `${number} (${carrier})` : number),
  quantity: (quantity) => `${formatNumber(quantity, "en")} ×`,
  goods: "Goods",
  shipping: (name) => (name ? `Delivery (${name})` : "Delivery"),
  orderTotal: "Total of this parcel",
  due: "To pay when this parcel comes",
  paid: "Paid in full",
  summary: "Summary",
  deliverTo: "Deliver to",
  payment: "Payment",
  codFor: (parcels) =>
    parcels > 1
      ? `Cash on delivery, ${parcels} times for ${parcels} parcels`
      : "Cash when you receive the parcel",
  nothingDue: "Nothing to pay",
  total: "Total",
  dueLeft: "Still to pay",
  paidSoFar: "Paid",
  help: "Something to change or cancel? Call the producer before the parcel is sent.",
  print: "For a paper copy, print this page.",
  invalidTitle: "This link opens no order",
  invalidText:
    "Please open the exact link in our e-mail; it may have been cut while copying. If you bought with an account, sign in to see the order.",
} satisfies Phrases["purchase"];
