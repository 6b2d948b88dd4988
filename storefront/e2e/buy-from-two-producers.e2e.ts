import type { Page } from "@playwright/test";
import { chooseFilters, expectCountsAgree } from "./catalog";
import { search } from "./search";
import { addToCart, BUYER, expectSumsAgree, fillBuyer, placeOrder } from "./shopping";
import { expect, numberIn, test, vi } from "./support";

type Journey = {
  page: Page;
  expectWellMade: () => Promise<void>;
  isPhone: boolean;
  hasScript: boolean;
};

/** From two typed words to a purchase of two parcels; the same with and without script. */
async function buyCoffeeFromTwo({ page, expectWellMade, isPhone, hasScript }: Journey) {
  test.setTimeout(180_000);
  await page.goto("/");
  await expectWellMade();

  await search(page, { words: "ca phe", isPhone });
  await expectWellMade();
  await chooseFilters(page, { stars: "4", province: "66", isPhone, hasScript });
  await expectWellMade();
  const count = await expectCountsAgree(page, ["stars-4", "province-66"]);
  expect(count, "four-star coffees of Đắk Lắk").toBeGreaterThanOrEqual(2);

  const cards = page.locator(".catalog-grid .card");
  const makers = new Map<string, string>();
  for (const card of await cards.all()) {
    await expect(card).toContainText("Đắk Lắk");
    await expect(card).toContainText(vi.common.ocopStars(4));
    const [, maker = ""] = ((await card.locator("p.quiet").textContent()) ?? "").split(" · ");
    makers.set(maker, (await card.getAttribute("href")) ?? "");
  }
  const [first, second] = [...makers];
  if (!first || !second) throw new Error("Two producers of four-star coffee were expected.");
  for (const [maker, href] of [first, second]) {
    await page.goto(href);
    await expect(page.locator(".product-buy")).toContainText(maker);
    await addToCart(page);
    await expectWellMade();
  }

  await page.getByRole("link", { name: vi.product.toCart }).click();
  await expect(page.getByRole("heading", { level: 1, name: vi.cart.title })).toBeVisible();
  for (const [maker] of [first, second]) {
    await expect(page.locator("#groups").getByRole("heading", { name: maker })).toBeVisible();
  }
  await expectWellMade();
  await takeOneMore(page);

  await fillBuyer(page, { email: "huong@example.vn", phone: "0912 345 67", hasScript });
  await placeOrder(page);
  const phone = page.getByLabel(vi.checkout.phone, { exact: true });
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveAccessibleDescription(new RegExp(vi.checkout.phoneMissing(1)));
  await expect(phone).toHaveValue("0912 345 67");
  await expectNothingLost(page);
  await expectWellMade();

  const total = await numberIn(page.locator("#sums .sums-total dd"));
  await phone.fill(BUYER.phone);
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
  await expect(page.getByText(vi.purchase.thanks("huong@example.vn"))).toBeVisible();
  expect(await expectSumsAgree(page, 2)).toBe(total);
  await expectWellMade();

  await page.goto("/cart");
  await expect(page.getByRole("heading", { name: vi.cart.emptyTitle })).toBeVisible();
  await expectWellMade();
}

/** Presses + at the first line: the sums follow, with script in place, without on a new page. */
async function takeOneMore(page: Page) {
  const line = page.locator(".cart-line").first();
  const price = await numberIn(line.locator(".cart-price"));
  const total = page.locator("#sums .sums-total dd");
  const before = await numberIn(total);
  await line.getByRole("button", { name: /^Thêm một/ }).click();
  await expect(line.getByRole("textbox")).toHaveValue("2");
  await expect.poll(() => numberIn(line.locator(".cart-price"))).toBe(price * 2);
  await expect.poll(() => numberIn(total)).toBeGreaterThanOrEqual(before + price);
}

async function expectNothingLost(page: Page) {
  const { checkout } = vi;
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await expect(field(checkout.fullName)).toHaveValue(BUYER.full_name);
  await expect(field(checkout.email)).toHaveValue("huong@example.vn");
  await expect(field(checkout.street)).toHaveValue(BUYER.street);
  await expect(field(checkout.province)).toHaveValue("01");
  await expect(field(checkout.commune)).toHaveValue(/^\d{5}$/);
}

test("a guest finds coffee by typing “ca phe” and buys from two producers in one go", async ({
  page,
  expectWellMade,
  isPhone,
}) => {
  await buyCoffeeFromTwo({ page, expectWellMade, isPhone, hasScript: true });
});

test("what a box of the filters promises is what all pages of the list hold", async ({ page }) => {
  await page.goto("/products?stars=4");
  await expectCountsAgree(page, ["stars-4"]);
  await page.goto("/products?group=food&stars=3");
  await expectCountsAgree(page, ["group-food", "stars-3"]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same guest buys the same coffee on a phone that runs no script", async ({
    page,
    expectWellMade,
    isPhone,
  }) => {
    await buyCoffeeFromTwo({ page, expectWellMade, isPhone, hasScript: false });
  });
});
