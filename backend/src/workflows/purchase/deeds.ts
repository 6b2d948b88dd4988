import { openOrderPayments } from "./steps/authorise-payments";
import { authorisePurchase } from "./steps/authorise-purchase";
import { bindBookings, confirmBookings } from "./steps/bind-bookings";
import { captureMaster } from "./steps/capture-master";
import { checkLines } from "./steps/check-lines";
import { closeCart } from "./steps/close-cart";
import { createOrders } from "./steps/create-orders";
import { linkOrders } from "./steps/link-orders";
import { openMaster } from "./steps/open-master";
import { reserveStock } from "./steps/reserve-stock";
import { usePromotions } from "./steps/use-promotions";

/** What is done before the money: a prepaid purchase waits with all of it kept. */
export const deedsBeforeMoney = [reserveStock, bindBookings, usePromotions, openMaster];

/** What is done once the money is there, or at once with cash on delivery. */
export const deedsWithMoney = [
  checkLines,
  createOrders,
  linkOrders,
  authorisePurchase,
  confirmBookings,
  captureMaster,
  openOrderPayments,
  closeCart,
];

/** What making a purchase consists of between the fence and the end, in this order. */
export const deeds = [...deedsBeforeMoney, ...deedsWithMoney];
