import type { Page } from "@playwright/test";
import { expect, test, vi } from "./support";

/** Opens an address; says its status and the heading of the page that was designed for it. */
async function expectPage(page: Page, facts: { path: string; status: number; heading: string }) {
  const answer = await page.goto(facts.path);
  expect(answer?.status(), facts.path).toBe(facts.status);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(facts.heading);
  await expect(page).toHaveTitle(new RegExp(facts.heading));
}

test("an address that leads nowhere says so and shows the way back", async ({
  page,
  expectWellMade,
}) => {
  const { errors } = vi.common;
  const heading = errors.notFound;
  for (const path of ["/khong-co", "/fr", "/products/khong-co", "/producers/khong-co"]) {
    await expectPage(page, { path, status: 404, heading });
  }
  for (const path of ["/villages/khong-co", "/tours/khong-co", "/products/a%00b"]) {
    await expectPage(page, { path, status: 404, heading });
  }
  await expectWellMade();
  await page.getByRole("link", { name: errors.home }).click();
  await expect(page).toHaveURL("/");
});

test("a filter that can't be read is named, with what is allowed", async ({
  page,
  expectWellMade,
}) => {
  const { fault } = vi.catalog;
  const heading = fault.title;
  for (const path of ["/products?stars=9", "/products?page=0", "/tours?province=atlantis"]) {
    await expectPage(page, { path, status: 400, heading });
  }
  await expectPage(page, { path: "/products?price_min=nhieu", status: 400, heading });
  await expect(page.getByText(fault.text(fault.names.price_min ?? ""))).toBeVisible();
  await expect(page.getByText(fault.allowed.price_min ?? "")).toBeVisible();
  await expectWellMade();
  await page.getByRole("link", { name: fault.start.product }).click();
  await expect(page).toHaveURL("/products");
});

test("a search without results says what to relax", async ({ page, expectWellMade }) => {
  const { empty } = vi.catalog;
  await page.goto("/products?q=xyzzyq&stars=4");
  await expect(page.getByRole("heading", { name: empty.title.product })).toBeVisible();
  await expectWellMade();
  await page.getByRole("link", { name: empty.dropOne("“xyzzyq”") }).click();
  await expect(page).toHaveURL("/products?stars=4");
  await expect(page.locator(".catalog-grid > li").first()).toBeVisible();
  await page.goto("/products?page=99");
  await expect(page.getByRole("heading", { name: empty.beyond })).toBeVisible();
  await expectWellMade();
});

test("a purchase opens only with its own link", async ({ page, expectWellMade }) => {
  const heading = vi.purchase.invalidTitle;
  await expectPage(page, { path: "/purchase/khong-co?token=khong-co", status: 404, heading });
  await expectPage(page, { path: "/purchase/purch_1", status: 404, heading });
  await expectWellMade();
});

test("a certificate number that nobody issued gets advice instead of silence", async ({
  page,
  expectWellMade,
}) => {
  const { verify } = vi;
  await page.goto("/verify");
  await expectWellMade();
  await page.getByLabel(verify.label).fill("9999/QĐ-KHÔNG-CÓ");
  await page.getByRole("button", { name: verify.submit }).click();
  await expect(page.getByRole("heading", { name: verify.none })).toBeVisible();
  await expectWellMade();
  await expectPage(page, { path: "/verify/cert_khong-co", status: 404, heading: verify.unknown });
  await expectWellMade();
});
