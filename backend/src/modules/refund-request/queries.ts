import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { db, type Transaction } from "../../lib/sql";
import {
  event,
  type RefundRequest,
  type RequestEvent,
  type RequestLine,
  request,
  requestLine,
} from "./tables";

/** Most requests that a job looks at in one run. */
const AT_ONCE = 50;

/** Everybody who asks about one order takes turns until the transaction ends. */
export async function lockOrder(tx: Transaction, order_id: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`refund-request:${order_id}`}))`);
}

/** The requests of some orders, the oldest first. */
export async function selectRequestsOf(order_ids: string[]): Promise<RefundRequest[]> {
  if (order_ids.length === 0) return [];
  return db()
    .select()
    .from(request)
    .where(inArray(request.order_id, order_ids))
    .orderBy(asc(request.asked_at), asc(request.id));
}

/** One request; null for an unknown one. */
export async function selectRequest(id: string): Promise<RefundRequest | null> {
  const [row] = await db().select().from(request).where(eq(request.id, id));
  return row ?? null;
}

/** Locks one request until the transaction ends; null for an unknown one. */
export async function lockRequest(tx: Transaction, id: string): Promise<RefundRequest | null> {
  const [row] = await tx.select().from(request).where(eq(request.id, id)).for("update");
  return row ?? null;
}

/** The states of an order's requests. Under `lockOrder` nobody adds one meanwhile. */
export async function selectStates(
  tx: Transaction,
  order_id: string,
): Promise<Pick<RefundRequest, "state">[]> {
  return tx.select({ state: request.state }).from(request).where(eq(request.order_id, order_id));
}

/** Adds a request with its lines. The database refuses a second one that is not ended. */
export async function insertRequest(
  tx: Transaction,
  row: typeof request.$inferInsert,
  lines: Omit<RequestLine, "request_id">[],
): Promise<RefundRequest> {
  const [stored] = await tx.insert(request).values(row).returning();
  if (!stored) throw new Error(`Request ${row.id} was not stored.`);
  if (lines.length > 0) {
    await tx.insert(requestLine).values(lines.map((line) => ({ ...line, request_id: row.id })));
  }
  return stored;
}

/** Changes a request. Under its lock. */
export async function updateRequest(
  tx: Transaction,
  id: string,
  change: Partial<RefundRequest>,
): Promise<RefundRequest> {
  const [row] = await tx.update(request).set(change).where(eq(request.id, id)).returning();
  if (!row) throw new Error(`Request ${id} is gone.`);
  return row;
}

/** Notes what happened, in the same transaction as it. */
export async function insertEvent(
  tx: Transaction,
  row: Omit<RequestEvent, "id" | "told_at">,
): Promise<void> {
  await tx.insert(event).values(row);
}

/** The lines of some requests. */
export async function selectLinesOf(request_ids: string[]): Promise<RequestLine[]> {
  if (request_ids.length === 0) return [];
  return db().select().from(requestLine).where(inArray(requestLine.request_id, request_ids));
}

/** Everything that happened to a request, the oldest first. */
export async function selectEvents(request_id: string): Promise<RequestEvent[]> {
  return db().select().from(event).where(eq(event.request_id, request_id)).orderBy(asc(event.id));
}

/** What happened to a request and nobody was told yet, the oldest first. */
export async function selectUntoldEvents(request_id: string): Promise<RequestEvent[]> {
  return db()
    .select()
    .from(event)
    .where(and(eq(event.request_id, request_id), isNull(event.told_at)))
    .orderBy(asc(event.id));
}

/** Requests with events of which nobody was told within a minute, the longest waiting first. */
export async function selectUntold(): Promise<string[]> {
  const rows = await db()
    .select({ id: event.request_id })
    .from(event)
    .where(and(isNull(event.told_at), lt(event.at, sql`now() - interval '1 minute'`)))
    .groupBy(event.request_id)
    .orderBy(sql`min(${event.at})`)
    .limit(AT_ONCE);
  return rows.map(({ id }) => id);
}

/** Says that the mails of an event are written; a repeat changes nothing. */
export async function setTold(id: number): Promise<void> {
  await db()
    .update(event)
    .set({ told_at: sql`clock_timestamp()` })
    .where(and(eq(event.id, id), isNull(event.told_at)));
}

/** Requests whose answer or whose goods are overdue, the longest waiting first. */
export async function selectOverdue(): Promise<Pick<RefundRequest, "id" | "state">[]> {
  return db()
    .select({ id: request.id, state: request.state })
    .from(request)
    .where(
      or(
        and(eq(request.state, "open"), lt(request.answer_by, sql`now()`)),
        and(
          eq(request.state, "to_send_back"),
          isNotNull(request.send_back_by),
          lt(request.send_back_by, sql`now()`),
        ),
      ),
    )
    .orderBy(asc(request.asked_at))
    .limit(AT_ONCE);
}

/** Requests whose money nobody has tried to give back within a minute, the least tried first. */
export async function selectUnpaid(): Promise<string[]> {
  const last = sql`GREATEST(${request.tried_at}, ${request.answered_at}, ${request.decided_at},
    ${request.received_at})`;
  const rows = await db()
    .select({ id: request.id })
    .from(request)
    .where(and(eq(request.state, "paying"), sql`${last} < now() - interval '1 minute'`))
    .orderBy(sql`${request.tried_at} NULLS FIRST`, desc(request.asked_at))
    .limit(AT_ONCE);
  return rows.map(({ id }) => id);
}

/** Notes a try to give money back, and why it failed; only while it is still to be given. */
export async function setTried(id: string, failure: string | null): Promise<void> {
  await db()
    .update(request)
    .set({ tried_at: sql`clock_timestamp()`, failure })
    .where(and(eq(request.id, id), eq(request.state, "paying")));
}
