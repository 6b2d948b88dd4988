import { createRequire } from "node:module";
import type { RequestKind, RequestReason } from "@cho-lang/shared/domain/refund-request";
import type { Locator, Page } from "@playwright/test";
import { expect, vi } from "./support";

const require = createRequire(import.meta.url);
export const domain =
  require("@cho-lang/shared/domain/refund-request") as typeof import("@cho-lang/shared/domain/refund-request");
const { refundRequest: words, portal } = vi;

/** The account of most buyers who paid in cash or by transfer. */
export const PAYEE = { bank: "Vietcombank", account: "0071000123456", name: "NGUYEN THI HUONG" };

/** From an order on its purchase's page to the form that asks for money back. */
export async function openForm(page: Page, order: Locator, number: string) {
  await order.getByRole("link", { name: words.askOf(number) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.heading);
}

export function reasonCard(page: Page, reason: RequestReason): Locator {
  return page.locator(`input[name=reason][value=${reason}]`);
}

export function kindCard(page: Page, kind: RequestKind): Locator {
  return page.locator(`input[name=kind][value=${kind}]`);
}

/** A picture as a phone takes it: of the page itself. */
export async function takePhoto(page: Page, name: string) {
  const buffer = await page.screenshot({ type: "jpeg", quality: 60 });
  return { name, mimeType: "image/jpeg", buffer };
}

/** Says that pictures have come, and are as many as that. */
export async function expectPictures(pictures: Locator, count: number) {
  await expect(pictures).toHaveCount(count);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
}

export async function fillPayee(page: Page) {
  await page.getByLabel(words.bank, { exact: true }).selectOption({ label: PAYEE.bank });
  await page.getByLabel(words.accountNumber, { exact: true }).fill(PAYEE.account);
  await page.getByLabel(words.accountName, { exact: true }).fill(PAYEE.name);
}

/** Presses the button that asks; gives the number of the request, which now waits. */
export async function sendRequest(page: Page): Promise<string> {
  await page.getByRole("button", { name: words.send, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: words.notices.sent })).toBeVisible();
  const card = page.locator("article.request-card").first();
  await expect(card).toContainText(domain.requestStateLabel("open", "vi"));
  return (await card.getAttribute("aria-label")) ?? "";
}

/** Opens a request in the portal where its producer is signed in. */
export async function openRequestInShop(page: Page, number: string) {
  await page.goto("/producer/requests");
  await page.getByRole("link", { name: `${portal.requests.answer} ${number}` }).click();
  await expect(page).toHaveURL(/\/producer\/requests\/[\w-]+$/);
}
