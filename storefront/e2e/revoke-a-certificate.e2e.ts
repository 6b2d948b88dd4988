import type { Page } from "@playwright/test";
import { facetCount } from "./catalog";
import { enterOffice } from "./office";
import { demo, expect, listGoods, numberIn, test, vi } from "./support";

const REASON = "Cơ sở in dấu sao trên một sản phẩm khác.";
/** Seconds within which a change counts as seen at once. */
const AT_ONCE = { timeout: 10_000, intervals: [500] };

/** The admin speaks the operator's language; either will do here. */
const words = {
  certificates: /^(Giấy chứng nhận|Certificates)$/,
  search: /^(Số quyết định, sản phẩm hoặc chủ thể|Decision number, product or producer)$/,
  revoke: /^(Thu hồi|Revoke)$/,
  reason: /^(Lý do|Reason)$/,
  revoked: /^(Bị thu hồi|Revoked)$/,
};

/** A four-star good of this group that belongs to no demo account, so that no other test needs it. */
async function chooseGood(page: Page, group: string) {
  const used = new Set(demo.accounts.producers.map(({ handle }) => handle));
  const hits = await listGoods(page, `stars=4&group=${group}&page_size=60`);
  const good = hits.filter(({ producer }) => !used.has(producer.handle)).at(-1);
  if (!good) throw new Error(`No four-star good of ${group} is left whose stars could be revoked.`);
  return good;
}

test("the operator revokes a certificate, and its stars vanish from the market at once", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const group = isPhone ? "food" : "handicraft";
  const good = await chooseGood(page, group);
  const list = `/products?group=${group}&stars=4`;
  await page.goto(list);
  const before = await numberIn(page.locator("#catalog-summary"));
  expect(await facetCount(page, "stars-4")).toBe(before);
  await page.goto(`/products/${good.handle}`);
  const stars = page.locator(".product-buy").getByText(vi.common.ocopStars(4));
  await expect(stars).toBeVisible();
  await expectWellMade();
  const verifyPath =
    (await page.getByRole("link", { name: vi.verify.publicPage }).getAttribute("href")) ?? "";
  const id = verifyPath.split("/").at(-1) ?? "";
  await page.goto(verifyPath);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vi.verify.state.in_force);
  await expectWellMade();

  await enterOffice(page);
  await page.goto(`${demo.admin}/certifications`);
  await expect(page.getByRole("heading", { name: words.certificates, level: 1 })).toBeVisible();
  await page.getByLabel(words.search).fill(good.title);
  await page.locator(`a[href$="/certifications/${id}"]`).click();
  await page.getByRole("button", { name: words.revoke }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel(words.reason).fill(REASON);
  await drawer.getByRole("button", { name: words.revoke }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator("main").getByText(words.revoked).first()).toBeVisible();
  await expect(page.locator("main ol").getByText(REASON)).toBeVisible();

  await expect(async () => {
    await page.goto(`/products/${good.handle}`);
    await expect(stars).toHaveCount(0, { timeout: 100 });
    await page.goto(list);
    expect(await facetCount(page, "stars-4")).toBe(before - 1);
    expect(await numberIn(page.locator("#catalog-summary"))).toBe(before - 1);
  }).toPass(AT_ONCE);
  await expect(page.locator(`.card[href="/products/${good.handle}"]`)).toHaveCount(0);

  await page.goto(`/products/${good.handle}`);
  await expect(page.locator("#certificate")).toContainText(vi.verify.state.revoked);
  await expectWellMade();
  await page.goto(verifyPath);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vi.verify.state.revoked);
  await expect(page.getByText(vi.verify.reason(REASON))).toBeVisible();
  await expectWellMade();
});
