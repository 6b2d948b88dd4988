import type { Page } from "@playwright/test";
import { at, type Speech } from "./shopping";
import { en, expect, numberIn, test, vi } from "./support";
import { type BookableDay, bookableDays, partyField } from "./visits";

// Every window stands for another household: seats held from one address are limited.
test.beforeEach(async ({ page, isPhone, javaScriptEnabled }) => {
  const house = (isPhone ? 10 : 20) + (javaScriptEnabled ? 1 : 2);
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${house}` });
});

const withRoom = ({ seats, min_party }: { seats: number; min_party: number }) =>
  seats >= 6 && min_party <= 3;

type Given = {
  page: Page;
  day: BookableDay | undefined;
  speech: Speech;
  hasScript: boolean;
  expectWellMade: () => Promise<void>;
};

/** From the list of visits on a day to three held seats in the cart. */
async function hold({ page, day, speech, hasScript, expectWellMade }: Given) {
  if (!day) throw new Error("The demo has too few days on which a family of three can come.");
  const words = { vi, en }[speech];
  await page.goto(at(`/tours?available_on=${day.date}&party=3`, speech));
  await expect(page.locator("#visit-date")).toHaveValue(day.date);
  await expectWellMade();
  await page.goto(at(`/tours/${day.handle}?date=${day.date}&party=3`, speech));
  await expect(partyField(page, day.adult)).toHaveValue("3");
  await partyField(page, day.adult).fill("2");
  await partyField(page, day.child).fill("1");
  if (hasScript) await partyField(page, day.child).blur();
  else await page.getByRole("button", { name: words.booking.reckon }).click();
  const party = words.booking.partyWords([
    { kind: "ADULT", count: 2 },
    { kind: "CHILD", count: 1 },
  ]);
  await expect(page.locator("#visit-sum")).toContainText(party);
  const price = (unit: string) => numberIn(page.locator(`[data-price-of="${unit}"]`));
  const total = await numberIn(page.locator(".visit-total dd"));
  expect(total).toBe(2 * (await price(day.adult)) + (await price(day.child)));
  await expectWellMade();
  await page.getByRole("button", { name: words.booking.hold }).click();
  await expect(page).toHaveURL(at("/cart?notice=held", speech));
  await expect(page.locator("main")).toContainText(party);
  expect(await numberIn(page.locator(".sums-total dd"))).toBe(total);
  await expectWellMade();
}

test("two adults and a child choose a day and hold their seats", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const days = await bookableDays(page, withRoom);
  const day = days[isPhone ? 0 : 1];
  await hold({ page, day, speech: "vi", hasScript: true, expectWellMade });
});

test("a day, a month and a party are chosen without loading the page", async ({ page }) => {
  const [day] = await bookableDays(page, withRoom);
  await page.goto(`/tours/${day?.handle}`);
  await page.evaluate(() => document.body.setAttribute("data-same", ""));
  await page.locator(".calendar a").first().click();
  await expect(page.locator("[data-visit-form]")).toBeVisible();
  const adults = partyField(page, day?.adult ?? "");
  const before = await numberIn(page.locator(".visit-total dd"));
  const count = Number(await adults.inputValue());
  await page.getByRole("button", { name: vi.booking.moreOf("ADULT") }).click();
  expect(await numberIn(page.locator(".visit-total dd"))).toBe((before / count) * (count + 1));
  await expect(page).toHaveURL(new RegExp(`units\\.${day?.adult}=${count + 1}`));
  await page.locator(".calendar-head a").last().click();
  await expect(page).not.toHaveURL(/date=/);
  await page.goBack();
  await expect(adults).toHaveValue(String(count + 1));
  await expect(page.locator("[data-same]")).toHaveCount(1);
});

test("seats that another takes meanwhile are said to be gone", async ({
  page,
  browser,
  isPhone,
  expectWellMade,
}) => {
  const isTakenWhole = (day: { seats: number; max_party: number; min_party: number }) =>
    day.seats <= day.max_party && day.seats >= day.min_party;
  const days = await bookableDays(page, isTakenWhole);
  const day = days[isPhone ? 2 : 3];
  if (!day) throw new Error("The demo has too few days that one party can fill.");
  const path = `/tours/${day.handle}?date=${day.date}&units.${day.adult}=${day.seats}`;
  await page.goto(path);
  const other = await browser.newContext({
    extraHTTPHeaders: { "x-forwarded-for": `203.0.113.${isPhone ? 31 : 32}` },
  });
  const rival = await other.newPage();
  await rival.goto(path);
  await rival.getByRole("button", { name: vi.booking.hold }).click();
  await expect(rival).toHaveURL("/cart?notice=held");
  await other.close();

  await page.getByRole("button", { name: vi.booking.hold }).click();
  const fault = page.locator("#visit-fault");
  await expect(fault).toContainText("vừa hết chỗ");
  await expect(fault).toBeFocused();
  await expectWellMade();
});

test("a child does not come alone", async ({ page, expectWellMade }) => {
  const [day] = await bookableDays(page, withRoom);
  await page.goto(at(`/tours/${day?.handle}?date=${day?.date}&units.${day?.child}=1`, "en"));
  await page.getByRole("button", { name: en.booking.hold }).click();
  const children = partyField(page, day?.child ?? "");
  await expect(children).toHaveAttribute("aria-invalid", "true");
  await expect(children).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("must come with");
  await expectWellMade();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("two adults and a child hold their seats in English", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    const days = await bookableDays(page, withRoom);
    const day = days[isPhone ? 4 : 5];
    await hold({ page, day, speech: "en", hasScript: false, expectWellMade });
  });
});
