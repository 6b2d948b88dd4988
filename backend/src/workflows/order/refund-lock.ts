/**
 * Lock of the money of one order that goes back. Waits 10 s at most and lapses after 120 s. It is a
 * courtesy: the lease in the refund's row, and the provider's keys, decide.
 */
export function refundLock({ order_id }: { order_id: string }) {
  return { key: `refund:${order_id}`, timeout: 10, ttl: 120 };
}
