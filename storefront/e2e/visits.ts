import type { Page } from "@playwright/test";
import { demo, expect } from "./support";

type Departure = { id: string; state: string; seats_left: number };
type Unit = { id: string; kind: string };
type Tour = {
  handle: string;
  options: { max_party: number; min_party: number; units: Unit[] }[];
  days: { date: string; departures: Departure[] }[];
};

/** A tour that takes adults and children, and one of its days with so many free seats. */
export type BookableDay = {
  handle: string;
  date: string;
  adult: string;
  child: string;
  seats: number;
};

const KEY = { "x-publishable-api-key": demo.publishable_key };

async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  const answer = await page.request.get(demo.backend + path, { headers: KEY });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Answer;
}

/** Days on which a tour has one departure, with its free seats; every test takes another. */
export async function bookableDays(
  page: Page,
  wants: (day: { seats: number; max_party: number; min_party: number }) => boolean,
): Promise<BookableDay[]> {
  const { hits } = await ask<{ hits: { handle: string }[] }>(
    page,
    "/store/catalog?kind=tour&page_size=40",
  );
  const found: BookableDay[] = [];
  for (const { handle } of hits) {
    const tour = await ask<Tour>(page, `/store/tours/${handle}`);
    const [option] = tour.options;
    const adult = option?.units.find(({ kind }) => kind === "ADULT")?.id;
    const child = option?.units.find(({ kind }) => kind === "CHILD")?.id;
    if (!option || !adult || !child) continue;
    const day = tour.days.find(({ departures: [one, ...others] }) => {
      const isOpen = one && (one.state === "open" || one.state === "few");
      return isOpen && others.length === 0 && wants({ ...option, seats: one.seats_left });
    });
    if (!day) continue;
    const seats = day.departures[0]?.seats_left ?? 0;
    found.push({ handle, date: day.date, adult, child, seats });
    if (found.length === 6) break;
  }
  return found;
}

/** Fields of the form in which a visit's party is chosen. */
export function partyField(page: Page, unit: string) {
  return page.locator(`[name="units.${unit}"]`);
}
