import { facetCount } from "./catalog";
import { expectShared, markWindow, openFilters } from "./search";
import { at } from "./shopping";
import { en, expect, numberIn, test, vi } from "./support";

const { catalog } = vi;

/** Where tiles lie: a pair and what the second is of the first. */
const NEIGHBOURS = [
  { from: "08", to: "01", way: "south" },
  { from: "01", to: "31", way: "east" },
  { from: "48", to: "79", way: "south" },
] as const;

test("provinces are chosen on the map by mouse and by keyboard", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await page.goto("/products");
  const expectKept = await markWindow(page);
  if (isPhone) await openFilters(page);
  const map = page.getByRole("group", { name: catalog.facets.province });
  await expect(map.getByRole("checkbox", { name: /\d$/ })).toHaveCount(34);
  const summary = page.locator("#catalog-summary");
  const hanoi = page.locator(".tile", { has: page.locator("#province-01") });
  const only = await facetCount(page, "province-01");

  if (isPhone) await hanoi.tap();
  else await hanoi.click();
  await expect(page).toHaveURL("/products?province=01");
  await expect(summary).toContainText(new RegExp(`^${only} `));
  await expect(map.getByRole("checkbox", { name: "Hà Nội" })).toBeChecked();
  await expect(hanoi).toHaveCSS("outline-style", "solid");

  const laocai = map.getByRole("checkbox", { name: "Lào Cai" });
  const both = only + (await facetCount(page, "province-15"));
  await laocai.focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL("/products?province=15&province=01");
  await expect(summary).toContainText(new RegExp(`^${both} `));
  await expect(laocai).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(map.getByRole("checkbox").and(page.locator(":focus"))).not.toBeChecked();
  await expectWellMade();
  await expectKept();
  if (isPhone) await page.locator("#catalog-form .filters-show button").click();
  await expect(page.locator(".catalog-grid .card").first()).toContainText(/Hà Nội|Lào Cai/);
  await expectShared(page);
});

test("the map lies as the land does, with Hoàng Sa and Trường Sa in the East Sea", async ({
  page,
  isPhone,
}) => {
  for (const speech of ["vi", "en"] as const) {
    await page.goto(at("/products", speech));
    if (isPhone) await openFilters(page, speech);
    const boxOf = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not shown.`);
      return box;
    };
    const tile = (code: string) => boxOf(`.tile:has(#province-${code})`);
    for (const { from, to, way } of NEIGHBOURS) {
      const [a, b] = [await tile(from), await tile(to)];
      if (way === "south") expect(b.y, `${to} south of ${from}`).toBeGreaterThan(a.y);
      else expect(b.x, `${to} east of ${from}`).toBeGreaterThan(a.x);
    }
    await expect(page.getByText({ vi, en }[speech].catalog.sea)).toBeVisible();
    const islands = [
      {
        name: { vi: "Hoàng Sa", en: "Hoang Sa" },
        owner: { vi: "Đà Nẵng", en: "Da Nang" },
        code: "48",
      },
      {
        name: { vi: "Trường Sa", en: "Truong Sa" },
        owner: { vi: "Khánh Hòa", en: "Khanh Hoa" },
        code: "56",
      },
    ];
    for (const { name, owner, code } of islands) {
      const island = page.locator(".island", { hasText: name[speech] });
      await expect(island).toBeVisible();
      await expect(island).toContainText(owner[speech]);
      const { x } = await boxOf(`.island:has-text("${name[speech]}")`);
      expect(x, `${name.vi} east of ${owner.vi}`).toBeGreaterThan((await tile(code)).x);
    }
  }
});

test("whoever prefers a list has the same provinces as a list", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await page.goto("/products");
  if (isPhone) await openFilters(page);
  await page.getByLabel(catalog.asList).check();
  const map = page.getByRole("group", { name: catalog.facets.province });
  await map.getByRole("checkbox", { name: "Đắk Lắk" }).check();
  await expect(page).toHaveURL("/products?province=66");
  await expect(page.getByLabel(catalog.asList)).toBeChecked();
  await expectWellMade();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the map's provinces are boxes of a form without script", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    await page.goto("/products?q=tra");
    if (isPhone) await page.locator("#filter-opener").click();
    const promised = await facetCount(page, "province-19");
    await page.locator(".tile", { has: page.locator("#province-19") }).click();
    await page.locator("#catalog-form .filters-show button").click();
    await expect(page).toHaveURL(/\/products\?q=tra&province=19/);
    expect(await numberIn(page.locator("#catalog-summary"))).toBe(promised);
    await expect(page.locator("#province-19")).toBeChecked();
    await expectWellMade();
  });
});
