import { sql } from "./settle";

/** What exists of a cart's purchase anywhere: nothing may be twice, nothing may be left over. */
export async function traces() {
  const [row] = await sql()`SELECT
    (SELECT count(*)::int FROM "order" WHERE deleted_at IS NULL) AS orders,
    (SELECT count(*)::int FROM order_cart WHERE deleted_at IS NULL) AS links,
    (SELECT count(*)::int FROM reservation_item WHERE deleted_at IS NULL) AS reservations,
    (SELECT COALESCE(sum(reserved_quantity), 0)::int FROM inventory_level) AS reserved,
    (SELECT count(*)::int FROM payment_collection WHERE deleted_at IS NULL) AS collections,
    (SELECT count(*)::int FROM payment WHERE canceled_at IS NULL AND deleted_at IS NULL)
      AS payments,
    (SELECT count(*)::int FROM purchase.purchase WHERE status = 'placed') AS placed`;
  return row;
}

/** What a cart that was never bought, or was given back, leaves. */
export const nothing = {
  orders: 0,
  links: 0,
  reservations: 0,
  reserved: 0,
  collections: 0,
  payments: 0,
  placed: 0,
};
/** What one cart of two producers with one line each becomes. */
export const twoOrders = {
  orders: 2,
  links: 2,
  reservations: 2,
  reserved: 2,
  collections: 3,
  payments: 3,
  placed: 1,
};
