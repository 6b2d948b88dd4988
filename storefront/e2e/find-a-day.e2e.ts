import type { Page } from "@playwright/test";
import { farMonth, readTour } from "./outings";
import { expect, listTours, numberIn, test, vi } from "./support";

const { search, dayTitle } = vi.booking;
const FOUR = 4;

/** The second Saturday of a month, "YYYY-MM". */
function saturdayOf(month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`).getUTCDay();
  return `${month}-${String(((6 - first + 7) % 7) + 8).padStart(2, "0")}`;
}

type Given = { page: Page; expectWellMade: () => Promise<void>; hasScript: boolean };

async function askForSaturday({ page, expectWellMade, hasScript }: Given) {
  const saturday = saturdayOf(farMonth());
  await page.goto("/tours");
  const summary = page.locator("#catalog-summary");
  const all = await numberIn(summary);
  const form = page.getByRole("region", { name: search.title });
  await form.getByLabel(search.date, { exact: true }).fill(saturday);
  const people = form.getByRole("spinbutton", { name: search.party });
  await people.fill(String(FOUR));
  await people.press("Tab");
  if (!hasScript) await form.getByRole("button", { name: search.submit }).click();
  await expect(page).toHaveURL(new RegExp(`available_on=${saturday}&party=${FOUR}`));
  await expect.poll(() => numberIn(summary)).toBeLessThan(all);
  await expectWellMade();

  const card = page.locator(".catalog-grid .card").first();
  await expect(card).toHaveAttribute("href", new RegExp(`date=${saturday}&party=${FOUR}#book$`));
  await card.click();
  await expect(page.locator("#book")).toHaveText(dayTitle(saturday));
  await expect(page.getByRole("spinbutton", { name: vi.booking.countOf("ADULT") })).toHaveValue(
    String(FOUR),
  );
  await expect(page.locator("#visit-fault")).toHaveCount(0);
  await expect(page.getByRole("button", { name: vi.booking.hold })).toBeVisible();
  await expectWellMade();
}

/** A host and a day on which nobody can visit it, with a day near it on which one can. */
async function findEmptyDay(page: Page) {
  for (const { handle, producer } of await listTours(page, "page_size=60")) {
    const { days } = await readTour(page, handle, farMonth());
    const isOpen = (place: number) => days[place]?.state === "open";
    const empty = days.findIndex((day, place) => day.state === null && isOpen(place + 1));
    const date = days[empty]?.date;
    if (!date) continue;
    const query = `producer=${producer.handle}&available_on=${date}&party=2`;
    if ((await listTours(page, query)).length === 0) return { query, date };
  }
  throw new Error("Every host of the demo receives guests on every day.");
}

async function askForAnEmptyDay({ page, expectWellMade }: Given) {
  const { query, date } = await findEmptyDay(page);
  // The days around are left out when they are not known in time.
  await expect(async () => {
    await page.goto(`/tours?${query}`);
    await expect(page.getByText(search.nothing({ date, party: 2 }))).toBeVisible();
    await expect(page.getByText(search.neighbours)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectWellMade();
  const others = page.getByRole("list").filter({ hasText: search.dropDate }).getByRole("link");
  const label = (await others.first().textContent()) ?? "";
  await others.first().click();
  await expect(page).not.toHaveURL(new RegExp(`available_on=${date}`));
  await expect(page.locator(".catalog-grid .card").first()).toBeVisible();
  expect(label).toMatch(/: \d+ chuyến$/);
  expect(await numberIn(page.locator("#catalog-summary"))).toBe(
    Number(/(\d+) chuyến$/.exec(label)?.[1]),
  );
  await expectWellMade();
}

test("four people who ask for a Saturday are led to what has room for four of them", async ({
  page,
  expectWellMade,
}) => {
  await askForSaturday({ page, expectWellMade, hasScript: true });
});

test("a day on which nobody receives guests offers the days around it", async ({
  page,
  expectWellMade,
}) => {
  await askForAnEmptyDay({ page, expectWellMade, hasScript: true });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("four people find their Saturday without script, too", async ({ page, expectWellMade }) => {
    await askForSaturday({ page, expectWellMade, hasScript: false });
  });

  test("an empty day offers the days around it without script, too", async ({
    page,
    expectWellMade,
  }) => {
    await askForAnEmptyDay({ page, expectWellMade, hasScript: false });
  });
});
