import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { findGood, type Outing, partyOf, priceOf } from "./outings";
import { addToCart, at, BUYER, type Speech } from "./shopping";
import { en, expect, numberIn, numbersIn, sumOf, vi } from "./support";

const require = createRequire(import.meta.url);
export const words =
  require("../app/features/booking/visit-words.ts") as typeof import("../app/features/booking/visit-words");
const { formatVnd } = require("@cho-lang/shared/money") as typeof import("@cho-lang/shared/money");
const phrases = { vi, en };

/** An amount as Vietnamese pages write it. */
export function inDong(amount: number): string {
  return formatVnd(amount, "vi");
}

export type Journey = {
  page: Page;
  outing: Outing;
  hasScript: boolean;
  speech?: Speech;
  expectWellMade: () => Promise<void>;
};

/** Opens the tour's month and chooses the day on its calendar, and the hour. */
export async function chooseDay(page: Page, facts: { outing: Outing; speech?: Speech }) {
  const { outing, speech = "vi" } = facts;
  const { booking } = phrases[speech];
  const { handle, date, departure } = outing;
  await page.goto(at(`/tours/${handle}?month=${date.slice(0, 7)}`, speech));
  await page.locator(`#visit .calendar a[href*="date=${date}"]`).click();
  await expect(page.locator("#book")).toHaveText(booking.dayTitle(date));
  const times = page.getByRole("group", { name: booking.times });
  await times.getByRole("radio", { name: new RegExp(`^${departure.time}`) }).check();
}

/** Says that two adults and a child come; the sum is what they pay. */
export async function chooseFamily(page: Page, facts: Omit<Journey, "page" | "expectWellMade">) {
  const { outing, hasScript, speech = "vi" } = facts;
  const { booking } = phrases[speech];
  const party = page.getByRole("group", { name: booking.party });
  for (const { kind, count } of partyOf(outing)) {
    const field = party.getByRole("spinbutton", { name: booking.countOf(kind), exact: true });
    if (hasScript && kind === "CHILD") {
      await party.getByRole("button", { name: booking.moreOf(kind), exact: true }).click();
    } else {
      await field.fill(String(count));
      await field.press("Tab");
    }
    await expect(field).toHaveValue(String(count));
  }
  if (!hasScript) await page.getByRole("button", { name: booking.reckon }).click();
  const sum = page.locator("#visit-sum .visit-total dd");
  await expect.poll(() => numberIn(sum)).toBe(priceOf(outing));
  await expect(page.locator("#visit-fault")).toHaveCount(0);
}

/** Holds the family's seats; leaves the cart open. */
export async function holdSeats(page: Page, speech: Speech = "vi") {
  await page.getByRole("button", { name: phrases[speech].booking.hold }).click();
  await expect(page).toHaveURL(/\/cart\?notice=held/);
  await expect(
    page.getByRole("status").filter({ hasText: phrases[speech].cart.notices.held }),
  ).toBeVisible();
}

/** From the tour's page to held seats in the cart, which says whose, when and for how much. */
export async function bringIntoCart(journey: Journey) {
  const { page, outing, speech = "vi", expectWellMade } = journey;
  await chooseDay(page, journey);
  await expectWellMade();
  await chooseFamily(page, journey);
  await holdSeats(page, speech);
  const line = visitLine(page, outing);
  await expect(line).toContainText(words.startWords(outing.departure.starts_at, speech));
  await expect(line).toContainText(words.partyWords(partyOf(outing), speech));
  expect(await numberIn(line.locator(".cart-price"))).toBe(priceOf(outing));
  await expectWellMade();
}

/** Something of the outing's host that is sold with a parcel, put into the cart. */
export async function addGoodOfHost(page: Page, { producer }: Outing) {
  const good = await findGood(page, producer.handle);
  if (!good) throw new Error(`${producer.name} has nothing to sell.`);
  await page.goto(`/products/${good.handle}`);
  await addToCart(page);
  return good;
}

/** The visit as the cart or the purchase shows it. */
export function visitLine(page: Page, { handle }: Outing) {
  return page.locator(".cart-visit", { has: page.locator(`a[href$="/tours/${handle}"]`) });
}

/** Fills in who comes: a cart of visits asks for no address. */
export async function fillVisitor(page: Page, facts: { email: string; speech?: Speech }) {
  const { checkout } = phrases[facts.speech ?? "vi"];
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await expect(field(checkout.street)).toHaveCount(0);
  await expect(field(checkout.province)).toHaveCount(0);
  await field(checkout.fullName).fill(BUYER.full_name);
  await field(checkout.phone).fill(BUYER.phone);
  await field(checkout.email).fill(facts.email);
}

/** Presses the button that books; the purchase's page opens. */
export async function bookVisit(page: Page, facts: { email: string; speech?: Speech }) {
  const { checkout, purchase } = phrases[facts.speech ?? "vi"];
  await page.getByRole("button", { name: checkout.placeVisit, exact: true }).click();
  await expect(page).toHaveURL(/\/purchase\//);
  await expect(page.getByText(purchase.thanks(facts.email))).toBeVisible();
}

/** Opens the ticket from the purchase's page. */
export async function openTicket(page: Page, outing: Outing, speech: Speech = "vi") {
  await visitLine(page, outing)
    .getByRole("link", { name: phrases[speech].purchase.openTicket })
    .click();
  await expect(page).toHaveURL(/\/tickets\/[\w-]+\?token=/);
}

/** Says that the ticket is of this outing and that its calendar entry is one; gives its code. */
export async function expectTicket(page: Page, facts: { outing: Outing; speech?: Speech }) {
  const { outing, speech = "vi" } = facts;
  const { ticket } = phrases[speech];
  const main = page.locator("main");
  const { departure, date } = outing;
  await expect(main).toContainText(words.dayWords(date, speech));
  await expect(main.locator(".ticket-when time")).toContainText(departure.time);
  await expect(main).toContainText(words.partyWords(partyOf(outing), speech));
  if (speech === "vi") await expect(main).toContainText(outing.option.meeting_point);
  expect(await numberIn(main.locator(".ticket-facts strong").first())).toBe(priceOf(outing));
  const code = (await main.locator(".ticket-show .ticket-letters").textContent()) ?? "";
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await expect(main.getByRole("img", { name: ticket.qrOf(code) })).toBeVisible();

  const entry = main.getByRole("link", { name: ticket.calendar });
  const answer = await page.request.get((await entry.getAttribute("href")) ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  const start = new Date(departure.starts_at).toISOString().replace(/[-:]|\.\d+/g, "");
  expect(await answer.text()).toContain(`DTSTART:${start}`);
  return code;
}

/** Says that every sum of a purchase with visits is the sum of its parts; gives its total. */
export async function expectPartsAgree(page: Page): Promise<number> {
  let total = 0;
  for (const order of await page.locator("section[aria-labelledby^=order-]").all()) {
    const sums = await numbersIn(order.locator("dl.sums dd"));
    const due = sums.pop() ?? 0;
    expect(sumOf(sums)).toBe(due);
    const delivery = order.locator("dl.sums div", { hasText: vi.purchase.shipping(null) });
    const lines = sumOf(await numbersIn(order.locator(".cart-price")));
    expect(lines).toBe(due - sumOf(await numbersIn(delivery.locator("dd"))));
    total += due;
  }
  const summary = page.locator(".checkout-box .sums");
  expect(sumOf(await numbersIn(summary.locator("> div:not(.sums-total) dd")))).toBe(total);
  expect(await numberIn(summary.locator(".sums-total dd"))).toBe(total);
  return total;
}
