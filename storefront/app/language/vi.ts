import { account } from "./account.vi";
import { booking } from "./booking.vi";
import { cart } from "./cart.vi";
import { catalog } from "./catalog.vi";
import { checkout } from "./checkout.vi";
import { common } from "./common.vi";
import { home } from "./home.vi";
import { pay } from "./pay.vi";
import { place } from "./place.vi";
import { portal } from "./portal.vi";
import { product } from "./product.vi";
import { purchase } from "./purchase.vi";
import { receipt } from "./receipt.vi";
import { refundRequest } from "./refund-request.vi";
import { search } from "./search.vi";
import { ticket } from "./ticket.vi";
import { verify } from "./verify.vi";

/** Every phrase of the storefront in Vietnamese, the source; one file for each area. */
export const vi = {
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
};

/** What every language must say: a missing phrase is a type error. */
export type Phrases = typeof vi;
