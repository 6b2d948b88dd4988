import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addDays, daysBetween, todayInVietnam } from "@cho-lang/shared/calendar";
import { query } from "../lib/database";
import { stage } from "../lib/progress";
import { medusa } from "../lib/system";
import { goodsOverHttp, holdsOverHttp, type Speed } from "./booking-http";
import { departureCount, writeDepartures } from "./booking-rows";
import { type BenchSystem, load, printTable } from "./harness";

/** What selling seats promises: times slower than plain SQL, and milliseconds of pages. */
const goals = { service: 1.5, http: 4, p99Ms: 50 };

type Found = Record<"hot_raw" | "hot_service" | "spread_raw" | "spread_service", Speed>;

/**
 * Seats among a million departures, in one run: holds by plain SQL, by the module and over HTTP,
 * where a hold is also a line in a cart; then the month calendar of a tour and the search for a
 * Saturday.
 */
export async function benchBooking(system: BenchSystem): Promise<void> {
  await stage(`${departureCount} departures (once)`, () => writeDepartures(system.databaseUrl));
  const found = await benchService(system);
  const http = { hot: await holdsOverHttp(system, 1), spread: await holdsOverHttp(system, 10_000) };
  const goods = await goodsOverHttp(system);
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
  printTable("Holds among a million departures", [
    ...rows,
    row("for comparison, HTTP: a line of goods", goods),
  ]);
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

function row(holds: string, { perSecond, p50, p99, cpuMs }: Speed) {
  const cpu = cpuMs === undefined ? {} : { "CPU ms": cpuMs.toFixed(1) };
  return { holds, "per second": perSecond, "p50 ms": p50, "p99 ms": p99, ...cpu };
}

function times(raw: Speed, one: Speed, goal: number) {
  return { "times plain SQL": (raw.perSecond / one.perSecond).toFixed(2), "at most": goal };
}
