import type { Page } from "@playwright/test";
import { expect, numberIn, vi } from "./support";

export type Filters = { stars: string; province: string };

/** How many the box of a facet's value promises. */
export function facetCount(page: Page, id: string): Promise<number> {
  return numberIn(page.locator(`label:has(#${id}) .num`));
}

/** Cards on this page of the list and on all that follow it; ends on the last page. */
export async function countCards(page: Page): Promise<number> {
  const cards = page.locator(".catalog-grid > li");
  const next = page.locator(".pages a[rel=next]");
  let sum = await cards.count();
  while ((await next.count()) > 0) {
    await page.goto((await next.getAttribute("href")) ?? "");
    sum += await cards.count();
  }
  return sum;
}

/** Chooses stars and a province: in the dialog on a phone, in the column on a desk. */
export async function chooseFilters(
  page: Page,
  facts: Filters & { isPhone: boolean; hasScript: boolean },
) {
  const { isPhone, hasScript } = facts;
  const stars = page.locator(`#stars-${facts.stars}`);
  const province = page.locator(`#province-${facts.province}`);
  if (isPhone) await page.locator(".catalog-opener").click();
  if (isPhone && hasScript) {
    await expect(page.getByRole("dialog", { name: vi.catalog.filter })).toBeVisible();
  }
  await stars.check();
  if (hasScript) await expect(page).toHaveURL(new RegExp(`stars=${facts.stars}`));
  await province.check();
  if (hasScript) await expect(page).toHaveURL(new RegExp(`province=${facts.province}`));
  if (isPhone || !hasScript) {
    await page.locator("#catalog-form .filters-show button").click();
  }
  await expect(page).toHaveURL(new RegExp(`stars=${facts.stars}.*province=${facts.province}`));
  await expect(page.locator("#catalog-results")).not.toHaveAttribute("aria-busy");
  if (isPhone) await expect(page.getByRole("dialog")).toBeHidden();
}

/** Says that what the chosen boxes promise, what the page says and the cards are one number. */
export async function expectCountsAgree(page: Page, ids: string[]): Promise<number> {
  const said = await numberIn(page.locator("#catalog-summary"));
  for (const id of ids) expect(await facetCount(page, id), `the count beside ${id}`).toBe(said);
  const start = page.url();
  expect(await countCards(page), "cards on all pages").toBe(said);
  if (page.url() !== start) await page.goto(start);
  return said;
}
