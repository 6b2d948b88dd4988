import { expectEnglish, readTexts, vietnamese } from "./english";
import { addToCart, at, BUYER, expectSumsAgree, fillBuyer, placeOrder } from "./shopping";
import { en, expect, listGoods, test, vi } from "./support";

test("the check for Vietnamese words finds them on a Vietnamese page", async ({ page }) => {
  expect(vietnamese.length).toBeGreaterThan(400);
  await page.goto("/cart");
  const texts = new Set(await readTexts(page));
  expect(texts).toContain(vi.cart.emptyText);
  expect(vietnamese).toContain(vi.cart.emptyText);
  expect(vietnamese.some((piece) => piece === "Tài khoản")).toBe(true);
});

test("a guest who reads English meets English on every page", async ({ page, expectWellMade }) => {
  test.setTimeout(180_000);
  const check = async () => {
    await expectEnglish(page);
    await expectWellMade();
  };
  const visit = async (path: string) => {
    await page.goto(at(path, "en"));
    await check();
  };
  await visit("/");
  await visit("/products?stars=4");
  await visit("/tours");
  await visit("/products?q=xyzzyq");
  await visit("/products?stars=9");

  const [good] = await listGoods(page, "q=ca+phe&province=66&stars=4&lang=en");
  await page.goto(at(`/products/${good?.handle}`, "en"));
  await addToCart(page, "en");
  await check();
  await page.getByRole("link", { name: en.product.toCart }).click();
  await check();
  await placeOrder(page, "en");
  await expect(page.getByRole("alert").first()).toContainText(en.checkout.faults.full_name.missing);
  await check();
  await fillBuyer(page, { email: "anna@example.com", speech: "en" });
  await placeOrder(page, "en");
  await expect(page).toHaveURL(/\/en\/purchase\//);
  await expectSumsAgree(page, 1);
  await expect(page.getByText(BUYER.street)).toBeVisible();
  await check();

  await visit("/cart");
  await visit("/verify");
  await visit("/verify?number=0412");
  await visit("/account/login");
  await visit("/account/register");
  await visit("/account/forgot");
  await visit("/nowhere");
  await visit("/producer/login");
});

test("whoever changes the language stays on the same page", async ({ page, isPhone }) => {
  await page.goto("/products?stars=4");
  const menu = page.locator(".head summary", { hasText: vi.common.menu });
  if (isPhone) await menu.click();
  await page
    .locator(".head")
    .getByRole("link", { name: "English" })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL("/en/products?stars=4");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.catalog.title.product);
  await expect(page.locator("link[rel=alternate][hreflang=vi]")).toHaveAttribute(
    "href",
    /\/products\?stars=4$/,
  );
});
