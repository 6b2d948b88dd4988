import type { Page } from "@playwright/test";
import { enterShop } from "./portal";
import { expect, producerAt, test, vi } from "./support";

const { visits, tabs } = vi.portal;
/** Places of the demo's hosts whose guests are greeted here: one for each window. */
const GREETING = { phone: 6, desk: 0 };

/** Opens the first day from today on that has guests, this month or next. */
async function openDayWithGuests(page: Page) {
  await page.getByRole("navigation").getByRole("link", { name: tabs.visits }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(visits.title);
  const days = page.locator(".day-row");
  if ((await days.count()) === 0) {
    await page.getByRole("link", { name: visits.nextMonth }).click();
    await expect(days.first()).toBeVisible();
  }
  await days.first().click();
  await expect(page).toHaveURL(/\/producer\/visits\/\d{4}-\d\d-\d\d$/);
}

/** Types a ticket's code; guests of another day are let in all the same. */
async function showTicket(page: Page, facts: { code: string; isToday: boolean }) {
  await page.getByRole("textbox", { name: visits.ticket }).fill(facts.code);
  await page.getByRole("button", { name: visits.ticketDo }).click();
  if (!facts.isToday) await page.getByRole("button", { name: visits.otherDayDo }).click();
}

type Given = { page: Page; isPhone: boolean; expectWellMade: () => Promise<void> };

async function greet({ page, isPhone, expectWellMade }: Given) {
  await enterShop(page, producerAt(isPhone ? GREETING.phone : GREETING.desk));
  await expectWellMade();
  await openDayWithGuests(page);
  await expectWellMade();
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format();
  const isToday = page.url().endsWith(today);
  const card = page.locator(".visitor:not(.visitor-over):not(:has(.visitor-came))").first();
  const name = await card.locator(".visitor-name").innerText();
  const code = await card.locator(".visitor-code").innerText();

  await page.getByRole("link", { name: visits.checkIn }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(visits.checkInTitle);
  await expectWellMade();
  const field = page.getByRole("textbox", { name: visits.ticket });
  await field.fill("ZZZZ-9999");
  await page.getByRole("button", { name: visits.ticketDo }).click();
  await expect(page.getByText(visits.tickets.ticket_not_found)).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expectWellMade();

  const result = page.locator(".check-in-result");
  await showTicket(page, { code: code.toLowerCase(), isToday });
  await expect(result.getByRole("heading", { name: visits.welcomed })).toBeVisible();
  await expect(result).toContainText(name);
  await expectWellMade();
  await showTicket(page, { code, isToday });
  const already = visits.already("");
  await expect(result.getByRole("heading", { name: already })).toHaveText(/\d\d:\d\d$/);
  await result.getByRole("button", { name: `${visits.deeds.undo} ${name}`, exact: true }).click();
  await expect(result.getByRole("heading", { name: visits.undone })).toBeVisible();
  await expect(result.locator(".visitor-came")).toHaveCount(0);
  await expectWellMade();
}

test("a host greets guests by the code of their ticket, once, and can take it back", greet);

test("a departure has never fewer seats than guests; it is closed and opened again", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await enterShop(page, producerAt(isPhone ? GREETING.phone : GREETING.desk));
  await openDayWithGuests(page);
  const departure = page
    .locator("section.departure", { has: page.locator(".visitor") })
    .filter({ hasText: visits.manage })
    .first();
  await departure.getByText(visits.manage).click();
  await departure.getByLabel(visits.capacity, { exact: true }).fill("0");
  await departure.getByRole("button", { name: visits.capacityDo }).click();
  await expect(departure.locator(".fault")).toBeVisible();
  await expectWellMade();
  await departure.getByRole("button", { name: visits.closeDo }).click();
  await expect(departure.getByText(visits.closeReasonFault)).toBeVisible();
  await departure.getByRole("radio").first().check();
  await departure.getByRole("button", { name: visits.closeDo }).click();
  await expect(page.getByText(visits.done.close)).toBeVisible();
  await expectWellMade();
  const closed = page.locator("section.departure", { hasText: visits.done.close });
  await closed.getByRole("button", { name: visits.reopenDo }).click();
  await expect(page.getByText(visits.done.reopen)).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a host greets guests by the code of their ticket all the same", greet);
});
