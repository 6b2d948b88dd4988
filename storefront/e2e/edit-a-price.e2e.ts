import { enterShop } from "./portal";
import { expect, listGoods, numberIn, producerAt, test, vi } from "./support";

const { portal } = vi;
/** Places of the demo's producers whose prices are changed here, one for each window. */
const EDITING = { phone: 4, desk: 5 };
const AT_ONCE = { timeout: 10_000, intervals: [500] };

test("a producer changes price and stock, and the market shows both within seconds", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  const producer = producerAt(isPhone ? EDITING.phone : EDITING.desk);
  const [good] = await listGoods(page, `producer=${producer.handle}`);
  if (!good) throw new Error("The producer has something to sell.");
  await enterShop(page, producer);
  await page.getByRole("navigation").getByRole("link", { name: portal.tabs.products }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.productsTitle);
  await expectWellMade();
  await page.getByRole("link", { name: portal.editProduct(good.title) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(good.title);
  const price = page.getByLabel(portal.price);
  const stock = page.getByLabel(portal.stock);
  const next = Number(await price.inputValue()) + 1000;
  const nextStock = Number(await stock.inputValue()) + 3;

  await price.fill("rẻ thôi");
  await page.getByRole("button", { name: portal.save }).click();
  await expect(price).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(portal.productFaults.not_a_number)).toBeVisible();
  await expect(price).toHaveValue("rẻ thôi");
  await expectWellMade();

  await price.fill(next.toLocaleString("vi-VN"));
  await stock.fill(String(nextStock));
  await page.getByRole("button", { name: portal.save }).click();
  await expect(page.getByRole("status")).toHaveText(portal.done.saved);
  await expect(price).toHaveValue(String(next));
  await expect(stock).toHaveValue(String(nextStock));
  await expectWellMade();

  const card = page.locator(`.card[href="/products/${good.handle}"]`);
  await expect(async () => {
    await page.goto(`/products?producer=${producer.handle}`);
    expect(await numberIn(card.locator(".price").first())).toBe(next);
    await page.goto(`/products/${good.handle}`);
    expect(await numberIn(page.locator(".product-buy .lead-amount"))).toBe(next);
  }).toPass(AT_ONCE);
});

test("the shop's other pages are well made, and whoever leaves must sign in again", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await enterShop(page, producerAt(isPhone ? EDITING.phone : EDITING.desk));
  for (const path of ["/producer/certificates", "/producer/more"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expectWellMade();
  }
  await page.getByRole("button", { name: portal.signOut }).click();
  await expect(page.getByText(portal.signedOut)).toBeVisible();
  await page.goto("/producer/products");
  await expect(page).toHaveURL(/\/producer\/login/);
});
