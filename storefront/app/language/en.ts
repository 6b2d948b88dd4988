import { account } from "./account.en";
import { booking } from "./booking.en";
import { cart } from "./cart.en";
import { catalog } from "./catalog.en";
import { checkout } from "./checkout.en";
import { common } from "./common.en";
import { home } from "./home.en";
import { pay } from "./pay.en";
import { place } from "./place.en";
import { portal } from "./portal.en";
import { product } from "./product.en";
import { purchase } from "./purchase.en";
import { receipt } from "./receipt.en";
import { refundRequest } from "./refund-request.en";
import { search } from "./search.en";
import { ticket } from "./ticket.en";
import { verify } from "./verify.en";
import type { Phrases } from "./vi";

/** Every phrase of the storefront in English. */
export const en = {
  common,
  home,
  catalog,
  product,
  booking,
  cart,
  checkout,
  account,
  pay,
  purchase,
  receipt,
  refundRequest,
  portal,
  search,
  ticket,
  verify,
  place,
} satisfies Phrases;
