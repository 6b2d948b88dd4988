import type { Page } from "@playwright/test";
import { expectShared, markWindow } from "./search";
import { en, expect, test, vi } from "./support";

const { catalog } = vi;
/** By the lake of Hoàn Kiếm, and how the address says it: to about a kilometre. */
const LAKE = { latitude: 21.028511, longitude: 105.852331 };
const ROUGHLY = "near=21.03,105.85";
const near = (page: Page) => page.getByRole("button", { name: catalog.near.find });

/** Kilometres that the cards say, in the order of the page. */
async function kilometres(page: Page): Promise<number[]> {
  const texts = await page.locator(".catalog-grid .card p.quiet").allTextContents();
  return texts.map((text) => {
    const way = /cách (dưới )?([\d.,]+) km/.exec(text);
    if (!way) throw new Error(`“${text}” says no distance.`);
    return way[1] ? 0 : Number(way[2]?.replace(".", "").replace(",", "."));
  });
}

async function expectNearestFirst(page: Page) {
  const away = await kilometres(page);
  expect(away.length).toBeGreaterThan(5);
  expect(away).toEqual([...away].sort((a, b) => a - b));
}

test.describe("who tells where they are", () => {
  test.use({ geolocation: LAKE, permissions: ["geolocation"] });

  test("gets the nearest first, and the address does not tell the house", async ({
    page,
    expectWellMade,
  }) => {
    await page.goto("/tours");
    const expectKept = await markWindow(page);
    await near(page).click();
    await expect(page).toHaveURL((url) => decodeURIComponent(url.search).includes(ROUGHLY));
    expect(page.url()).not.toContain("028");
    await expect(page.locator("#catalog-sort")).toHaveValue("distance");
    await expectNearestFirst(page);
    await expect(page.locator(".catalog-grid .card").first()).toContainText("Hà Nội");
    await expectKept();
    await expectWellMade();
    await expectShared(page);

    await page.getByRole("link", { name: catalog.remove(catalog.chips.near) }).click();
    await expect(page).toHaveURL("/tours");
    await expect(page.locator("#catalog-sort option[value=distance]")).toHaveCount(0);
    await expect(page.locator(".catalog-grid")).not.toContainText(/ km/);
    await expectKept();
  });
});

test("who does not tell is told what else can be done", async ({ page, expectWellMade }) => {
  await page.goto("/en/products");
  await page.getByRole("button", { name: en.catalog.near.find }).click();
  await expect(page.getByRole("status").getByText(en.catalog.near.denied)).toBeVisible();
  await expect(page).toHaveURL("/en/products");
  await expectWellMade();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a shared address has its distances without script, too", async ({
    page,
    expectWellMade,
  }) => {
    await page.goto(`/products?${ROUGHLY}&sort=distance`);
    await expect(near(page)).toBeHidden();
    await expectNearestFirst(page);
    await expectWellMade();
  });
});
