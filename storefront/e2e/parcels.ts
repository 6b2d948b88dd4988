import type { Locator, Page } from "@playwright/test";
import { expect, numberIn, vi } from "./support";

const { portal } = vi;

/** A producer's order on the page of its purchase. */
export function orderOf(page: Page, producer: string): Locator {
  const named = page.getByRole("heading", { level: 2, name: producer, exact: true });
  return page.locator("section[aria-labelledby^=order-]").filter({ has: named });
}

/** The number that people call an order by. */
export async function numberOf(order: Locator): Promise<string> {
  return ((await order.locator("p .num").first().textContent()) ?? "").split(" ").at(-1) ?? "";
}

/** What an order comes to, whole đồng. */
export function totalOf(order: Locator): Promise<number> {
  return numberIn(order.locator("dl.sums > div.font-semibold dd"));
}

/** One line of the summary of a purchase; its amount is in its `dd`. */
export function summary(page: Page, label: string): Locator {
  return page.locator(".checkout-box .sums > div").filter({
    has: page.getByText(label, { exact: true }),
  });
}

/** What the summary of a purchase says, whole đồng; 0 where it says nothing. */
export async function sumOfSummary(page: Page, label: string): Promise<number> {
  const line = summary(page, label);
  return (await line.count()) === 0 ? 0 : numberIn(line.locator("dd"));
}

/** Opens an order in the portal where its producer is signed in. */
export async function openInShop(page: Page, number: string) {
  await page.goto("/producer/orders");
  await page.getByRole("link", { name: portal.seeOrderNumber(number) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.orderTitle(number));
}

/** Says that a deed in the portal was done. */
export async function expectDone(page: Page, deed: keyof typeof portal.done) {
  await expect(page.getByRole("status")).toHaveText(portal.done[deed]);
}

/** Takes, packs and sends an order; its page in the portal stays open. */
export async function sendParcel(page: Page, number: string) {
  await openInShop(page, number);
  await page.getByRole("button", { name: portal.deeds.confirm }).click();
  await expectDone(page, "confirm");
  await page.getByRole("button", { name: portal.deeds.pack }).click();
  await expectDone(page, "pack");
  await page.getByLabel(portal.tracking).fill("EB123456789VN");
  await page.getByRole("button", { name: portal.deeds.ship }).click();
  await expectDone(page, "ship");
}
