import { authorisePurchase, openOrderPayments } from "./steps/authorise-payments";
import { bindBookings, confirmBookings } from "./steps/bind-bookings";
import { closeCart } from "./steps/close-cart";
import { createOrders } from "./steps/create-orders";
import { linkOrders } from "./steps/link-orders";
import { reserveStock } from "./steps/reserve-stock";

/** What making a purchase consists of between the fence and the end, in this order. */
export const deeds = [
  reserveStock,
  bindBookings,
  createOrders,
  linkOrders,
  authorisePurchase,
  openOrderPayments,
  confirmBookings,
  closeCart,
];
