import type { Page } from "@playwright/test";
import { newReference } from "./bank";
import { demo, expect } from "./support";

/** The admin speaks the operator's language; either will do here. */
const words = {
  markSent: /^(Ghi là đã chuyển|Mark as sent)/,
  reference: /^(Mã giao dịch của ngân hàng|The bank's number of the transfer)$/,
};

/** Signs the operator in at the admin's door. */
export async function enterOffice(page: Page) {
  const { email, password } = demo.accounts.operator;
  await page.goto(demo.admin);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await expect(page).not.toHaveURL(/login/);
}

/** An amount as the admin writes it in either of its languages. */
export function amountIn(amount_vnd: number): RegExp {
  return new RegExp(
    `(?<![\\d.,])${String(amount_vnd).replace(/\B(?=(\d{3})+$)/g, "[.,]")}(?![\\d.,]*\\d)`,
  );
}

type Due = { number: string; amount_vnd: number; account: string };

/** The list of transfers to make holds one for an order; the operator makes it and says so. */
export async function sendBack(page: Page, { number, amount_vnd, account }: Due) {
  await page.goto(`${demo.admin}/refunds-due`);
  const due = page.getByRole("row").filter({ hasText: number });
  await expect(due).toHaveCount(1);
  await expect(due).toContainText(amountIn(amount_vnd));
  await expect(due).toContainText(account);
  await due.getByRole("button", { name: words.markSent }).click();
  const reference = newReference();
  const marking = page.getByRole("dialog");
  await marking.getByLabel(words.reference).fill(reference);
  await marking.getByRole("button", { name: words.markSent }).click();
  await expect(due).toHaveCount(0);
  await page.goto(`${demo.admin}/refunds-due?state=sent`);
  await expect(due).toContainText(reference);
}
