import type { Page } from "@playwright/test";
import { newReference, readTransfer, tellOfTransfer } from "./bank";
import { enterOffice } from "./office";
import { addToCart, fillBuyer, placeOrder } from "./shopping";
import { demo, expect, test, vi } from "./support";

/** The admin speaks the operator's language; either will do here. */
const words = {
  suspense: /^(Tiền treo|Money in suspense)/,
  late: /^(Chuyển muộn|Too late)$/,
  sendBack: /^(Gửi lại tiền|Send it back)$/,
  bank: /^(Ngân hàng|Bank)$/,
  accountNumber: /^(Số tài khoản|Account number)$/,
  accountName: /^(Tên chủ tài khoản|Name of the account)$/,
  resolved: /^(Đã xử lý|Dealt with)$/,
  sentBack: /^(Gửi lại người chuyển|Sent back)$/,
  refunds: /^(Tiền cần chuyển trả|Transfers to make)/,
  markSent: /^(Ghi là đã chuyển|Mark as sent)/,
  reference: /^(Mã giao dịch của ngân hàng|The bank's number of the transfer)$/,
};
const PAYEE = { bank: "Vietcombank", number: "0071000123456", name: "NGUYEN THI HUONG" };

/** Orders a good by transfer, thinks again, and transfers after all. */
async function payTooLate(page: Page) {
  await page.goto("/products?stars=4");
  await page.locator(".catalog-grid .card").first().click();
  await addToCart(page);
  await page.goto("/cart");
  await fillBuyer(page, { email: "tramuon@example.com" });
  await page.getByRole("radio", { name: new RegExp(vi.checkout.vietqr.slice(0, 12)) }).check();
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  const asked = await readTransfer(page);
  await page.getByRole("button", { name: vi.pay.change }).click();
  await expect(page).toHaveURL(/\/cart/);
  await tellOfTransfer(page, demo.backend, asked);
  return asked;
}

test("the operator finds money that came too late, sends it back, and marks it as sent", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { content } = await payTooLate(page);

  await enterOffice(page);
  await page.goto(`${demo.admin}/money`);
  await page.getByRole("main").getByRole("link", { name: words.suspense }).click();
  await expect(page).toHaveURL(/\/suspense/);
  const entry = page.getByRole("row").filter({ hasText: content });
  await expect(async () => {
    await page.goto(`${demo.admin}/suspense?reason=late`);
    await expect(entry).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  await expect(entry.getByText(words.late)).toBeVisible();
  await entry.getByRole("link").first().click();

  await page.getByRole("button", { name: words.sendBack }).click();
  const giving = page.getByRole("dialog");
  await giving.getByRole("combobox", { name: words.bank }).click();
  await page.getByRole("option", { name: PAYEE.bank, exact: true }).click();
  await giving.getByLabel(words.accountNumber).fill(PAYEE.number);
  await giving.getByLabel(words.accountName).fill(PAYEE.name);
  await giving.getByRole("button", { name: words.sendBack }).click();
  await expect(page.getByRole("heading", { name: words.resolved })).toBeVisible();
  await expect(page.getByText(words.sentBack)).toBeVisible();
  await expect(page.getByRole("button", { name: words.sendBack })).toHaveCount(0);

  await page.goto(`${demo.admin}/refunds-due`);
  await expect(page.getByRole("heading", { name: words.refunds })).toBeVisible();
  // Banks take no hyphens: "CL7K3F9X2M" is the transfer for CL-7K3F9.
  const text = `CL ${content.slice(2, 7)}`;
  const due = page.getByRole("row").filter({ hasText: text });
  await expect(due).toContainText(PAYEE.number);
  await due.getByRole("button", { name: words.markSent }).click();
  const reference = newReference();
  const marking = page.getByRole("dialog");
  await marking.getByLabel(words.reference).fill(reference);
  await marking.getByRole("button", { name: words.markSent }).click();
  await expect(due).toHaveCount(0);
  await page.goto(`${demo.admin}/refunds-due?state=sent`);
  await expect(due).toContainText(reference);
});
