import { z } from "zod";
import { UNIT_KINDS } from "../domain/booking";
import { PAYMENT_METHODS } from "../domain/payment";
import { picture } from "./parts";

/** A reason why a line or a group cannot be bought now. */
export const lineProblem = z.enum([
  "producer_closed",
  "out_of_stock",
  "quantity_above_stock",
  "not_for_sale",
  /** A tour in the cart without a booking of its own. */
  "tour_not_bookable",
  /** The hold ran out and its seats are gone. */
  "departure_full",
  /** The host closed the departure, or booking it has ended. */
  "departure_closed",
]);

/** `GET /store/carts/:id/checkout?lang=` — the cart as the buyer sees it, grouped by producer. */
export const checkoutView = z.object({
  cart_id: z.string(),
  email: z.string().nullable(),
  address: z
    .object({
      full_name: z.string(),
      phone: z.string(),
      province_code: z.string(),
      commune_code: z.string(),
      street: z.string(),
    })
    .nullable(),
  groups: z.array(
    z.object({
      producer: z.object({
        id: z.string(),
        handle: z.string(),
        name: z.string(),
        province: z.string(),
      }),
      lines: z.array(
        z.object({
          id: z.string(),
          variant_id: z.string(),
          product: z.object({ handle: z.string(), title: z.string(), kind: z.string() }),
          variant_title: z.string(),
          unit: z.string(),
          picture: picture.nullable(),
          quantity: z.int(),
          /** What can be bought at most now; null when stock is not tracked. */
          stock: z.int().nullable(),
          price_vnd: z.int(),
          total_vnd: z.int(),
          problem: lineProblem.nullable(),
          /** Of tours: what is booked. Null for goods and for lines without a booking. */
          visit: z
            .object({
              uuid: z.string(),
              starts_at: z.string(),
              party: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.int() })),
              pax: z.int(),
              meeting_point: z.string(),
              /** Until when the seats are kept; in the past when the hold ran out. */
              expires_at: z.string(),
              can_extend: z.boolean(),
            })
            .nullable(),
        }),
      ),
      shipping_options: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          note: z.string(),
          price_vnd: z.int(),
          is_chosen: z.boolean(),
        }),
      ),
      /** Goods and visits. */
      goods_vnd: z.int(),
      shipping_vnd: z.int(),
      /** The part of goods_vnd that is paid at the village with cash on delivery. */
      visits_vnd: z.int(),
    }),
  ),
  payment_options: z.array(
    z.object({
      id: z.enum(PAYMENT_METHODS),
      is_available: z.boolean(),
      /**
       * Stable code when not available: cod_ceiling, card_floor, card_ceiling, transfer_ceiling,
       * nothing_to_pay.
       */
      reason: z.string().nullable(),
    }),
  ),
  goods_vnd: z.int(),
  shipping_vnd: z.int(),
  visits_vnd: z.int(),
  total_vnd: z.int(),
  parcels: z.int(),
  /** Lines that are visits. */
  visit_count: z.int(),
  item_count: z.int(),
  /** Set once the cart has become a purchase, placed or awaiting its money. */
  purchase: z.object({ id: z.string(), token: z.string() }).nullable(),
});

/**
 * Body of `POST /store/carts/:id/checkout`: everything of the one-page checkout at once. The answer
 * is `checkoutDone`; the same body twice gives the same purchase.
 */
export const checkoutBody = z.strictObject({
  email: z.string().trim().min(1).max(254),
  full_name: z.string().trim().min(2).max(100),
  phone: z.string().trim().min(1).max(20),
  /** Empty, with commune and street, when nothing in the cart is sent. */
  province_code: z.union([z.literal(""), z.string().regex(/^\d{2}$/)]).default(""),
  commune_code: z.union([z.literal(""), z.string().regex(/^\d{5}$/)]).default(""),
  street: z.union([z.literal(""), z.string().trim().min(3).max(200)]).default(""),
  note: z.string().trim().max(500).default(""),
  /** Shipping option by producer id; a producer left out gets its cheapest option. */
  shipping: z.record(z.string().max(64), z.string().max(64)).default({}),
  /** One of those that the cart's `payment_options` offer. */
  payment: z.enum(PAYMENT_METHODS),
  /** What the buyer saw; refused with total_changed when it is no longer true. */
  expected_total_vnd: z.int().min(0).max(10_000_000_000),
  lang: z.enum(["vi", "en"]).default("vi"),
});

/**
 * `token` is the signature of the purchase link: `/purchase/:id?token=`. A prepaid purchase is
 * `awaiting` until its money comes: the buyer pays on that page.
 */
export const checkoutDone = z.object({
  purchase_id: z.string(),
  token: z.string(),
  status: z.enum(["awaiting", "placed"]),
});

/** Every 4xx of our own routes has this body. `fields` names each faulty field with a code. */
export const refusal = z.object({
  type: z.string(),
  code: z.string(),
  message: z.string(),
  fields: z
    .array(z.object({ field: z.string(), code: z.string(), message: z.string() }))
    .optional(),
  /** Lines that cannot be bought, when a cart is refused. */
  lines: z.array(z.object({ line_id: z.string(), problem: lineProblem })).optional(),
  /** With `cart_awaiting`: the purchase that waits for its money, to be paid or abandoned first. */
  purchase: z.object({ id: z.string(), token: z.string() }).optional(),
});

export type CheckoutView = z.infer<typeof checkoutView>;
export type CheckoutBody = z.infer<typeof checkoutBody>;
export type CheckoutDone = z.infer<typeof checkoutDone>;
export type LineProblem = z.infer<typeof lineProblem>;
export type Refusal = z.infer<typeof refusal>;
