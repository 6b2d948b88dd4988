/**
 * Lock of one order's parcel and money in Medusa. Waits 10 s at most and lapses after 60 s. It is a
 * courtesy for repeats that finish what a crash left; who wins a step is decided by the database.
 */
export function orderLock(input: { order_id: string }) {
  return { key: `order-step:${input.order_id}`, timeout: 10, ttl: 60 };
}
