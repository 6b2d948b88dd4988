import {
  addGoodOfHost,
  bookVisit,
  bringIntoCart,
  chooseDay,
  chooseFamily,
  expectPartsAgree,
  fillVisitor,
  type Journey,
  visitLine,
} from "./booking";
import { findOuting, letHoldsRunOut, type Outing, partyOf, priceOf, takeAllSeats } from "./outings";
import { fillBuyer, placeOrder } from "./shopping";
import { expect, test, vi } from "./support";

const { booking, cart, checkout } = vi;
const PLACES = { runsOut: 8, plain: 10, countdown: 12, taken: 0, tooLate: 2 };
const EMAIL = "giucho@example.com";
const QUARTER_MS = 15 * 60 * 1000;

type Given = Pick<Journey, "page" | "expectWellMade"> & { isPhone: boolean };

/** A departure all of whose seats one other party can take. */
function findSmall({ page, isPhone }: Given, place: number): Promise<Outing> {
  return findOuting(page, {
    place: place + (isPhone ? 0 : 1),
    sells: true,
    fits: ({ departure, option, day }) =>
      day.departures.length === 1 &&
      departure.capacity <= option.max_party &&
      departure.seats_left >= Math.max(6, option.min_party),
  });
}

async function outlastTheHold(given: Given, facts: { place: number; hasScript: boolean }) {
  test.setTimeout(180_000);
  const { page, isPhone, expectWellMade } = given;
  const outing = await findOuting(page, { place: facts.place + (isPhone ? 0 : 1) });
  await bringIntoCart({ page, outing, hasScript: facts.hasScript, expectWellMade });
  const line = visitLine(page, outing);

  await letHoldsRunOut(outing);
  await page.goto("/cart");
  await expect(line).toContainText(cart.hold.ranOut);
  await expectWellMade();
  await line.getByRole("button", { name: cart.hold.againOf(outing.title) }).click();
  await expect(page.getByRole("status").filter({ hasText: cart.notices.extended })).toBeVisible();
  await expect(line).not.toContainText(cart.hold.ranOut);
  await expect(line.getByRole("button", { name: cart.hold.extend })).toHaveCount(0);
  await expectWellMade();

  await letHoldsRunOut(outing);
  await page.goto("/cart");
  await expect(line).toContainText(cart.hold.ranOut);
  await expect(line.getByRole("button", { name: cart.hold.again })).toHaveCount(0);
  await fillVisitor(page, { email: EMAIL });
  await bookVisit(page, { email: EMAIL });
  expect(await expectPartsAgree(page)).toBe(priceOf(outing));
  await expectWellMade();
}

test("whoever thinks longer than a quarter of an hour keeps the seats once more, then books", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await outlastTheHold(
    { page, isPhone, expectWellMade },
    { place: PLACES.runsOut, hasScript: true },
  );
});

test("the minutes count down before one's eyes, and at the end the page says what is left", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const outing = await findOuting(page, { place: PLACES.countdown + (isPhone ? 0 : 1) });
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  const line = visitLine(page, outing);
  await page.clock.install();
  await page.goto("/cart");
  const timer = line.getByRole("timer");
  await expect(timer).toContainText(/1[45]:\d\d$/);
  await page.clock.fastForward(10 * 60 * 1000 + 30_000);
  await expect(timer).toContainText(/ 4:\d\d$/);
  const news = page.locator("[data-hold-news]");
  await expect(news).toHaveText(cart.hold.soon({ minutes: 5, title: outing.title }));
  await expectWellMade();

  await letHoldsRunOut(outing);
  await page.clock.fastForward(QUARTER_MS);
  await expect(news).toHaveText(cart.hold.over(outing.title));
  await expect(line).toContainText(cart.hold.ranOut);
  await expect(timer).toHaveCount(0);
  await expectWellMade();
  await line.getByRole("button", { name: cart.removeOf(outing.title) }).click();
  await expect(page.getByRole("heading", { name: cart.emptyTitle })).toBeVisible();
});

test("the last seats go to others while one pays: the page says so, and the rest is bought", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const outing = await findSmall({ page, isPhone, expectWellMade }, PLACES.taken);
  const good = await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  await fillBuyer(page, { email: EMAIL });

  await letHoldsRunOut(outing);
  const letGo = await takeAllSeats(page, outing);
  await placeOrder(page);
  await expect(page.getByRole("alert").first()).toContainText(cart.notices.troubled);
  const line = visitLine(page, outing);
  await expect(line).toContainText(cart.problems.departure_full());
  const month = outing.date.slice(0, 7);
  await expect(line.getByRole("link", { name: cart.otherDays })).toHaveAttribute(
    "href",
    `/tours/${outing.handle}?month=${month}#book`,
  );
  await expect(page.getByLabel(checkout.email, { exact: true })).toHaveValue(EMAIL);
  await expectWellMade();

  await page.getByRole("button", { name: cart.dropTroubled }).click();
  await expect(line).toHaveCount(0);
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  await expectPartsAgree(page);
  await expect(page.locator("main")).toContainText(good.title);
  await expect(page.locator("main")).not.toContainText(outing.title);
  await letGo();
});

/** Someone else is quicker while the party is chosen. */
async function comeTooLate(given: Given, place: number) {
  const { page, expectWellMade } = given;
  const outing = await findSmall(given, place);
  await chooseDay(page, { outing });
  await chooseFamily(page, { outing, hasScript: false });
  const letGo = await takeAllSeats(page, outing);
  await page.getByRole("button", { name: booking.hold }).click();
  const fault = page.locator("#visit-fault");
  await expect(fault.getByRole("alert")).toContainText(
    booking.faults.departure_full?.({
      unit: null,
      accompanied_by: [],
      min: 0,
      max: 0,
      time: outing.departure.time,
      seats: 0,
    }) ?? "",
  );
  await expect(fault).toBeFocused();
  await expect(page.locator(`#visit a[href*="date=${outing.date}"]`)).toHaveCount(0);
  await expectWellMade();
  await letGo();

  await chooseDay(page, { outing });
  for (const { kind } of partyOf(outing)) {
    await expect(page.getByRole("spinbutton", { name: booking.countOf(kind) })).toBeVisible();
  }
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the seats can be kept once more without script, too", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    await outlastTheHold(
      { page, isPhone, expectWellMade },
      { place: PLACES.plain, hasScript: false },
    );
  });

  test("without script one is told just as plainly that the last seats are gone", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    const given = { page, isPhone, expectWellMade };
    await comeTooLate(given, PLACES.tooLate);
  });
});
