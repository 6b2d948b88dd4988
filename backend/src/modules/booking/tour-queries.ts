import type { LocalDate } from "@cho-lang/shared/calendar";
import type { UnitKind } from "@cho-lang/shared/domain/booking";
import { inArray } from "drizzle-orm";
import { sql, type Transaction } from "../../lib/sql";
import { newId } from "./ids";
import { fromRow, type RawRow, type Sql } from "./rows";
import type { StandingDeparture, WantedDeparture } from "./rules";
import {
  departure,
  type Option,
  option,
  type ScheduleRule,
  scheduleRule,
  type Unit,
  unit,
} from "./tables";

/** Options by their ids, their tours or their producer, as they are shown. */
export async function selectOptions(by: {
  option_ids?: string[] | undefined;
  product_ids?: string[] | undefined;
  producer_id?: string | undefined;
}): Promise<Option[]> {
  const rows = await sql()<RawRow[]>`
    SELECT * FROM booking.option
    WHERE id = ANY(${by.option_ids ?? []}::text[])
      OR product_id = ANY(${by.product_ids ?? []}::text[])
      OR producer_id = ${by.producer_id ?? null}::text
    ORDER BY product_id, position`;
  return rows.map((row) => fromRow(option, row));
}

/** Options by id, the next ones after a given id; all of them come by going on until none is left. */
export async function selectOptionsAfter(after: string, limit: number): Promise<Option[]> {
  const rows = await sql()<RawRow[]>`
    SELECT * FROM booking.option WHERE id > ${after} ORDER BY id LIMIT ${limit}::int`;
  return rows.map((row) => fromRow(option, row));
}

/** The units of options, in their order. */
export async function selectUnits(option_ids: string[]): Promise<Unit[]> {
  const rows = await sql()<RawRow[]>`
    SELECT * FROM booking.unit WHERE option_id = ANY(${option_ids}::text[])
    ORDER BY option_id, position`;
  return rows.map((row) => fromRow(unit, row));
}

/** The schedules of options. */
export async function selectRules(option_ids: string[]): Promise<ScheduleRule[]> {
  const rows = await sql()<RawRow[]>`
    SELECT * FROM booking.schedule_rule WHERE option_id = ANY(${option_ids}::text[])
    ORDER BY option_id, position`;
  return rows.map((row) => fromRow(scheduleRule, row));
}

/** Adds options with their units and rules; a broken one takes all of them back. */
export async function insertOptions(
  tx: Transaction,
  rows: { options: (typeof option.$inferInsert)[]; units: Unit[]; rules: ScheduleRule[] },
): Promise<Option[]> {
  const made = await tx.insert(option).values(rows.options).returning();
  if (rows.units.length > 0) await tx.insert(unit).values(rows.units);
  if (rows.rules.length > 0) await tx.insert(scheduleRule).values(rows.rules);
  return made;
}

/**
 * Removes options with everything that nobody has booked. The database refuses it where a booking
 * or an event hangs on one of their departures.
 */
export async function deleteOptions(tx: Transaction, ids: string[]): Promise<void> {
  await tx.delete(departure).where(inArray(departure.option_id, ids));
  await tx.delete(scheduleRule).where(inArray(scheduleRule.option_id, ids));
  await tx.delete(unit).where(inArray(unit.option_id, ids));
  await tx.delete(option).where(inArray(option.id, ids));
}

/** Departures of options in a span of days, both ends inclusive. */
export async function selectStanding(
  option_ids: string[],
  span: { from: LocalDate; to: LocalDate },
): Promise<StandingDeparture[]> {
  const rows = await sql()<(RawRow & { is_touched: boolean })[]>`
    SELECT d.*, d.status = 'closed'
      OR EXISTS (SELECT FROM booking.departure_event e WHERE e.departure_id = d.id)
      OR EXISTS (SELECT FROM booking.booking b WHERE b.departure_id = d.id) AS is_touched
    FROM booking.departure d
    WHERE d.option_id = ANY(${option_ids}::text[])
      AND d.local_date BETWEEN ${span.from}::date AND ${span.to}::date`;
  return rows.map((row) => ({ ...fromRow(departure, row), is_touched: row.is_touched }));
}

