import type { Page } from "@playwright/test";
import { enterOffice } from "./office";
import { demo, expect, numberIn, test, vi } from "./support";

/** The admin speaks the operator's language; either will do here. */
const words = {
  title: /^(Tìm kiếm trong chợ|Shop search)$/,
  serves: /^(Đang trả lời người mua|Answers shoppers)$/,
  documents: /^(Tìm được|Can be found)$/,
  dead: /^(Để riêng vì lỗi|Laid aside after errors)$/,
  version: /^(Bản chỉ mục|Version of the index)$/,
  reindex: /^(Làm lại chỉ mục|Rebuild the index)$/,
  ask: /Người mua vẫn tìm như thường|Shoppers search as before/,
  progress: /^(Tiến độ làm lại chỉ mục|Progress of the rebuild)$/,
  last: /^(Lần làm lại gần nhất|Last rebuilt)$/,
  done: /^(Đã xong|Done)/,
};

/** The text beside a name in the section of an engine. */
const factOf = (page: Page, name: RegExp) =>
  page.getByText(name).locator("xpath=following-sibling::*[1]");

test("the operator sees that search keeps up, fills it anew, and reads what was not found", async ({
  page,
  isPhone,
}) => {
  test.setTimeout(180_000);
  const missing = isPhone ? "kimchi" : "sriracha";
  await page.goto(`/products?q=${missing}`);
  await expect(page.getByRole("heading", { name: vi.catalog.empty.title.product })).toBeVisible();

  await enterOffice(page);
  await page.goto(`${demo.admin}/search`);
  await expect(page.getByRole("heading", { name: words.title })).toBeVisible();
  await expect(page.getByText(words.serves)).toBeVisible();
  await expect(factOf(page, words.dead)).toHaveText("0");
  await expect(factOf(page, words.documents)).toHaveText(/^\d+ \/ \d+/);
  const version = await numberIn(factOf(page, words.version));

  await page.getByRole("button", { name: words.reindex }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(words.ask);
  await dialog.getByRole("button", { name: words.reindex }).click();
  await expect(page.getByRole("progressbar", { name: words.progress })).toBeVisible();
  await expect(factOf(page, words.last)).toHaveText(words.done, {
    timeout: 60_000,
  });
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  expect(await numberIn(factOf(page, words.version))).toBeGreaterThan(version);
  await expect(page.getByText(words.serves)).toBeVisible();

  const link = page.getByRole("link", { name: new RegExp(`^${missing}`) });
  await expect(async () => {
    await page.reload();
    await expect(link).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  const [shop] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await expect(shop).toHaveURL(new RegExp(`/products\\?q=${missing}$`));
  await expect(shop.getByRole("heading", { level: 1 })).toBeVisible();
});
