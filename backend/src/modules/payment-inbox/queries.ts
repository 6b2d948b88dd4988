import { randomUUID } from "node:crypto";
import type {
  PaymentEventProvider,
  PaymentEventState,
} from "@cho-lang/shared/domain/payment-event";
import { and, count, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { db } from "../../lib/sql";
import { event, type NewPaymentEvent, type PaymentEvent } from "./tables";

const later = (seconds: number) => sql`now() + ${`${seconds} seconds`}::interval`;
/** Nobody works on the event, or its worker has been silent for too long. */
const isFree = or(isNull(event.lease_until), lt(event.lease_until, sql`now()`));

/**
 * Stores an event. Of any number of repeats, also at the same moment, exactly one is new; the others
 * wait for it to commit and are given its id.
 */
export async function insertEvent(row: NewPaymentEvent): Promise<{ id: string; is_new: boolean }> {
  const id = `payevt_${randomUUID().replaceAll("-", "")}`;
  const inserted = await db()
    .insert(event)
    .values({ ...row, id })
    .onConflictDoNothing({ target: [event.provider, event.event_id] })
    .returning({ id: event.id });
  if (inserted.length === 1) return { id, is_new: true };
  const [known] = await db()
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.provider, row.provider), eq(event.event_id, row.event_id)));
  if (!known) throw new Error(`The event ${row.event_id} of ${row.provider} vanished.`);
  return { id: known.id, is_new: false };
}

/** How many events are due, counted up to `most`; cheap, for a job that asks often. */
export async function countDue(most: number): Promise<number> {
  const due = and(eq(event.state, "new"), sql`${event.next_attempt_at} <= now()`, isFree);
  const rows = await db().select({ id: event.id }).from(event).where(due).limit(most);
  return rows.length;
}

/**
 * Leases the event that has waited longest, or the one with this id, and counts an attempt. Workers
 * that come at the same moment get different events; an event under a lease is given to nobody
 * until the lease runs out. Null when nothing is due.
 */
export async function claimEvent(claim: {
  token: string;
  lease_ms: number;
  id?: string | undefined;
}): Promise<PaymentEvent | null> {
  const due = db()
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        eq(event.state, "new"),
        sql`${event.next_attempt_at} <= now()`,
        isFree,
        claim.id === undefined ? undefined : eq(event.id, claim.id),
      ),
    )
    .orderBy(event.next_attempt_at)
    .limit(1)
    .for("update", { skipLocked: true });
  const rows = await db()
    .update(event)
    .set({
      lease_token: claim.token,
      lease_until: later(claim.lease_ms / 1_000),
      attempts: sql`${event.attempts} + 1`,
    })
    .where(sql`${event.id} = (${due})`)
    .returning();
  return rows[0] ?? null;
}

type Lease = { id: string; token: string };
const isHeldBy = (lease: Lease) => and(eq(event.id, lease.id), eq(event.lease_token, lease.token));

/** Gives the holder of a lease more time; false when another worker has the event. */
export async function renewLease(lease: Lease, lease_ms: number): Promise<boolean> {
  const rows = await db()
    .update(event)
    .set({ lease_until: later(lease_ms / 1_000) })
    .where(isHeldBy(lease))
    .returning({ id: event.id });
  return rows.length === 1;
}

/** Notes that an event is processed; false when another worker has it, who then will note it. */
export async function finishEvent(lease: Lease): Promise<boolean> {
  const rows = await db()
    .update(event)
    .set({
      state: "done",
      processed_at: sql`now()`,
      error: null,
      lease_token: null,
      lease_until: null,
    })
    .where(isHeldBy(lease))
    .returning({ id: event.id });
  return rows.length === 1;
}

/** Notes a failed attempt: tried again after `pause_seconds`, or laid aside when that is null. */
export async function failEvent(
  lease: Lease,
  failure: { error: string; pause_seconds: number | null },
): Promise<boolean> {
  const { error, pause_seconds } = failure;
  const rows = await db()
    .update(event)
    .set({
      error: error.slice(0, 1_000),
      lease_token: null,
      lease_until: null,
      ...(pause_seconds === null
        ? { state: "dead" as const }
        : { next_attempt_at: later(pause_seconds) }),
    })
    .where(isHeldBy(lease))
    .returning({ id: event.id });
  return rows.length === 1;
}

/**
 * Makes an event due again with all its attempts, whatever became of it; false for an unknown one
 * and while a worker has it.
 */
export async function resetEvent(id: string, replayed_by: string): Promise<boolean> {
  const rows = await db()
    .update(event)
    .set({
      state: "new",
      processed_at: null,
      attempts: 0,
      next_attempt_at: sql`now()`,
      error: null,
      lease_token: null,
      lease_until: null,
      replayed_by,
      replayed_at: sql`now()`,
    })
    .where(and(eq(event.id, id), isFree))
    .returning({ id: event.id });
  return rows.length === 1;
}

export async function selectEvent(id: string): Promise<PaymentEvent | null> {
  const [row] = await db().select().from(event).where(eq(event.id, id));
  return row ?? null;
}

/** One page of events, newest first, with how many there are. */
export async function selectEvents(wanted: {
  state?: PaymentEventState | undefined;
  provider?: PaymentEventProvider | undefined;
  limit: number;
  offset: number;
}): Promise<{ count: number; events: PaymentEvent[] }> {
  const which = and(
    wanted.state ? eq(event.state, wanted.state) : undefined,
    wanted.provider ? eq(event.provider, wanted.provider) : undefined,
  );
  const [counted] = await db().select({ count: count() }).from(event).where(which);
  const events = await db()
    .select()
    .from(event)
    .where(which)
    .orderBy(desc(event.received_at), event.id)
    .limit(wanted.limit)
    .offset(wanted.offset);
  return { count: counted?.count ?? 0, events };
}

/** Forgets events that were processed before so many days; those laid aside stay. */
export async function deleteProcessed(days: number): Promise<number> {
  const rows = await db()
    .delete(event)
    .where(
      and(
        eq(event.state, "done"),
        lt(event.processed_at, sql`now() - ${`${days} days`}::interval`),
      ),
    )
    .returning({ id: event.id });
  return rows.length;
}
