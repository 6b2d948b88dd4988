import type { Page } from "@playwright/test";
import { expect, type producerAt, vi } from "./support";

/** Signs in at the producers' door and waits for today's page. */
export async function enterShop(page: Page, producer: ReturnType<typeof producerAt>) {
  await page.goto("/producer");
  await expect(page).toHaveURL(/\/producer\/login/);
  await page.getByLabel(vi.account.email, { exact: true }).fill(producer.email);
  await page.getByLabel(vi.account.password, { exact: true }).fill(producer.password);
  await page.getByRole("button", { name: vi.portal.signIn }).click();
  await expect(page).toHaveURL("/producer");
  await expect(page.getByRole("navigation", { name: vi.portal.tabsLabel })).toBeVisible();
}
