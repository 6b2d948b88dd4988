import type { Locator, Page } from "@playwright/test";
import { addGoodOfHost, bringIntoCart } from "./booking";
import { expectEnglish } from "./english";
import { findGood, findOuting } from "./outings";
import { numberOf, openInShop, orderOf, totalOf } from "./parcels";
import { enterShop } from "./portal";
import { addToCart, at, fillBuyer, placeOrder, type Speech } from "./shopping";
import { en, expect, numberIn, numbersIn, producerAt, sumOf, test, vi } from "./support";

const phrases = { vi, en };
/** A tour of its own for each window. */
const PLACE = 36;
/** Places of the demo's producers who make out the invoice. */
const SHOPS = { phone: 6, desk: 4 };
const EMAIL = "hoadon@example.com";
/** The second number has a wrong digit at its end. */
const COMPANY = {
  company: "Công ty TNHH Hường Phát",
  tax_number: "0100109106",
  wrong: "0100109107",
  address: "12 ngõ Phất Lộc, phường Hoàn Kiếm, Hà Nội",
  email: "ketoan@huongphat.example.com",
};

/** Asks for invoices: a wrong tax number is told and everything typed is still there. */
async function askForInvoice(
  page: Page,
  given: { speech: Speech; url: string; expectWellMade: () => Promise<void> },
) {
  const { speech, url, expectWellMade } = given;
  const { receipt } = phrases[speech];
  const field = (name: keyof typeof receipt.fields) =>
    page.getByLabel(receipt.fields[name], { exact: true });
  await page.getByRole("link", { name: receipt.askInvoice }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(receipt.invoiceHeading);
  await expectWellMade();
  await field("company").fill(COMPANY.company);
  await field("tax_number").fill(COMPANY.wrong);
  await field("address").fill(COMPANY.address);
  await field("email").fill(COMPANY.email);
  await page.getByRole("button", { name: receipt.save }).click();
  await expect(page.getByText(receipt.faults.tax_number)).toBeVisible();
  await expect(field("tax_number")).toHaveAttribute("aria-invalid", "true");
  await expect(field("tax_number")).toHaveValue(COMPANY.wrong);
  await expect(field("company")).toHaveValue(COMPANY.company);
  await expect(field("address")).toHaveValue(COMPANY.address);
  await expect(field("email")).toHaveValue(COMPANY.email);
  await expectWellMade();
  await field("tax_number").fill(COMPANY.tax_number);
  await page.getByRole("button", { name: receipt.save }).click();
  await expect(page.getByRole("status")).toHaveText(receipt.notices.saved);
  await expectWellMade();
  await page.goto(url);
  await expect(page.locator("#invoice")).toContainText(COMPANY.company);
  await expect(page.locator("#invoice")).toContainText(COMPANY.tax_number);
}

/** Opens an order's receipt and says that it adds up to what the order comes to; all is still due. */
async function expectReceipt(page: Page, order: Locator, speech: Speech) {
  const { receipt } = phrases[speech];
  const number = await numberOf(order);
  const total = await totalOf(order);
  await order.getByRole("link", { name: receipt.openOf(number) }).click();
  const main = page.locator("main");
  await expect(main.getByRole("heading", { level: 1 })).toContainText(number);
  const lines = sumOf(await numbersIn(main.locator(".receipt-lines tbody td:last-child")));
  const [bill, paid] = await main.locator(".receipt-sums dl").all();
  if (!bill || !paid) throw new Error("The receipt says what it cost and what was paid.");
  const parts = await numbersIn(bill.locator("> div:not(.receipt-total) dd"));
  expect(lines + sumOf(parts)).toBe(total);
  expect(await numberIn(bill.locator(".receipt-total dd"))).toBe(total);
  expect(await numberIn(paid.locator(".receipt-total dd"))).toBe(total);
  await expect(main.locator(".receipt-sums em")).toContainText(/đồng|dong/i);
  await expect(main).toContainText(COMPANY.company);
  await expect(main).toContainText(COMPANY.tax_number);
  await expect(main).toContainText(receipt.noInvoice);
}

/** How many sheets of A4 the page makes. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("a company's buyer corrects the tax number, and each receipt adds up on one sheet", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  test.setTimeout(300_000);
  const { receipt } = vi;
  const shop = producerAt(isPhone ? SHOPS.phone : SHOPS.desk);
  const good = await findGood(page, shop.handle);
  if (!good) throw new Error("The producer has something to sell.");
  const outing = await findOuting(page, { place: PLACE + (isPhone ? 0 : 1), sells: true });
  await page.goto(`/products/${good.handle}`);
  await addToCart(page);
  await addGoodOfHost(page, outing);
  await bringIntoCart({ page, outing, hasScript: true, expectWellMade });
  await fillBuyer(page, { email: EMAIL, phone: "0987 777 888" });
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  const url = page.url();
  await askForInvoice(page, { speech: "vi", url, expectWellMade });
  await expectWellMade();

  const number = await numberOf(orderOf(page, good.producer.name));
  for (const { name } of [good.producer, outing.producer]) {
    await page.goto(url);
    await expectReceipt(page, orderOf(page, name), "vi");
    await expect(page.locator("main")).toContainText(receipt.whoInvoices(name));
    // A visit is one for the whole family.
    const visit = page.locator(".receipt-lines tbody tr").filter({ hasText: outing.title });
    for (const row of await visit.all()) await expect(row).toContainText("chuyến · 1 ×");
    await expectWellMade();
    expect(await sheetsOf(page)).toBe(1);
  }

  await enterShop(page, shop);
  await openInShop(page, number);
  const shown = page.locator(".on-screen");
  await expect(shown.getByText(COMPANY.company)).toHaveCount(1);
  await expect(shown).toContainText(COMPANY.tax_number);
  await expect(shown).toContainText(COMPANY.email);
  await expectWellMade();

  await page.goto(url);
  await page.getByRole("link", { name: receipt.changeInvoice }).click();
  await page.getByRole("button", { name: receipt.remove }).click();
  await expect(page.getByRole("status")).toHaveText(receipt.notices.removed);
  await expectWellMade();
  await openInShop(page, number);
  await expect(page.locator("main")).not.toContainText(COMPANY.company);
});

test("without script, in English, the form and the receipt are the same", async ({
  plain,
  isPhone,
}) => {
  test.setTimeout(300_000);
  const { page } = plain;
  const shop = producerAt(isPhone ? SHOPS.phone : SHOPS.desk);
  const good = await findGood(page, shop.handle);
  if (!good) throw new Error("The producer has something to sell.");
  await page.goto(at(`/products/${good.handle}`, "en"));
  await addToCart(page, "en");
  await page.goto(at("/cart", "en"));
  const facts = { email: EMAIL, phone: "0987 777 888", speech: "en", hasScript: false } as const;
  await fillBuyer(page, facts);
  await placeOrder(page, "en");
  await expect(page).toHaveURL(/\/en\/purchase\//);
  const expectWellMade = async () => {
    await expectEnglish(page);
    await plain.expectWellMade();
  };
  await askForInvoice(page, { speech: "en", url: page.url(), expectWellMade });
  await expectWellMade();
  await expectReceipt(page, orderOf(page, good.producer.name), "en");
  await expectWellMade();
  expect(await sheetsOf(page)).toBe(1);
});
