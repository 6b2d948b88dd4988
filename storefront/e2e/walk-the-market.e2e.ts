import { expect, listGoods, test, vi } from "./support";

test("a visitor walks from the almanac to a maker, a village and a certificate", async ({
  page,
  expectWellMade,
}) => {
  await page.goto("/");
  await page.locator("main").getByRole("link", { name: vi.home.planVisit }).click();
  await expect(page).toHaveURL("/tours");
  await expectWellMade();
  await page.locator(".catalog-grid .card").first().click();
  await expect(page).toHaveURL(/\/tours\/./);
  await expectWellMade();

  const [good] = await listGoods(page, "producer=co-so-gom-bao-vien");
  await page.goto(`/products/${good?.handle}`);
  await page
    .locator(".maker")
    .getByRole("link", { name: /^Làng|Bát Tràng/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/villages\/./);
  await expectWellMade();
  await page.goto(`/producers/${good?.producer.handle}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(good?.producer.name ?? "");
  await expectWellMade();
  await page.locator("a[href^='/verify/']").first().click();
  await expect(page.getByText(vi.verify.decision, { exact: true })).toBeVisible();
  await expectWellMade();
});

test("at night every page is as easy to read as by day", async ({ page, expectWellMade }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const [good] = await listGoods(page, "q=ca+phe&province=66&stars=4");
  const goodPath = `/products/${good?.handle}`;
  for (const path of ["/", "/products", goodPath, "/tours", "/verify", "/cart", "/account/login"]) {
    await page.goto(path);
    await expectWellMade();
  }
});

test("the keyboard alone leads from the top of the page to what it is about", async ({ page }) => {
  await page.goto("/products");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: vi.common.skip });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("what strangers may not see is not told to search engines or kept in caches", async ({
  page,
}) => {
  const answer = await page.goto("/purchase/khong-co?token=khong-co");
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  expect(answer?.headers()["referrer-policy"]).toBe("same-origin");
  const cart = await page.goto("/cart");
  expect(cart?.headers()["cache-control"]).toContain("no-store");
  const home = await page.goto("/");
  expect(home?.headers()["content-security-policy"]).toContain("script-src 'self'");
  expect(home?.headers()["set-cookie"]).toBeUndefined();
});

test("a barrier put into a page is found by the check that every page passes", async ({
  page,
  expectWellMade,
}) => {
  await page.goto("/verify");
  await expectWellMade();
  await page.evaluate(() => {
    document.querySelector("#main")?.append(new Image(40, 40));
  });
  await expect(expectWellMade()).rejects.toThrow(/image-alt/);
  await page.reload();
  await page.evaluate(() => {
    const wide = document.createElement("p");
    wide.textContent = "rộng ".repeat(400);
    wide.style.whiteSpace = "nowrap";
    document.querySelector("#main")?.append(wide);
  });
  await expect(expectWellMade()).rejects.toThrow(/wider than the window/);
});
