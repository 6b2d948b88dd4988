import { randomInt } from "node:crypto";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "@playwright/test";
import { findGood } from "./outings";
import { addToCart, fillBuyer, placeOrder } from "./shopping";
import { expect, producerAt, test, vi } from "./support";

const require = createRequire(import.meta.url);
const { MAX_UNPAID_PER_PERSON } =
  require("@cho-lang/shared/domain/payment") as typeof import("@cho-lang/shared/domain/payment");
const { checkout, pay } = vi;
/** Place of the demo's producer whose good nobody pays for. */
const SHOP = 3;
/** A buyer of its own for each run, so that no other journey meets the limit. */
function newBuyer() {
  const number = String(randomInt(100_000, 999_999));
  return { email: `nhieudon.${number}@example.com`, phone: `0978 ${number}` };
}

test("who lets too many purchases wait for their money is told so, and pays once they are given up", async ({
  page,
  browser,
  expectWellMade,
}) => {
  test.setTimeout(300_000);
  const buyer = newBuyer();
  const good = await findGood(page, producerAt(SHOP).handle);
  if (!good) throw new Error("The producer has something to sell.");
  const order = async (window: Page) => {
    await window.goto(`/products/${good.handle}`);
    await addToCart(window);
    await window.goto("/cart");
    await fillBuyer(window, buyer);
    await window.getByRole("radio", { name: new RegExp(checkout.vietqr.slice(0, 12)) }).check();
    await placeOrder(window);
  };
  const contexts: BrowserContext[] = [];
  const waiting: Page[] = [];
  for (let made = 0; made < MAX_UNPAID_PER_PERSON; made += 1) {
    const context = await browser.newContext();
    contexts.push(context);
    const window = await context.newPage();
    waiting.push(window);
    await order(window);
    await expect(window.getByRole("heading", { name: pay.heading })).toBeVisible();
  }

  await order(page);
  await expect(page.locator("#payment")).toContainText(
    checkout.faults.payment.too_many_unpaid ?? "",
  );
  await expect(page.getByLabel(checkout.fullName, { exact: true })).not.toHaveValue("");
  await expectWellMade();

  for (const window of waiting) {
    await window.getByRole("button", { name: pay.change }).click();
    await expect(window).toHaveURL(/\/cart/);
  }
  await page.getByRole("radio", { name: new RegExp(checkout.vietqr.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: pay.heading })).toBeVisible();
  await page.getByRole("button", { name: pay.change }).click();
  await expect(page).toHaveURL(/\/cart/);
  for (const context of contexts) await context.close();
});
