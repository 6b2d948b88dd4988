import { addDays, type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import { sql } from "../../lib/sql";
import { emptyQueryBuffer, type Noted } from "./empty-query-buffer";

/** Texts of one day, and rows that the nightly trimming leaves. */
export const MOST_A_DAY = 5000;
const MOST_ROWS = 50_000;
/** Days that a text is remembered. */
const KEPT_DAYS = 90;
/** Milliseconds between two writes; after a failure twice as long each time, up to the longest. */
const PAUSE = 5000;
const LONGEST_PAUSE = 80_000;

const buffer = emptyQueryBuffer();
let pause = PAUSE;
let timer: NodeJS.Timeout | undefined;
let isWatching = false;

/**
 * Notes that a shopper's text found nothing, for the operator. Only counts in memory; a timer writes
 * it a few seconds later, and the process's end does. Never throws and never waits. Nothing is kept
 * that may tell who somebody is.
 */
export function noteEmptyQuery(text: string): void {
  buffer.note(text, new Date());
  if (buffer.size === 0) return;
  writeAtTheEnd();
  schedule();
}

function schedule(): void {
  if (timer === undefined) timer = setTimeout(writeLater, pause).unref();
}

function writeLater(): void {
  timer = undefined;
  flushEmptyQueries().then(
    () => {
      pause = PAUSE;
    },
    () => {
      // The texts are held again; without a database nobody can be told either.
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      schedule();
    },
  );
}

/** Writes what was noted so far; when that fails it is noted again and the error thrown. */
export async function flushEmptyQueries(): Promise<void> {
  const noted = buffer.take();
  if (noted.length === 0) return;
  try {
    await writeEmptyQueries(noted);
  } catch (error) {
    buffer.putBack(noted);
    throw error;
  }
}

/** A process that is told to end writes first; where nobody else ends it, it ends itself. */
function writeAtTheEnd(): void {
  if (isWatching) return;
  isWatching = true;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      const isAlone = process.listenerCount(signal) === 0;
      const end = () => (isAlone ? process.kill(process.pid, signal) : undefined);
      flushEmptyQueries().then(end, end);
    });
  }
}

/**
 * Adds counts to those of their days in Vietnam. Rows are written in the order of their keys, so
 * that processes that write the same texts wait for each other instead of blocking each other. A
 * day that is full takes no new text, but goes on counting those it has.
 */
export async function writeEmptyQueries(noted: readonly Noted[]): Promise<void> {
  const rows = [...noted].sort((a, b) => (a.folded < b.folded ? -1 : 1));
  const days = rows.map(({ last_at }) => todayInVietnam(last_at));
  await sql()`
    WITH noted AS (
      SELECT * FROM unnest(${rows.map((row) => row.folded)}::text[], ${days}::text[]::date[],
        ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.times)}::integer[],
        ${rows.map((row) => row.last_at.toISOString())}::text[]::timestamptz[])
        AS n(folded, day, text, times, last_at)
    ), full_day AS (
      SELECT day FROM search.empty_query WHERE day IN (SELECT day FROM noted)
      GROUP BY day HAVING count(*) >= ${MOST_A_DAY}
    )
    INSERT INTO search.empty_query AS e (folded, day, text, times, last_at)
    SELECT n.* FROM noted n
    WHERE n.day NOT IN (SELECT day FROM full_day)
      OR EXISTS (SELECT FROM search.empty_query k WHERE k.folded = n.folded AND k.day = n.day)
    ORDER BY n.folded, n.day
    ON CONFLICT (folded, day) DO UPDATE SET times = e.times + excluded.times,
      text = CASE WHEN excluded.last_at >= e.last_at THEN excluded.text ELSE e.text END,
      last_at = greatest(e.last_at, excluded.last_at)`;
}

/**
 * Forgets texts of days long ago, and the rarest beyond the most rows that are kept.
 * @returns the number of rows forgotten.
 */
export async function trimEmptyQueries(today: LocalDate, most = MOST_ROWS): Promise<number> {
  const old = await sql()`
    DELETE FROM search.empty_query WHERE day <= ${addDays(today, -KEPT_DAYS)}::text::date`;
  const rare = await sql()`
    DELETE FROM search.empty_query WHERE (folded, day) IN (
      SELECT folded, day FROM search.empty_query
      ORDER BY times DESC, last_at DESC, folded OFFSET ${most}::integer)`;
  return old.count + rare.count;
}
