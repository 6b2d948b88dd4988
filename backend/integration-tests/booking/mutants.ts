import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/**
 * Ways to sell seats that look right and are not, next to the rule of the booking module, on the
 * smallest tables that tell them apart. The tables have no CHECK on purpose: it would turn a
 * mutant's oversold seat into an error and hide the race that is to be seen.
 */
export const mutantTables = `
  CREATE SCHEMA mutant;
  CREATE TABLE mutant.departure (
    id integer PRIMARY KEY, capacity integer NOT NULL, held integer NOT NULL DEFAULT 0);
  CREATE TABLE mutant.hold (
    uuid uuid PRIMARY KEY, departure_id integer NOT NULL, status text NOT NULL,
    expires_at timestamptz NOT NULL);
  CREATE INDEX ON mutant.hold (departure_id)`;

type Sql = postgres.Sql;
type Tx = postgres.TransactionSql;

/** Sells one seat of departure 1 to a new guest; false when there is none left. */
export type Design = (sql: Sql) => Promise<boolean>;

const insertHold = (tx: Tx) =>
  tx`INSERT INTO mutant.hold (uuid, departure_id, status, expires_at)
    VALUES (${randomUUID()}, 1, 'ON_HOLD', clock_timestamp() + interval '15 minutes')`;

/** The rule: lock the row, reap in a later statement, count in a conditional UPDATE, insert. */
export const theRule: Design = (sql) =>
  sql.begin(async (tx) => {
    await tx`SELECT id FROM mutant.departure WHERE id = 1 FOR NO KEY UPDATE`;
    await tx`WITH gone AS (
        UPDATE mutant.hold SET status = 'EXPIRED' WHERE departure_id = 1
          AND status = 'ON_HOLD' AND expires_at <= clock_timestamp() RETURNING 1)
      UPDATE mutant.departure SET held = held - (SELECT count(*) FROM gone) WHERE id = 1`;
    const taken = await tx`UPDATE mutant.departure SET held = held + 1
      WHERE id = 1 AND held + 1 <= capacity RETURNING id`;
    if (taken.length === 0) return false;
    await insertHold(tx);
    return true;
  });

/** Mutant: no lock. Reads what is left, then writes. */
export const withoutLock: Design = (sql) =>
  sql.begin(async (tx) => {
    const [row] = await tx`SELECT capacity - held AS seats_left FROM mutant.departure WHERE id = 1`;
    if ((row?.seats_left ?? 0) < 1) return false;
    await tx`UPDATE mutant.departure SET held = held + 1 WHERE id = 1`;
    await insertHold(tx);
    return true;
  });

/**
 * Mutant: lock, sum and insert in one statement. The statement waits for the lock with the snapshot
 * that it had before, so the sum does not see what was sold meanwhile.
 */
export const inOneStatement: Design = async (sql) => {
  const sold = await sql`
    WITH locked AS MATERIALIZED (
      SELECT id, capacity FROM mutant.departure WHERE id = 1 FOR UPDATE)
    INSERT INTO mutant.hold (uuid, departure_id, status, expires_at)
    SELECT ${randomUUID()}::uuid, id, 'ON_HOLD', clock_timestamp() + interval '15 minutes'
    FROM locked
    WHERE capacity > (SELECT count(*) FROM mutant.hold
      WHERE departure_id = 1 AND status = 'ON_HOLD' AND expires_at > clock_timestamp())
    RETURNING uuid`;
  return sold.length === 1;
};

/** The same steps under REPEATABLE READ: an advisory lock first, then the sum, then the insert. */
const summedUnder = (isolation: "repeatable read" | "read committed"): Design => {
  return (sql) =>
    sql.begin(`isolation level ${isolation}`, async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(1)`;
      const [row] = await tx`
        SELECT capacity - (SELECT count(*) FROM mutant.hold
          WHERE departure_id = 1 AND status = 'ON_HOLD' AND expires_at > clock_timestamp())::int
          AS seats_left FROM mutant.departure WHERE id = 1`;
      if ((row?.seats_left ?? 0) < 1) return false;
      await insertHold(tx);
      return true;
    });
};

/** Mutant: the snapshot of the whole transaction is older than the lock for which it waited. */
export const underRepeatableRead = summedUnder("repeatable read");

/** Its control: the same statements under READ COMMITTED, where each sees what was committed. */
export const underReadCommitted = summedUnder("read committed");

/** Which clock a statement asks: the transaction's first moment, or this one. */
export type Clock = "now()" | "clock_timestamp()";

/** Sells a seat of departure 1 when the live holds leave one, by the given clock, under its lock. */
export function takeFreeSeat(sql: Sql, clock: Clock): Promise<boolean> {
  return sql.begin(async (tx) => {
    await tx`SELECT id FROM mutant.departure WHERE id = 1 FOR NO KEY UPDATE`;
    const [row] = await tx`
      SELECT capacity - (SELECT count(*) FROM mutant.hold WHERE departure_id = 1
        AND (status = 'CONFIRMED' OR expires_at > ${tx.unsafe(clock)}))::int AS seats_left
      FROM mutant.departure WHERE id = 1`;
    if ((row?.seats_left ?? 0) < 1) return false;
    await insertHold(tx);
    return true;
  });
}

/**
 * Confirms a hold of departure 1 if it is alive by the given clock; locks departure 0 first, as a
 * cart with visits of two departures does. With `now()` a wait at departure 0 makes the clock stale.
 */
export function confirmHold(sql: Sql, uuid: string, clock: Clock): Promise<boolean> {
  return sql.begin(async (tx) => {
    for (const id of [0, 1]) {
      await tx`SELECT id FROM mutant.departure WHERE id = ${id} FOR NO KEY UPDATE`;
    }
    const confirmed = await tx`UPDATE mutant.hold SET status = 'CONFIRMED'
      WHERE uuid = ${uuid} AND expires_at > ${tx.unsafe(clock)} RETURNING uuid`;
    return confirmed.length === 1;
  });
}
