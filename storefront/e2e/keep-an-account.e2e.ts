import type { Page } from "@playwright/test";
import { buy, expectSumsAgree } from "./shopping";
import { expect, test, vi } from "./support";

const { account } = vi;
const PASSWORD = "mua gao o cho lang";

async function enter(page: Page, facts: { email: string; password: string }) {
  await page.getByLabel(account.email, { exact: true }).fill(facts.email);
  await page.getByLabel(account.password, { exact: true }).fill(facts.password);
  await page.locator("main").getByRole("button", { name: account.signIn }).click();
}

test("a buyer opens an account, finds the purchase in it, leaves and comes back", async ({
  page,
  expectWellMade,
}) => {
  const email = `khach-${Date.now()}@example.com`;
  await page.goto("/account");
  await expect(page).toHaveURL(/\/account\/login/);
  await expectWellMade();

  await page.getByRole("link", { name: account.register }).click();
  await page.getByRole("button", { name: account.register }).click();
  for (const fault of Object.values(account.faults).slice(0, 2)) {
    await expect(page.getByText(fault)).toBeVisible();
  }
  await expectWellMade();
  await page.getByLabel(account.fullName, { exact: true }).fill("Trần Văn Lúa");
  await page.getByLabel(account.email, { exact: true }).fill(email);
  await page.getByLabel(account.newPassword, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: account.register }).click();
  await expect(page).toHaveURL("/account");
  await expect(page.getByText(account.noPurchases)).toBeVisible();
  await expectWellMade();

  await buy(page, { handles: ["tra-shan-tuyet-suoi-giang"], email });
  const number = (await page.locator("h1 .num").textContent()) ?? "";
  await page.goto("/account");
  await expectWellMade();
  await page.getByRole("link", { name: account.seePurchase(number) }).click();
  await expect(page.locator("h1")).toContainText(number);
  await expectSumsAgree(page, 1);

  await page.goto("/account");
  await page.getByRole("button", { name: account.signOut }).click();
  await expect(page.getByRole("status")).toHaveText(account.signedOut);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/account\/login/);

  await enter(page, { email, password: "khong phai mat khau" });
  await expect(page.getByRole("alert")).toHaveText(account.refusals.wrong);
  await expect(page.getByLabel(account.email, { exact: true })).toHaveValue(email);
  await expectWellMade();
  await enter(page, { email, password: PASSWORD });
  await expect(page).toHaveURL("/account");
  await expect(page.getByRole("link", { name: account.seePurchase(number) })).toBeVisible();
});

test("who forgot the password gets the same answer whether an account exists or not", async ({
  page,
  expectWellMade,
}) => {
  const email = "khong-ai@example.com";
  await page.goto("/account/login");
  await page.getByRole("link", { name: account.forgot }).click();
  await expectWellMade();
  await page.getByLabel(account.email, { exact: true }).fill(email);
  await page.getByRole("button", { name: account.forgotSend }).click();
  await expect(page.getByText(account.forgotSent(email))).toBeVisible();
  await expectWellMade();
  await page.goto("/account/reset");
  await expect(page.getByText(account.resetExpired)).toBeVisible();
  await expectWellMade();
});
