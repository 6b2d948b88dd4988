import type { CreateOrderDTO } from "@medusajs/framework/types";

/** What is reserved for one line before money is authorised. */
type PlannedReservation = {
  line_item_id: string;
  inventory_item_id: string;
  location_id: string;
  quantity: number;
  allow_backorder: boolean;
};

/** One visit that becomes a line of the order: its booking is bound to it under these ids. */
export type PlannedBooking = {
  uuid: string;
  cart_line_id: string;
  order_line_item_id: string;
  /** What the whole party pays. */
  amount_vnd: number;
  /** The part of it that is paid at the village. */
  due_vnd: number;
};

/** What one promotion takes off one line or delivery, to be counted as used. */
export type PlannedPromotion = { code: string; promotion_id: string; amount: number };

/**
 * Everything that is needed to make one producer's order, decided once and stored in the fence, so
 * that a retry after a crash makes the same order and not a new one from a cart that changed.
 */
export type OrderPlan = {
  order_id: string;
  producer_id: string;
  payment_collection_id: string;
  total_vnd: number;
  order: CreateOrderDTO & { id: string };
  reservations: PlannedReservation[];
  /** Absent in plans that were stored before tours were sold. */
  bookings?: PlannedBooking[];
  /** Absent in plans that were stored before promotions were counted. */
  promotions?: PlannedPromotion[];
};
