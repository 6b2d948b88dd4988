import { randomUUID } from "node:crypto";
import type { ExecArgs } from "@medusajs/framework/types";
import { closeSql, sql } from "../lib/sql";
import { BOOKING_MODULE, newCode } from "../modules/booking";
import type BookingModuleService from "../modules/booking/service";

const clients = 20;
const rounds = 3;
const secondsEach = 4;
/** Departures over which holds are spread. */
const spreadOver = 10_000;

type Target = { departure_id: string; option_id: string; unit_id: string };
type Speed = { perSecond: number; p50: number; p99: number };
type Hold = (target: Target) => Promise<unknown>;

/**
 * `medusa exec ./src/scripts/bench-booking.ts` after the departures of scripts/bench/booking-rows
 * were written: holds per second by the booking module and by the same transaction in plain SQL,
 * over the same pool in the same process, in rounds that alternate; on one hot departure and spread
 * over 10,000. Prints `bench-booking {…}` with the best round of each. Holds of one adult.
 */
export default async function benchBooking({ container }: ExecArgs): Promise<void> {
  const service = container.resolve<BookingModuleService>(BOOKING_MODULE);
  const spread = await targets(spreadOver);
  const byService: Hold = ({ departure_id, unit_id }) => {
    const uuid = randomUUID();
    return service.hold({
      uuid,
      departure_id,
      party: { [unit_id]: 1 },
      cart_id: `cart_${uuid}`,
      address: uuid,
    });
  };
  const found: Record<string, Speed[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    const hot = await targets(1);
    for (const [where, among] of [
      ["hot", hot],
      ["spread", spread],
    ] as const) {
      for (const [name, hold] of [
        ["raw", byPlainSql],
        ["service", byService],
      ] as const) {
        const key = `${where}_${name}`;
        found[key] = [...(found[key] ?? []), await measure(hold, among)];
      }
    }
  }
  const best = Object.fromEntries(
    Object.entries(found).map(([key, speeds]) => [
      key,
      speeds.reduce((one, other) => (other.perSecond > one.perSecond ? other : one)),
    ]),
  );
  process.stdout.write(`bench-booking ${JSON.stringify(best)}\n`);
  await closeSql();
}

/** Random departures of the bench's own tours that can be booked, with room for everything that the bench holds. */
async function targets(count: number): Promise<Target[]> {
  const rows = await sql()<Target[]>`
    UPDATE booking.departure d SET capacity = 1000000
    FROM (SELECT id, option_id FROM booking.departure TABLESAMPLE SYSTEM (10)
      WHERE status = 'open' AND cutoff_at > now() + interval '1 day'
        AND id LIKE 'dep\\_bench\\_%'
      ORDER BY random() LIMIT ${count}) AS chosen
    JOIN booking.unit u ON u.option_id = chosen.option_id AND u.kind = 'ADULT'
    WHERE d.id = chosen.id
    RETURNING d.id AS departure_id, d.option_id, u.id AS unit_id`;
  if (rows.length < count) throw new Error("There are too few departures to hold seats of.");
  return rows;
}

/** All clients at once for some seconds, after a short warm-up. */
async function measure(hold: Hold, among: Target[]): Promise<Speed> {
  const run = async (seconds: number): Promise<number[]> => {
    const times: number[] = [];
    const last = performance.now() + seconds * 1000;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let now = performance.now(); now < last; now = performance.now()) {
          const target = among[Math.floor(Math.random() * among.length)];
          if (target) await hold(target);
          times.push(performance.now() - now);
        }
      }),
    );
    return times;
  };
  await run(0.5);
  const times = (await run(secondsEach)).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: Math.round(times.length / secondsEach), p50: at(0.5), p99: at(0.99) };
}

/**
 * The transaction of design/booking.md with nothing around it: one statement per step, all sent in
 * one message, which PostgreSQL runs as one transaction, so that no answer is awaited while the
 * departure is locked. It sells blindly and counts no holds of carts and addresses.
 */
const byPlainSql: Hold = ({ departure_id, option_id, unit_id }) => {
  const [uuid, item] = [randomUUID(), randomUUID()];
  return sql().unsafe(`SET LOCAL lock_timeout = '3s';
    SELECT id FROM booking.departure WHERE id = '${departure_id}' FOR NO KEY UPDATE;
    WITH gone AS (
        UPDATE booking.booking SET status = 'EXPIRED' WHERE departure_id = '${departure_id}'
          AND status = 'ON_HOLD' AND expires_at <= (SELECT clock_timestamp()) RETURNING pax)
      UPDATE booking.departure SET held = held - (SELECT sum(pax) FROM gone)
      WHERE id = '${departure_id}' AND EXISTS (SELECT 1 FROM gone);
    SELECT request_hash FROM booking.booking WHERE uuid = '${uuid}';
    UPDATE booking.departure SET held = held + 1
      WHERE id = '${departure_id}' AND held + confirmed + 1 <= capacity AND status = 'open'
        AND cutoff_at > clock_timestamp();
    INSERT INTO booking.booking
      (uuid, request_hash, departure_id, option_id, producer_id, product_id, pax, status,
        expires_at, cart_id, address_hash, origin, code, full_name, phone, lang, note, policy,
        amount_vnd, due_vnd, collected_vnd, party)
      VALUES ('${uuid}', '${uuid}', '${departure_id}', '${option_id}', 'prdcr', 'prod', 1,
        'ON_HOLD', clock_timestamp() + interval '15 minutes', 'cart_${uuid}', '${uuid}',
        'online', '${newCode()}', '', '', 'vi', '', '[]', 100000, 0, 0, '[]');
    INSERT INTO booking.unit_item
      (id, booking_uuid, unit_id, kind, price_vnd, code, position)
      VALUES ('${item}', '${uuid}', '${unit_id}', 'ADULT', 100000, '${newCode()}', 1);
    INSERT INTO booking.departure_event
      (departure_id, kind, booking_uuid, pax, actor, held, confirmed, capacity)
      SELECT id, 'held', '${uuid}', 1, 'bench', held, confirmed, capacity
      FROM booking.departure WHERE id = '${departure_id}'`);
};
