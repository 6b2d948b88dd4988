import { z } from "zod";
import { BOOKING_STATUSES, UNIT_KINDS } from "../domain/booking";
import { picture } from "./parts";

/** Where one producer's order stands; the one order of these states is domain/purchase.ts. */
export const orderProgress = z.enum([
  "to_confirm",
  "to_pack",
  "to_ship",
  "shipped",
  "delivered",
  "booked",
  "visited",
  "cancelled",
]);

/**
 * `GET /store/purchases/:id?token=&lang=` (signed link, or the customer's own session), never
 * cached. One order for each producer, in the order of the cart.
 */
export const purchaseView = z.object({
  id: z.string(),
  /** Short number for people, e.g. "CL-7K3F9". */
  number: z.string(),
  status: z.enum(["creating", "placed", "failed"]),
  placed_at: z.string().nullable(),
  email: z.string(),
  address: z.object({
    full_name: z.string(),
    phone: z.string(),
    lines: z.array(z.string()),
  }),
  payment: z.object({ provider: z.string(), due_vnd: z.int(), paid_vnd: z.int() }),
  orders: z.array(
    z.object({
      /** Number for people: the purchase's number with a suffix, "CL-7K3F9-1". */
      number: z.string(),
      producer: z.object({ handle: z.string(), name: z.string(), phone: z.string().nullable() }),
      progress: orderProgress,
      /** Instants of what has happened, oldest first. */
      history: z.array(z.object({ progress: orderProgress, at: z.string() })),
      tracking: z.array(z.object({ number: z.string(), carrier: z.string().nullable() })),
      lines: z.array(
        z.object({
          title: z.string(),
          handle: z.string().nullable(),
          unit: z.string(),
          quantity: z.int(),
          price_vnd: z.int(),
          total_vnd: z.int(),
          picture: picture.nullable(),
          /** Stars in force when it was bought, as snapshotted. */
          stars: z.int().nullable(),
          /** Of visits: the e-ticket is `/tickets/:uuid?token=`. Null for goods. */
          visit: z
            .object({
              uuid: z.string(),
              token: z.string(),
              status: z.enum(BOOKING_STATUSES),
              starts_at: z.string(),
              party: z.array(z.object({ kind: z.enum(UNIT_KINDS), count: z.int() })),
              pax: z.int(),
              meeting_point: z.string(),
            })
            .nullable(),
        }),
      ),
      /** False when nothing of this order is sent: visits only. */
      has_parcel: z.boolean(),
      shipping: z.object({ name: z.string(), price_vnd: z.int() }).nullable(),
      goods_vnd: z.int(),
      total_vnd: z.int(),
      due_vnd: z.int(),
      cancel_reason: z.string().nullable(),
    }),
  ),
  goods_vnd: z.int(),
  shipping_vnd: z.int(),
  total_vnd: z.int(),
});

/** `GET /store/purchases?page=` — the signed-in customer's own, newest first, 20 a page. */
export const purchaseList = z.object({
  count: z.int(),
  page: z.int(),
  purchases: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      token: z.string(),
      placed_at: z.string(),
      total_vnd: z.int(),
      producers: z.array(z.string()),
      progress: z.array(orderProgress),
    }),
  ),
});

export type OrderProgress = z.infer<typeof orderProgress>;
export type PurchaseView = z.infer<typeof purchaseView>;
export type PurchaseList = z.infer<typeof purchaseList>;