/** Adds departures; one that is there already (somebody else added it) is left alone. */
export async function insertDepartures(tx: Sql, wanted: WantedDeparture[]): Promise<number> {
  const rows = await tx`
    INSERT INTO booking.departure
      (id, option_id, rule_id, starts_at, local_date, capacity, price_percent, cutoff_at)
    SELECT * FROM unnest(
      ${wanted.map(() => newId("dep"))}::text[],
      ${wanted.map((one) => one.option_id)}::text[],
      ${wanted.map((one) => one.rule_id)}::text[],
      ${wanted.map((one) => one.starts_at.toISOString())}::text[]::timestamptz[],
      ${wanted.map((one) => one.local_date)}::text[]::date[],
      ${wanted.map((one) => one.capacity)}::int[],
      ${wanted.map((one) => one.price_percent)}::int[],
      ${wanted.map((one) => one.cutoff_at.toISOString())}::text[]::timestamptz[])
    ON CONFLICT (option_id, starts_at) DO NOTHING`;
  return rows.count;
}

/** Locks those departures that nobody else is at, until the transaction ends. */
export async function lockIdle(tx: Sql, ids: string[]): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    SELECT id FROM booking.departure WHERE id = ANY(${ids}::text[])
    ORDER BY id FOR UPDATE SKIP LOCKED`;
  return rows.map((row) => row.id);
}

/** Removes locked departures that are still untouched. Call in a statement after `lockIdle`. */
export async function deleteUntouched(tx: Sql, ids: string[]): Promise<number> {
  const rows = await tx`
    DELETE FROM booking.departure d WHERE id = ANY(${ids}::text[]) AND status = 'open'
      AND NOT EXISTS (SELECT FROM booking.departure_event e WHERE e.departure_id = d.id)
      AND NOT EXISTS (SELECT FROM booking.booking b WHERE b.departure_id = d.id)`;
  return rows.count;
}

/** Brings locked departures that are still untouched to what their rule wants now. */
export async function updateUntouched(
  tx: Sql,
  wanted: (WantedDeparture & { id: string })[],
): Promise<number> {
  const rows = await tx`
    UPDATE booking.departure d SET rule_id = w.rule_id, capacity = w.capacity,
      price_percent = w.price_percent, cutoff_at = w.cutoff_at
    FROM unnest(
      ${wanted.map((one) => one.id)}::text[],
      ${wanted.map((one) => one.rule_id)}::text[],
      ${wanted.map((one) => one.capacity)}::int[],
      ${wanted.map((one) => one.price_percent)}::int[],
      ${wanted.map((one) => one.cutoff_at.toISOString())}::text[]::timestamptz[]
    ) AS w (id, rule_id, capacity, price_percent, cutoff_at)
    WHERE d.id = w.id AND d.status = 'open'
      AND NOT EXISTS (SELECT FROM booking.departure_event e WHERE e.departure_id = d.id)
      AND NOT EXISTS (SELECT FROM booking.booking b WHERE b.departure_id = d.id)`;
  return rows.count;
}

/** A unit and what it costs at 100 percent. */
export type UnitPrice = { unit_id: string; price_vnd: number };

/** Sets the price of one kind of visitor in all options of a tour; answers the prices before. */
export async function updateUnitPrice(set: {
  product_id: string;
  kind: UnitKind;
  price_vnd: number;
}): Promise<UnitPrice[]> {
  const rows = await sql()<{ unit_id: string; price_vnd: string }[]>`
    WITH before AS (
      SELECT u.id, u.price_vnd FROM booking.unit u JOIN booking.option o ON o.id = u.option_id
      WHERE o.product_id = ${set.product_id} AND u.kind = ${set.kind} ORDER BY u.id FOR NO KEY UPDATE OF u)
    UPDATE booking.unit u SET price_vnd = ${set.price_vnd}::bigint FROM before
    WHERE u.id = before.id RETURNING u.id AS unit_id, before.price_vnd`;
  return rows.map((row) => ({ unit_id: row.unit_id, price_vnd: Number(row.price_vnd) }));
}

/** Gives units the prices that they had. */
export async function restoreUnitPrices(prices: UnitPrice[]): Promise<void> {
  await sql()`
    UPDATE booking.unit u SET price_vnd = p.price_vnd
    FROM unnest(${prices.map((one) => one.unit_id)}::text[],
      ${prices.map((one) => String(one.price_vnd))}::text[]::bigint[]) AS p (id, price_vnd)
    WHERE u.id = p.id`;
}
