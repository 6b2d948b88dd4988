import type { Page } from "@playwright/test";
import { demo, expect } from "./support";

/** Signs the operator in at the admin's door. */
export async function enterOffice(page: Page) {
  const { email, password } = demo.accounts.operator;
  await page.goto(demo.admin);
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await expect(page).not.toHaveURL(/login/);
}
