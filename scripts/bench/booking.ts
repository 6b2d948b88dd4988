import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addDays, daysBetween, todayInVietnam } from "@cho-lang/shared/calendar";
import { query } from "../lib/database";
import { stage } from "../lib/progress";
import { medusa } from "../lib/system";
import { departureCount, writeDepartures } from "./booking-rows";
import { type BenchSystem, load, printTable } from "./harness";

/** What selling seats promises: times slower than plain SQL, and milliseconds of pages. */
const goals = { service: 1.5, http: 4, p99Ms: 50 };
const httpSeconds = 8;
const httpClients = 8;

type Speed = { perSecond: number; p50: number; p99: number };
type Found = Record<"hot_raw" | "hot_service" | "spread_raw" | "spread_service", Speed>;

/**
 * Seats among a million departures, in one run: holds by plain SQL, by the module and over HTTP,
 * where a hold is also a line in a cart; then the month calendar of a tour and the search for a
 * Saturday.
 */
export async function benchBooking(system: BenchSystem): Promise<void> {
  await stage(`${departureCount} departures (once)`, () => writeDepartures(system.databaseUrl));
  const found = await benchService(system);
  const http = { hot: await benchHttp(system, 1), spread: await benchHttp(system, 10_000) };
  const rows = (["hot", "spread"] as const).flatMap((where) => {
    const raw = found[`${where}_raw`];
    const name = where === "hot" ? "one hot departure" : "over 10,000 departures";
    return [
      row(`${name}, plain SQL`, raw),
      {
        ...row(`${name}, service`, found[`${where}_service`]),
        ...times(raw, found[`${where}_service`], goals.service),
      },
      {
        ...row(`${name}, HTTP with the cart line`, http[where]),
        ...times(raw, http[where], goals.http),
      },
    ];
  });
  printTable("Holds among a million departures", rows);
  await benchPages(system);
}

async function benchService(system: BenchSystem): Promise<Found> {
  const logFile = path.join(mkdtempSync(path.join(tmpdir(), "bench-")), "booking.log");
  await stage("Holds by plain SQL and by the service", () =>
    medusa("The booking bench", ["exec", "./src/scripts/bench-booking.js"], {
      env: system.env,
      logFile,
    }),
  );
  const line = readFileSync(logFile, "utf8").match(/bench-booking (\{.*\})/)?.[1];
  if (!line) throw new Error(`The booking bench said nothing; its log is ${logFile}`);
  return JSON.parse(line) as Found;
}

/** `POST /store/bookings` with a fresh cart and a visitor address each, for some seconds. */
async function benchHttp(system: BenchSystem, departures: number): Promise<Speed> {
  const origin = system.settings.urls.backend;
  const headers = {
    "content-type": "application/json",
    "x-publishable-api-key": system.publishableKey,
  };
  const post = async <T>(route: string, body: object, address: string): Promise<T> => {
    const answer = await fetch(`${origin}${route}`, {
      method: "POST",
      headers: { ...headers, "x-forwarded-for": address },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const targets = await query(
    system.databaseUrl,
    (sql) => sql<{ departure_id: string; unit_id: string }[]>`
      UPDATE booking.departure d SET capacity = 1000000
      FROM (SELECT id, option_id FROM booking.departure TABLESAMPLE SYSTEM (10)
        WHERE status = 'open' AND cutoff_at > now() + interval '1 day' AND id LIKE 'dep\\_bench\\_%'
        ORDER BY random() LIMIT ${departures}) AS chosen
      JOIN booking.unit u ON u.option_id = chosen.option_id AND u.kind = 'ADULT'
      WHERE d.id = chosen.id RETURNING d.id AS departure_id, u.id AS unit_id`,
  );
  const regions = await fetch(`${origin}/store/regions`, { headers });
  const region_id = ((await regions.json()) as { regions: { id: string }[] }).regions[0]?.id ?? "";
  let visitor = 0;
  const anAddress = () => {
    visitor += 1;
    return `203.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`;
  };
  const hold = (cart_id: string) => {
    const target = targets[Math.floor(Math.random() * targets.length)];
    if (!target) throw new Error("There is no departure to hold seats of.");
    const { departure_id, unit_id } = target;
    const body = { uuid: randomUUID(), cart_id, departure_id, units: { [unit_id]: 1 } };
    return post("/store/bookings", body, anAddress());
  };
  const times: number[] = [];
  let busySeconds = 0;
  // Carts are made between the measured spells, three holds each, as many as the limits allow.
  while (busySeconds < httpSeconds) {
    const carts = await Promise.all(
      Array.from({ length: 80 }, () =>
        post<{ cart: { id: string } }>("/store/carts", { region_id }, anAddress()),
      ),
    );
    const ids = carts.map(({ cart }) => cart.id);
    const start = performance.now();
    await Promise.all(
      Array.from({ length: httpClients }, async () => {
        for (let id = ids.pop(); id; id = ids.pop()) {
          const before = performance.now();
          await hold(id);
          times.push(performance.now() - before);
        }
      }),
    );
    busySeconds += (performance.now() - start) / 1000;
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { perSecond: Math.round(times.length / busySeconds), p50: at(0.5), p99: at(0.99) };
}

async function benchPages(system: BenchSystem): Promise<void> {
  const origin = system.settings.urls.backend;
  const headers = { "x-publishable-api-key": system.publishableKey };
  const handles = await query(
    system.databaseUrl,
    (sql) => sql<{ handle: string }[]>`SELECT p.handle FROM product p
      JOIN booking.option o ON o.product_id = p.id AND o.id LIKE 'opt\\_bench\\_%'
      ORDER BY random() LIMIT 200`,
  );
  const today = todayInVietnam(new Date());
  const inMonths = (count: number) => addDays(today, 15 + 30 * count).slice(0, 7);
  const months = handles.map(
    ({ handle }, index) => `${origin}/store/tours/${handle}?month=${inMonths(index % 17)}`,
  );
  // 3 January 1970 was a Saturday.
  const saturday = addDays(today, 7 - (daysBetween("1970-01-03", today) % 7));
  const saturdays = Array.from(
    { length: 40 },
    (_, index) =>
      `${origin}/store/catalog?kind=tour&available_on=${addDays(saturday, 7 * (index % 20))}&party=${1 + (index % 8)}`,
  );
  const rows = [];
  for (const [what, urls] of [
    ["a tour's month", months],
    ["what can N of us do on Saturday", saturdays],
  ] as const) {
    const { p50, p99, cpuMs, errors, perSecond } = await load(system, {
      urls: [...urls],
      parts: ["backend", "database"],
      connections: 2,
      headers,
    });
    rows.push({
      page: what,
      "p50 ms": p50,
      [`p99 ms (≤ ${goals.p99Ms})`]: p99,
      "CPU ms": cpuMs.toFixed(2),
      "req/s": Math.round(perSecond),
      errors,
    });
  }
  printTable(`Pages among a million departures`, rows);
}

function row(holds: string, { perSecond, p50, p99 }: Speed) {
  return { holds, "per second": perSecond, "p50 ms": p50, "p99 ms": p99 };
}

function times(raw: Speed, one: Speed, goal: number) {
  return { "times plain SQL": (raw.perSecond / one.perSecond).toFixed(2), "at most": goal };
}
