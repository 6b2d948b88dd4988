import { notFound, refuse } from "../../lib/errors";
import { inTransaction } from "../../lib/sql";
import * as queries from "./refund-queries";
import type { OrderRefund, ReturnedGoods } from "./refund-tables";
import type { PurchaseOrder } from "./tables";

export type { OrderRefund, Payee, ReturnedGoods } from "./refund-tables";

/** How long one worker may take over one step of a refund, in milliseconds. */
const LEASE_MS = 120_000;
const LONGEST_FAILURE = 300;

/** A refund as it is asked for. */
export type RefundWish = Pick<
  OrderRefund,
  "key" | "order_id" | "amount_vnd" | "goods" | "is_sound" | "payee" | "note" | "actor_id"
>;
/** The right to work on a refund. */
export type RefundLease = { key: string; token: string };

/**
 * Begins a refund, or takes up one that was begun under the same key. Afterwards its amount counts
 * against what came in for the order, until it is done. `is_repeat`: it is done already, and nobody
 * holds a lease. `order_total_vnd` is what the order costs in Medusa's books now.
 *
 * Refuses `refund_too_much` (above what came in and was not given back), `refund_nothing`,
 * `refund_key_reused` (the key with other content), `refund_busy` (somebody moves money of this order
 * in this moment); 404 for an unknown order.
 */
export async function beginRefund(
  wish: RefundWish & { token: string; order_total_vnd: number },
): Promise<{ refund: OrderRefund; is_repeat: boolean }> {
  const { token, order_total_vnd, ...asked } = wish;
  const goods = sorted(wish.goods);
  return inTransaction(async (tx) => {
    const order = await queries.lockOrder(tx, wish.order_id);
    if (!order) notFound("The order");
    const before = await queries.selectRefund(wish.key, tx);
    if (before && !isSame(before, wish)) {
      refuse("refund_key_reused", `Another refund was begun as ${wish.key}: give it another key`);
    }
    if (before?.state === "done") return { refund: before, is_repeat: true };
    if (!before) {
      if (wish.amount_vnd === 0 && goods.length === 0) {
        refuse("refund_nothing", "Say how much goes back, or which goods");
      }
      const of = { order_id: wish.order_id, except_key: wish.key };
      const rest = order.collected_vnd - (await queries.sumBegun(tx, of));
      if (wish.amount_vnd > rest) refuseAbove(rest);
    }
    const owed_vnd = Math.max(0, order.collected_vnd + order.due_vnd - order_total_vnd);
    const refund = before ?? (await queries.insertRefund(tx, { ...asked, goods, owed_vnd }));
    const lease = { key: refund.key, order_id: refund.order_id, token, ms: LEASE_MS };
    if (!(await queries.takeRefundLease(tx, lease))) {
      refuse("refund_busy", "Money of this order is being given back right now: ask again");
    }
    return { refund, is_repeat: false };
  });
}

function refuseAbove(rest: number): never {
  const message = `At most ${Math.max(0, rest)} đồng of this order can still be given back`;
  refuse("refund_too_much", message, {
    fields: [{ field: "amount_vnd", code: "refund_too_much", message }],
  });
}

function sorted(goods: readonly ReturnedGoods[]): ReturnedGoods[] {
  return [...goods]
    .sort((a, b) => (a.line_item_id < b.line_item_id ? -1 : 1))
    .map(({ line_item_id, quantity }) => ({ line_item_id, quantity }));
}

function isSame(before: OrderRefund, wish: RefundWish): boolean {
  return (
    before.order_id === wish.order_id &&
    before.amount_vnd === wish.amount_vnd &&
    before.is_sound === wish.is_sound &&
    JSON.stringify(sorted(before.goods)) === JSON.stringify(sorted(wish.goods))
  );
}

/** Notes what a step of a refund made, and keeps the lease. @throws Error when the lease was lost. */
export async function noteRefundMade(
  lease: RefundLease,
  made: Partial<Pick<OrderRefund, "return_id" | "refund_id">> = {},
): Promise<void> {
  if (await queries.updateLeased(lease, made, LEASE_MS)) return;
  throw new Error(`Somebody else has taken over the refund ${lease.key}.`);
}

/** All books tell the refund. @throws Error when the lease was lost. */
export async function endRefund(lease: RefundLease): Promise<void> {
  if (await queries.closeRefund(lease)) return;
  throw new Error(`Somebody else has taken over the refund ${lease.key}.`);
}

/** Frees a refund that could not be finished now; the job tries again after a pause. */
export async function noteRefundFailed(lease: RefundLease, failure: string): Promise<void> {
  await queries.noteRefundFailure(lease, failure.slice(0, LONGEST_FAILURE));
}

/** The refund of a key; null when it was never begun. */
export async function findRefund(key: string): Promise<OrderRefund | null> {
  return queries.selectRefund(key);
}

/** Refunds of an order, oldest first. */
export async function listRefundsOf(order_id: string): Promise<OrderRefund[]> {
  return queries.selectRefundsOf(order_id);
}

/** Refunds that were begun and that nobody finishes, at most 100. */
export async function listUnfinishedRefunds(): Promise<OrderRefund[]> {
  return queries.selectUnfinished();
}

/** The order whose own payment lies in a collection; null for the purchase's and others. */
export async function findOrderOfPayment(
  payment_collection_id: string,
): Promise<PurchaseOrder | null> {
  return queries.selectOrderOfPayment(payment_collection_id);
}
