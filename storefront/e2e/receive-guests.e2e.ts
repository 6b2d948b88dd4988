import type { Page } from "@playwright/test";
import {
  bookVisit,
  chooseDay,
  chooseFamily,
  expectTicket,
  fillVisitor,
  holdSeats,
  openTicket,
  visitLine,
} from "./booking";
import { findOuting, type Outing, priceOf } from "./outings";
import { enterShop } from "./portal";
import { BUYER } from "./shopping";
import { expect, labels, producerAt, test, vi } from "./support";

const { visits } = vi.portal;
const { purchase, ticket, booking } = vi;
/** Places of the demo's hosts whose guests are received here: one for each window. */
const RECEIVING = { phone: 2, desk: 5 };
const EMAIL = "doan@example.com";

/** A family books with a host that can sign in; gives what it has in its hands. */
async function bookWith(page: Page, outing: Outing) {
  await chooseDay(page, { outing });
  await chooseFamily(page, { outing, hasScript: true });
  await holdSeats(page);
  await fillVisitor(page, { email: EMAIL });
  await bookVisit(page, { email: EMAIL });
  const purchaseUrl = page.url();
  await openTicket(page, outing);
  const code = await expectTicket(page, { outing });
  return { purchaseUrl, ticketUrl: page.url(), code };
}

/** Types a ticket of another day than today, which the host takes all the same. */
async function showTicket(page: Page, code: string) {
  await page.getByRole("textbox", { name: visits.ticket }).fill(code);
  await page.getByRole("button", { name: visits.ticketDo }).click();
  await page.getByRole("button", { name: visits.otherDayDo }).click();
}

test("a host sees who comes, greets them by their code, takes the money, and the family sees it", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const host = producerAt(isPhone ? RECEIVING.phone : RECEIVING.desk);
  const outing = await findOuting(page, { host: host.handle });
  const due = priceOf(outing);
  const { purchaseUrl, ticketUrl, code } = await bookWith(page, outing);

  await enterShop(page, host);
  await expectWellMade();
  await page.goto(`/producer/visits?month=${outing.date.slice(0, 7)}`);
  await expectWellMade();
  await page.locator(`.day-row[href$="${outing.date}"]`).click();
  const departure = page.locator(`section[aria-labelledby="${outing.departure.id}"]`);
  await expect(departure).toContainText(outing.title);
  const card = departure.locator(".visitor", { hasText: code });
  await expect(card).toContainText(BUYER.full_name);
  await expect(card).toContainText(visits.guests(3));
  await expect(card).toContainText(visits.dueAtVillage(due));
  await expectWellMade();

  await page.goto("/producer/check-in");
  await showTicket(page, code);
  const result = page.locator(".check-in-result");
  await expect(result.getByRole("heading", { name: visits.welcomed })).toBeVisible();
  await expect(result).toContainText(BUYER.full_name);
  await result.getByRole("button", { name: visits.deeds.undo }).first().click();
  await expect(result.getByRole("heading", { name: visits.undone })).toBeVisible();
  await expect(result.locator(".visitor-came")).toHaveCount(0);
  await showTicket(page, code.replace("-", " ").toLowerCase());
  await expect(result.getByRole("heading", { name: visits.welcomed })).toBeVisible();
  await result.getByRole("button", { name: visits.deeds.collect(due) }).click();
  await expect(result.getByRole("status")).toHaveText(visits.done.collect);
  await expect(result).toContainText(visits.collected(due));
  await expectWellMade();

  const arrived = labels.find((label) => label.en === "Arrived")?.vi ?? "";
  await page.goto(purchaseUrl);
  await expect(visitLine(page, outing)).toContainText(arrived);
  await expect(page.getByText(purchase.next.visited)).toBeVisible();
  await expect(page.getByText(purchase.paid, { exact: true })).toBeVisible();
  await expectWellMade();
  await page.goto(ticketUrl);
  await expect(page.getByText(ticket.states.redeemed)).toBeVisible();
  await expect(page.locator(".ticket-facts").getByText(ticket.nothingDue)).toBeVisible();
  await expectWellMade();
});

test("a day that a host closes for the weather says so on the visit's page until it is opened", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(180_000);
  const host = producerAt(isPhone ? RECEIVING.phone : RECEIVING.desk);
  const outing = await findOuting(page, {
    host: host.handle,
    fits: ({ day, departure }) =>
      Number(day.date.slice(8)) > 14 &&
      day.departures.length === 1 &&
      departure.seats_left === departure.capacity,
  });
  const { id } = outing.departure;
  await enterShop(page, host);
  await page.goto(`/producer/visits/${outing.date}`);
  const departure = page.locator(`section[aria-labelledby="${id}"]`);
  await departure.getByText(visits.manage).click();
  await departure.getByRole("radio", { name: "thời tiết xấu" }).check();
  await departure.getByRole("button", { name: visits.closeDo }).click();
  await expect(departure.getByText(visits.done.close)).toBeVisible();
  await expect(departure).toContainText(visits.closedBecause("thời tiết xấu"));

  const address = `/tours/${outing.handle}?month=${outing.date.slice(0, 7)}`;
  const legend = booking.legend.closed({ dates: [outing.date], reason: "weather" });
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByText(legend)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.locator(".day-closed", { hasText: "nghỉ: thời tiết xấu" })).toHaveCount(1);
  await expect(page.locator(`#visit .calendar a[href*="date=${outing.date}"]`)).toHaveCount(0);
  await expectWellMade();

  await page.goto(`/producer/visits/${outing.date}`);
  await departure.getByRole("button", { name: visits.reopenDo }).click();
  await expect(departure.getByText(visits.done.reopen)).toBeVisible();
  await expect(async () => {
    await page.goto(address);
    const day = page.locator(`#visit .calendar a[href*="date=${outing.date}"]`);
    await expect(day).toBeVisible({ timeout: 500 });
  }).toPass();
});
