import { createRequire } from "node:module";
import type {
  CalendarDay,
  HoldAnswer,
  PublicDeparture,
  TourBooking,
  TourOption,
} from "@cho-lang/shared/contracts/booking";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { demo, expect, listGoods, listTours } from "./support";

const require = createRequire(import.meta.url);
const { addMonths, todayInVietnam } =
  require("@cho-lang/shared/calendar") as typeof import("@cho-lang/shared/calendar");
const { partyPrice } =
  require("@cho-lang/shared/domain/booking") as typeof import("@cho-lang/shared/domain/booking");

const KEY = { "x-publishable-api-key": demo.publishable_key };

/** Far enough ahead that the demo has no guests and no page opens there by itself. */
const MONTHS_AHEAD = 3;

/** A departure with room for a family, of a tour that takes adults and children. */
export type Outing = {
  handle: string;
  title: string;
  producer: { handle: string; name: string };
  option: TourOption;
  date: string;
  departure: PublicDeparture;
};

type Wish = {
  /** Which of the fitting tours, so that no two tests meet on one. */
  place?: number;
  /** Handle of the host; tours of hosts with an account are left out unless one is named. */
  host?: string;
  /** Whether the host sells goods, too. */
  sells?: boolean;
  /** What the day must be like. */
  fits?: (facts: { day: CalendarDay; departure: PublicDeparture; option: TourOption }) => boolean;
};

/** A tour with its calendar of one month, "YYYY-MM", as the backend tells it. */
export async function readTour(page: Page, handle: string, month: string): Promise<TourBooking> {
  const answer = await page.request.get(`${demo.backend}/store/tours/${handle}?month=${month}`, {
    headers: KEY,
  });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as TourBooking;
}

/** The month of which the tests choose their days. */
export function farMonth(): string {
  return addMonths(todayInVietnam(new Date()), MONTHS_AHEAD).slice(0, 7);
}

/**
 * A departure that suits a test: a tour of its own for each place, and when there are more places
 * than tours, another day of one. @throws when the demo has none.
 */
export async function findOuting(
  page: Page,
  { place = 0, host, sells, fits }: Wish,
): Promise<Outing> {
  const tours = await listTours(page, host ? `producer=${host}` : "page_size=60");
  const signIn = new Set(demo.accounts.producers.map(({ handle }) => handle));
  const found: Outing[][] = [];
  for (const { handle, title, producer } of tours) {
    if (!host && signIn.has(producer.handle)) continue;
    if (sells && !(await findGood(page, producer.handle))) continue;
    const { options, days } = await readTour(page, handle, farMonth());
    const [option] = options;
    if (!option || !takesFamily(option)) continue;
    const outings = days.flatMap((day) => {
      const departure = day.departures.find(
        (each) => each.state === "open" && (fits?.({ day, departure: each, option }) ?? true),
      );
      return departure ? [{ handle, title, producer, option, date: day.date, departure }] : [];
    });
    if (outings.length > 0) found.push(outings);
    if (found.length > place) break;
  }
  const outing = found[place % found.length]?.[Math.floor(place / found.length)];
  if (outing) return outing;
  throw new Error(`The demo has too few visits for place ${place}.`);
}

/** Something that a producer has to sell. */
export async function findGood(page: Page, producer: string) {
  const goods = await listGoods(page, `producer=${producer}`);
  return goods.find(({ in_stock }) => in_stock);
}

function takesFamily({ units, max_party }: TourOption): boolean {
  const kinds = units.map(({ kind }) => kind);
  return kinds.includes("ADULT") && kinds.includes("CHILD") && max_party >= 3;
}

/** Two adults and a child: the party of most tests. */
export const FAMILY = { ADULT: 2, CHILD: 1 } as const;

/** Who comes, in the order of the tour's units. */
export function partyOf({ option }: Outing) {
  return option.units.flatMap((unit) => {
    const count = unit.kind === "ADULT" || unit.kind === "CHILD" ? FAMILY[unit.kind] : 0;
    return count > 0 ? [{ unit, kind: unit.kind, count }] : [];
  });
}

/** What the family pays there. */
export function priceOf({ option, departure }: Outing): number {
  const party = Object.fromEntries(
    option.units.map(({ id, kind }) => [
      id,
      kind === "ADULT" || kind === "CHILD" ? FAMILY[kind] : 0,
    ]),
  );
  return partyPrice(option.units, party, departure.price_percent);
}

/**
 * Another visitor's cart takes all seats that are left of a departure. Gives what lets them go
 * again. The departure must not have more seats than one party may take.
 */
export async function takeAllSeats(page: Page, outing: Outing): Promise<() => Promise<void>> {
  const ask = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const answer = await page.request.fetch(`${demo.backend}/store${path}`, {
      method: body ? "POST" : "GET",
      headers: KEY,
      ...(body ? { data: body } : {}),
    });
    expect(answer.status(), await answer.text()).toBe(200);
    return (await answer.json()) as Answer;
  };
  const { option, date, departure } = outing;
  const adult = option.units.find(({ kind }) => kind === "ADULT");
  const { days } = await readTour(page, outing.handle, date.slice(0, 7));
  const left = days
    .flatMap(({ departures }) => departures)
    .find(({ id }) => id === departure.id)?.seats_left;
  const { regions } = await ask<{ regions: { id: string }[] }>("/regions");
  const { cart } = await ask<{ cart: { id: string } }>("/carts", { region_id: regions[0]?.id });
  const { booking } = await ask<HoldAnswer>("/bookings", {
    uuid: crypto.randomUUID(),
    cart_id: cart.id,
    departure_id: departure.id,
    units: { [adult?.id ?? ""]: left },
  });
  return async () => {
    const line = `${demo.backend}/store/carts/${cart.id}/line-items/${booking.line_item_id}`;
    expect((await page.request.delete(line, { headers: KEY })).status()).toBe(200);
  };
}

/** A quarter of an hour passes for whoever holds seats of a departure. */
export async function letHoldsRunOut({ departure }: Outing): Promise<void> {
  const url = process.env.E2E_DATABASE_URL;
  if (!url) throw new Error("Set E2E_DATABASE_URL: the database of the system under test.");
  const sql = postgres(url, { max: 1 });
  try {
    const { count } = await sql`
      UPDATE booking.booking SET expires_at = clock_timestamp() - interval '1 second'
      WHERE departure_id = ${departure.id} AND status = 'ON_HOLD'`;
    expect(count, "holds that ran out").toBeGreaterThan(0);
  } finally {
    await sql.end();
  }
}
