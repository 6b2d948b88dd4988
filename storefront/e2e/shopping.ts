import type { Locator, Page } from "@playwright/test";
import { en, expect, numberIn, numbersIn, sumOf, vi } from "./support";

export type Speech = "vi" | "en";
const phrases = { vi, en };

/** The address of a page in a language. */
export function at(path: string, speech: Speech = "vi"): string {
  return speech === "en" ? `/en${path === "/" ? "" : path}` : path;
}

/** Puts the good whose page is open into the cart. */
export async function addToCart(page: Page, speech: Speech = "vi") {
  const { product } = phrases[speech];
  await page.locator("#buy").getByRole("button", { name: product.add }).click();
  await expect(page.getByRole("status").getByText(product.added)).toBeVisible();
}

export const BUYER = {
  full_name: "Nguyễn Thị Hường",
  phone: "0912 345 678",
  street: "12 ngõ Phất Lộc",
};

/** Fills in the checkout box for a parcel to Hà Nội. */
export async function fillBuyer(
  page: Page,
  facts: { email: string; phone?: string; speech?: Speech; hasScript?: boolean },
) {
  const { checkout } = phrases[facts.speech ?? "vi"];
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await field(checkout.fullName).fill(BUYER.full_name);
  await field(checkout.phone).fill(facts.phone ?? BUYER.phone);
  await field(checkout.email).fill(facts.email);
  await field(checkout.street).fill(BUYER.street);
  await field(checkout.province).selectOption("01");
  if (facts.hasScript === false) {
    await page.getByRole("button", { name: checkout.showCommunes }).click();
  }
  const commune = field(checkout.commune);
  await expect(commune.locator("option").nth(2)).toBeAttached();
  await commune.selectOption({ index: 1 });
  await expect(field(checkout.fullName)).toHaveValue(BUYER.full_name);
}

/** Presses the button that places the order. */
export async function placeOrder(page: Page, speech: Speech = "vi") {
  await page.getByRole("button", { name: phrases[speech].checkout.place, exact: true }).click();
}

/** What one parcel of the purchase page comes to: goods, delivery, and what is paid at the door. */
export async function readParcels(page: Page) {
  const parcels = page.locator("section[aria-labelledby^=order-]");
  const read = async (parcel: Locator) => {
    const [goods = 0, shipping = 0, due = 0] = await numbersIn(parcel.locator("dl.sums dd"));
    const lines = sumOf(await numbersIn(parcel.locator(".cart-price")));
    return { goods, shipping, due, lines };
  };
  return Promise.all((await parcels.all()).map(read));
}

/** Says that every sum of the purchase page is the sum of its parts; gives its total. */
export async function expectSumsAgree(page: Page, parcelCount: number): Promise<number> {
  const parcels = await readParcels(page);
  expect(parcels).toHaveLength(parcelCount);
  for (const { goods, shipping, due, lines } of parcels) {
    expect(lines).toBe(goods);
    expect(goods + shipping).toBe(due);
  }
  const summary = page.locator(".checkout-box .sums");
  const [goods, shipping] = await numbersIn(summary.locator("dd"));
  const total = await numberIn(summary.locator(".sums-total dd"));
  expect(goods).toBe(sumOf(parcels.map((parcel) => parcel.goods)));
  expect(shipping).toBe(sumOf(parcels.map((parcel) => parcel.shipping)));
  expect(total).toBe(sumOf(parcels.map((parcel) => parcel.due)));
  return total;
}

/** Buys one of each good by its handle as a guest; leaves the purchase's page open. */
export async function buy(page: Page, facts: { handles: string[]; email: string }) {
  for (const handle of facts.handles) {
    await page.goto(`/products/${handle}`);
    await addToCart(page);
  }
  await page.goto("/cart");
  await fillBuyer(page, facts);
  await placeOrder(page);
  await expect(page).toHaveURL(/\/purchase\//);
}
