import type { Page } from "@playwright/test";
import { findOuting, type Outing } from "./outings";
import { at, type Speech } from "./shopping";
import { en, expect, numberIn, test, vi } from "./support";

// Every window stands for another household: seats held from one address are limited.
test.beforeEach(async ({ page, isPhone, javaScriptEnabled }) => {
  const house = (isPhone ? 10 : 20) + (javaScriptEnabled ? 1 : 2);
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${house}` });
});

/** A day with one departure that has room for more than a family; each test has its own place. */
function findRoom(page: Page, place: number): Promise<Outing> {
  return findOuting(page, {
    place,
    fits: ({ day, departure, option }) =>
      day.departures.length === 1 && departure.seats_left >= 6 && option.min_party <= 3,
  });
}

/** One that a single party can fill. */
function findSmall(page: Page, place: number): Promise<Outing> {
  return findOuting(page, {
    place,
    fits: ({ day, departure: { seats_left }, option }) =>
      day.departures.length === 1 &&
      seats_left <= option.max_party &&
      seats_left >= option.min_party,
  });
}

/** The field of the tour's form for how many of a kind come, and its unit. */
function partyField(page: Page, { option }: Outing, kind: "ADULT" | "CHILD") {
  const unit = option.units.find((each) => each.kind === kind)?.id ?? "";
  return { unit, field: page.locator(`[name="units.${unit}"]`) };
}

type Given = {
  page: Page;
  outing: Outing;
  speech: Speech;
  hasScript: boolean;
  expectWellMade: () => Promise<void>;
};

/** From the list of visits on a day to three held seats in the cart. */
async function hold({ page, outing, speech, hasScript, expectWellMade }: Given) {
  const words = { vi, en }[speech];
  const { handle, date } = outing;
  await page.goto(at(`/tours?available_on=${date}&party=3`, speech));
  await expect(page.locator("#visit-date")).toHaveValue(date);
  await expectWellMade();
  await page.goto(at(`/tours/${handle}?date=${date}&party=3`, speech));
  const adults = partyField(page, outing, "ADULT");
  const children = partyField(page, outing, "CHILD");
  await expect(adults.field).toHaveValue("3");
  await adults.field.fill("2");
  await children.field.fill("1");
  if (hasScript) await children.field.blur();
  else await page.getByRole("button", { name: words.booking.reckon }).click();
  const party = words.booking.partyWords([
    { kind: "ADULT", count: 2 },
    { kind: "CHILD", count: 1 },
  ]);
  await expect(page.locator("#visit-sum")).toContainText(party);
  const price = (unit: string) => numberIn(page.locator(`[data-price-of="${unit}"]`));
  const total = await numberIn(page.locator(".visit-total dd"));
  expect(total).toBe(2 * (await price(adults.unit)) + (await price(children.unit)));
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
  const outing = await findRoom(page, isPhone ? 0 : 1);
  await hold({ page, outing, speech: "vi", hasScript: true, expectWellMade });
});

test("a day, a month and a party are chosen without loading the page", async ({ page }) => {
  const outing = await findRoom(page, 0);
  await page.goto(`/tours/${outing.handle}`);
  await page.evaluate(() => document.body.setAttribute("data-same", ""));
  await page.locator(".calendar a").first().click();
  await expect(page.locator("[data-visit-form]")).toBeVisible();
  const { field: adults, unit } = partyField(page, outing, "ADULT");
  const before = await numberIn(page.locator(".visit-total dd"));
  const count = Number(await adults.inputValue());
  await page.getByRole("button", { name: vi.booking.moreOf("ADULT") }).click();
  expect(await numberIn(page.locator(".visit-total dd"))).toBe((before / count) * (count + 1));
  await expect(page).toHaveURL(new RegExp(`units\\.${unit}=${count + 1}`));
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
  const outing = await findSmall(page, isPhone ? 4 : 5);
  const { handle, date, departure } = outing;
  const { unit } = partyField(page, outing, "ADULT");
  const path = `/tours/${handle}?date=${date}&units.${unit}=${departure.seats_left}`;
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
  const outing = await findRoom(page, 0);
  const { field: children, unit } = partyField(page, outing, "CHILD");
  await page.goto(at(`/tours/${outing.handle}?date=${outing.date}&units.${unit}=1`, "en"));
  await page.getByRole("button", { name: en.booking.hold }).click();
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
    const outing = await findRoom(page, isPhone ? 2 : 3);
    await hold({ page, outing, speech: "en", hasScript: false, expectWellMade });
  });
});
