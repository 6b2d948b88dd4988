/** Which order a cart became. */
export type OrderLink = { order_id: string };

/** What is promised of a shelf. */
export type Shelf = { reserved_quantity: number };

/** An order with the one payment that it has of the purchase. */
export interface PaidOrder {
  id: string;
  total: number;
  shipping_methods: unknown[];
  payment_collections: [
    { amount: number; status: string; payments: [{ amount: number; data: { split_of: string } }] },
  ];
}
