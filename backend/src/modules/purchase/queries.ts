import { and, asc, count, desc, eq, inArray, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db, type Transaction } from "../../lib/sql";
import {
  type NewOrderLineSnapshot,
  type NewPurchase,
  type NewPurchaseOrder,
  type OrderLineSnapshot,
  orderLineSnapshot,
  type Purchase,
  type PurchaseOrder,
  purchase,
  purchaseOrder,
} from "./tables";

const leaseFor = (milliseconds: number) => sql`now() + ${`${milliseconds} milliseconds`}::interval`;

/**
 * Makes everybody who buys with this phone number wait until this transaction ends, so that two
 * carts cannot both pass the ceiling of cash on delivery.
 */
export async function lockPhone(tx: Transaction, phone: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`cod:${phone}`}, 0))`);
}

/** Cash that a phone number still owes: placed and being placed, without one cart's own purchase. */
export async function openCash(
  tx: Transaction | ReturnType<typeof db>,
  owed: { phone: string; except_cart_id: string },
): Promise<number> {
  const [row] = await tx
    .select({ open_vnd: sql<string>`COALESCE(sum(${purchaseOrder.due_vnd}), 0)` })
    .from(purchaseOrder)
    .innerJoin(purchase, eq(purchase.id, purchaseOrder.purchase_id))
    .where(
      and(
        eq(purchase.phone, owed.phone),
        ne(purchase.status, "failed"),
        ne(purchase.cart_id, owed.except_cart_id),
      ),
    );
  return Number(row?.open_vnd ?? 0);
}

/**
 * Puts up the fence of a cart with a lease. Of any number of racing inserts for one cart exactly
 * one returns true; the others wait for it to commit and return false.
 */
export async function insertPurchase(
  tx: Transaction,
  row: NewPurchase & { lease_token: string },
  leaseMs: number,
): Promise<boolean> {
  const rows = await tx
    .insert(purchase)
    .values({ ...row, status: "creating", lease_until: leaseFor(leaseMs) })
    .onConflictDoNothing({ target: purchase.cart_id })
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/** Locks the fence of a cart until the transaction ends; null when the cart has none. */
export async function lockPurchaseOfCart(
  tx: Transaction,
  cart_id: string,
): Promise<(Purchase & { lease_is_free: boolean }) | null> {
  const [row] = await tx
    .select({
      row: purchase,
      lease_is_free: sql<boolean>`COALESCE(${purchase.lease_until} < now(), true)`,
    })
    .from(purchase)
    .where(eq(purchase.cart_id, cart_id))
    .for("update");
  return row ? { ...row.row, lease_is_free: row.lease_is_free } : null;
}

/** Hands the lease of a locked purchase to a new worker. Call under `lockPurchaseOfCart`. */
export async function takeLease(
  tx: Transaction,
  lease: { purchase_id: string; token: string; ms: number },
): Promise<void> {
  await tx
    .update(purchase)
    .set({ lease_token: lease.token, lease_until: leaseFor(lease.ms) })
    .where(eq(purchase.id, lease.purchase_id));
}

/** What an earlier attempt to buy the same cart has left in its row. */
const asNew = {
  failure: null,
  paid_at: null,
  trouble_since: null,
  is_hopeless: false,
  given_up: null,
  told_at: null,
  next_look_at: null,
};

/** Replaces a failed purchase by a new plan under the same id and number; its old orders go. */
export async function replaceFailedPurchase(
  tx: Transaction,
  purchase_id: string,
  row: Omit<NewPurchase, "id" | "number"> & { lease_token: string },
  leaseMs: number,
): Promise<void> {
  await tx.delete(purchaseOrder).where(eq(purchaseOrder.purchase_id, purchase_id));
  await tx
    .update(purchase)
    .set({ ...row, ...asNew, status: "creating", lease_until: leaseFor(leaseMs) })
    .where(and(eq(purchase.id, purchase_id), eq(purchase.status, "failed")));
}

/** Adds the orders and lines of a purchase; the (purchase, producer) pair is unique. */
export async function insertOrders(
  tx: Transaction,
  orders: NewPurchaseOrder[],
  lines: NewOrderLineSnapshot[],
): Promise<void> {
  await tx.insert(purchaseOrder).values(orders);
  await tx.insert(orderLineSnapshot).values(lines);
}

/** The purchase is still being made, and this token holds its lease. */
export function isHeldBy(lease: { purchase_id: string; token: string }) {
  return and(
    eq(purchase.id, lease.purchase_id),
    eq(purchase.lease_token, lease.token),
    inArray(purchase.status, ["creating", "awaiting"]),
  );
}

/** Prolongs a lease; false when it went to somebody else or the purchase is no longer creating. */
export async function renewLease(lease: {
  purchase_id: string;
  token: string;
  ms: number;
}): Promise<boolean> {
  const rows = await db()
    .update(purchase)
    .set({ lease_until: leaseFor(lease.ms) })
    .where(isHeldBy(lease))
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/**
 * Ends the making of a purchase, for the holder of the lease only; false for anybody else. What was
 * paid before is collected of the orders with it.
 */
export async function closePurchase(
  tx: Transaction,
  lease: { purchase_id: string; token: string },
  end: { status: "placed"; at: Date } | { status: "failed"; failure: string },
): Promise<boolean> {
  const rows = await tx
    .update(purchase)
    .set({
      status: end.status,
      lease_token: null,
      lease_until: null,
      plan: null,
      address_hash: null,
      ...(end.status === "placed"
        ? { placed_at: end.at, failure: null, trouble_since: null }
        : { failure: end.failure }),
    })
    .where(isHeldBy(lease))
    .returning({ id: purchase.id });
  if (rows.length === 1 && end.status === "placed") {
    await tx
      .update(purchaseOrder)
      .set({ collected_vnd: sql`${purchaseOrder.total_vnd}` })
      .where(
        and(eq(purchaseOrder.purchase_id, lease.purchase_id), eq(purchaseOrder.is_prepaid, true)),
      );
  }
  return rows.length === 1;
}

/** Notes that the buyer's e-mail was written; only the first call returns true. */
export async function markAnnounced(purchase_id: string): Promise<boolean> {
  const rows = await db()
    .update(purchase)
    .set({ announced_at: sql`now()` })
    .where(and(eq(purchase.id, purchase_id), isNull(purchase.announced_at)))
    .returning({ id: purchase.id });
  return rows.length === 1;
}

/** Placed purchases that nobody announced within a minute, oldest first, at most 100. */
export async function selectUnannounced(): Promise<string[]> {
  const rows = await db()
    .select({ id: purchase.id })
    .from(purchase)
    .where(
      and(
        eq(purchase.status, "placed"),
        isNull(purchase.announced_at),
        lt(purchase.placed_at, sql`now() - interval '1 minute'`),
      ),
    )
    .orderBy(asc(purchase.placed_at))
    .limit(100);
  return rows.map((row) => row.id);
}

/** Rows whose column is among the values, for any of the pairs; without any value no row at all. */
function anyOf(...wanted: [PgColumn, string[] | undefined][]): SQL {
  const given = wanted.map(([column, values]) => values?.length && inArray(column, values));
  return or(...given.filter((one) => typeof one === "object")) ?? sql`false`;
}

/** Purchases by their ids or their carts' ids. */
export async function selectPurchases(by: {
  ids?: string[];
  cart_ids?: string[];
}): Promise<Purchase[]> {
  return db()
    .select()
    .from(purchase)
    .where(anyOf([purchase.id, by.ids], [purchase.cart_id, by.cart_ids]));
}

/** One page of a customer's purchases, placed and awaiting, newest first, and how many there are. */
export async function selectPurchasesOfCustomer(page: {
  customer_id: string;
  limit: number;
  offset: number;
}): Promise<{ count: number; purchases: Purchase[] }> {
  const mine = and(
    eq(purchase.customer_id, page.customer_id),
    inArray(purchase.status, ["awaiting", "placed"]),
  );
  const [counted] = await db().select({ count: count() }).from(purchase).where(mine);
  const purchases = await db()
    .select()
    .from(purchase)
    .where(mine)
    .orderBy(desc(purchase.created_at), desc(purchase.id))
    .limit(page.limit)
    .offset(page.offset);
  return { count: counted?.count ?? 0, purchases };
}

/** Orders of some purchases, in the order of the cart. */
export async function selectOrders(by: {
  purchase_ids?: string[];
  order_ids?: string[];
}): Promise<PurchaseOrder[]> {
  return db()
    .select()
    .from(purchaseOrder)
    .where(
      anyOf([purchaseOrder.purchase_id, by.purchase_ids], [purchaseOrder.order_id, by.order_ids]),
    )
    .orderBy(asc(purchaseOrder.purchase_id), asc(purchaseOrder.position));
}

/** Lines of some orders, in the order of the cart. */
export async function selectLines(order_ids: string[]): Promise<OrderLineSnapshot[]> {
  if (order_ids.length === 0) return [];
  return db()
    .select()
    .from(orderLineSnapshot)
    .where(inArray(orderLineSnapshot.order_id, order_ids))
    .orderBy(asc(orderLineSnapshot.order_id), asc(orderLineSnapshot.position));
}
