import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { db, Transaction } from "../../lib/sql";
import { type NewRequest, type Request, request } from "./tables";

/** Adds a request; false when its code, session or live purchase is there already. */
export async function insertRequest(tx: Transaction, row: NewRequest): Promise<boolean> {
  const rows = await tx
    .insert(request)
    .values(row)
    .onConflictDoNothing()
    .returning({ code: request.code });
  return rows.length === 1;
}

/** Locks requests until the transaction ends, always in the order of their codes. */
export async function lockRequests(tx: Transaction, codes: string[]): Promise<Request[]> {
  if (codes.length === 0) return [];
  return tx
    .select()
    .from(request)
    .where(inArray(request.code, codes))
    .orderBy(asc(request.code))
    .for("update");
}

/** Locks the request that a purchase can be paid by, or is paid by; null when there is none. */
export async function lockLiveRequest(
  tx: Transaction,
  purchase_id: string,
): Promise<Request | null> {
  const [row] = await tx
    .select()
    .from(request)
    .where(and(eq(request.purchase_id, purchase_id), inArray(request.status, ["open", "paid"])))
    .for("update");
  return row ?? null;
}

/** Locks the request of a payment session; null when there is none. */
export async function lockSessionRequest(
  tx: Transaction,
  session_id: string,
): Promise<Request | null> {
  const [row] = await tx
    .select()
    .from(request)
    .where(eq(request.session_id, session_id))
    .for("update");
  return row ?? null;
}

/** Locks the open request of the purchase with this number; null when it does not await money. */
export async function lockOpenRequestOfNumber(
  tx: Transaction,
  purchase_number: string,
): Promise<Request | null> {
  const [row] = await tx
    .select()
    .from(request)
    .where(and(eq(request.purchase_number, purchase_number), eq(request.status, "open")))
    .for("update");
  return row ?? null;
}

/** Changes a request. Call under its lock. */
export async function updateRequest(
  tx: Transaction,
  code: string,
  change: Partial<Request>,
): Promise<void> {
  await tx.update(request).set(change).where(eq(request.code, code));
}

/** Adds money to an open request and says that it is paid when all of it is there; under its lock. */
export async function addReceived(
  tx: Transaction,
  code: string,
  amount_vnd: number,
): Promise<Request> {
  const isPaid = sql`${request.received_vnd} + ${amount_vnd}::bigint = ${request.amount_vnd}`;
  const [row] = await tx
    .update(request)
    .set({
      received_vnd: sql`${request.received_vnd} + ${amount_vnd}::bigint`,
      status: sql`CASE WHEN ${isPaid} THEN 'paid' ELSE 'open' END`,
      paid_at: sql`CASE WHEN ${isPaid} THEN clock_timestamp() END`,
    })
    .where(eq(request.code, code))
    .returning();
  if (!row) throw new Error(`Request ${code} is gone.`);
  return row;
}

/** The request of a session, else the newest of a purchase; null when there is none. */
export async function selectRequest(
  from: Transaction | ReturnType<typeof db>,
  by: { session_id: string; purchase_id: string },
): Promise<Request | null> {
  const rows = await from
    .select()
    .from(request)
    .where(or(eq(request.session_id, by.session_id), eq(request.purchase_id, by.purchase_id)))
    .orderBy(sql`${request.session_id} = ${by.session_id} DESC, ${request.created_at} DESC`)
    .limit(1);
  return rows[0] ?? null;
}

/** The request with a code; null when there is none. */
export async function findByCode(tx: Transaction, code: string): Promise<Request | null> {
  const [row] = await tx.select().from(request).where(eq(request.code, code));
  return row ?? null;
}
