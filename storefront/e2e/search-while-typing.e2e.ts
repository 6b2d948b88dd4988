import type { Page } from "@playwright/test";
import { openSearch, suggestionsOf, typeSearch } from "./search";
import { at } from "./shopping";
import { en, expect, listGoods, test, vi } from "./support";

const { search } = vi;

/** The address that an option leads to. */
async function pathOf(page: Page, place: number): Promise<string> {
  return (await suggestionsOf(page).options.nth(place).getAttribute("href")) ?? "";
}

test.describe("whoever has only a keyboard", () => {
  for (const words of ["ca phe", "caphe"]) {
    test(`types “${words}” and walks to the second coffee`, async ({
      page,
      isPhone,
      expectWellMade,
    }) => {
      await page.goto("/");
      const box = await typeSearch(page, { words, isPhone });
      const { list, options, active, news } = suggestionsOf(page);
      const count = (await options.count()) - 1;
      expect(count).toBeGreaterThan(2);
      await expect(news).toHaveText(search.found(count));
      await expect(list.getByRole("group", { name: search.types.product })).toBeVisible();
      await expect(options.first().locator("mark").first()).toHaveText(/^cà( phê)?$/i);
      await expectWellMade();

      await box.press("ArrowDown");
      await box.press("ArrowDown");
      await expect(active).toHaveCount(1);
      await expect(active).toHaveText(/cà phê/i);
      const id = (await active.getAttribute("id")) ?? "";
      await expect(box).toHaveAttribute("aria-activedescendant", id);
      await expect(box).toBeFocused();
      await expect(box).toHaveValue(words);
      await expectWellMade();
      const second = await pathOf(page, 1);
      await box.press("Enter");
      await expect(page).toHaveURL(second);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/cà phê/i);
    });
  }

  test("leaves the list and the words by Escape, and the arrows bring the list back", async ({
    page,
    isPhone,
  }) => {
    await page.goto("/products");
    const box = await typeSearch(page, { words: "ca phe", isPhone });
    const { list, active, news } = suggestionsOf(page);
    await box.press("ArrowUp");
    await expect(active).toHaveText(search.all("ca phe"));
    await box.press("Home");
    await expect(active).toHaveAttribute("id", "s0");
    await box.press("Escape");
    await expect(list).toBeHidden();
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await expect(news).toBeEmpty();
    await expect(box).toHaveValue("ca phe");
    await expect(box).toBeFocused();

    await box.press("ArrowDown");
    await expect(active).toHaveAttribute("id", "s0");
    await box.press("End");
    await expect(active).toHaveText(search.all("ca phe"));
    await box.press("Escape");
    await box.press("Escape");
    await expect(box).toHaveValue("");
    await box.press("c");
    await expect(list).toBeHidden();
    await expect(page).toHaveURL("/products");
  });

  test("reaches all results as the last suggestion", async ({ page, isPhone }) => {
    await page.goto("/");
    const box = await typeSearch(page, { words: "gom", isPhone });
    await box.press("ArrowUp");
    await box.press("Enter");
    await expect(page).toHaveURL("/products?q=gom");
    await expect(page.locator(".catalog-grid .card").first()).toContainText(/gốm/i);
  });

  test("finds a maker by the beginning of the name, in English", async ({
    page,
    isPhone,
    expectWellMade,
  }) => {
    const [good] = await listGoods(page, "producer=co-so-gom-bao-vien");
    const name = good?.producer.name ?? "";
    await page.goto(at("/", "en"));
    const box = await typeSearch(page, { words: "gom bao", isPhone, speech: "en" });
    const { list, options, active } = suggestionsOf(page);
    const makers = list.getByRole("group", { name: en.search.types.producer });
    await expect(makers.getByRole("option").filter({ hasText: name })).toBeVisible();
    await expectWellMade();
    const texts = await options.allTextContents();
    for (const _ of texts.slice(0, texts.findIndex((text) => text.includes(name)) + 1)) {
      await box.press("ArrowDown");
    }
    await expect(active).toContainText(name);
    await box.press("Enter");
    await expect(page).toHaveURL("/en/producers/co-so-gom-bao-vien");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  });
});

test("a finger on a suggestion is enough, and one beside it closes the list", async ({
  page,
  isPhone,
}) => {
  await page.goto("/tours");
  const { list, options } = suggestionsOf(page);
  await typeSearch(page, { words: "bat trang", isPhone });
  // The margin of the page, which the list leaves free at the window's foot.
  await page.mouse.click(2, (page.viewportSize()?.height ?? 0) - 4);
  await expect(list).toBeHidden();
  await expect(page).toHaveURL("/tours");

  await page.reload();
  await typeSearch(page, { words: "bat trang", isPhone });
  const village = options.and(page.locator("[href^='/villages/']"));
  const { height = 0 } = (await village.boundingBox()) ?? {};
  expect(height, "room for a thumb").toBeGreaterThanOrEqual(44);
  if (isPhone) await village.tap();
  else await village.click();
  await expect(page).toHaveURL(/\/villages\/./);
});

test("Enter searches at once, however late the suggestions are", async ({ page, isPhone }) => {
  await page.route("**/suggest?*", async (route) => {
    await page.waitForTimeout(5000);
    await route.fulfill({ body: "" }).catch(() => undefined);
  });
  await page.goto("/");
  const box = await openSearch(page, { isPhone });
  await box.pressSequentially("mat ong");
  await box.press("Enter");
  await expect(page).toHaveURL("/products?q=mat+ong");
  await expect(page.locator(".catalog-grid .card").first()).toContainText(/mật ong/i);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("the text of a list's own filters suggests too, and its list stays the page", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await page.goto("/products?stars=4");
  if (isPhone) await page.locator("#filter-opener").click();
  const box = page.locator("#filter-q");
  await box.focus();
  await box.pressSequentially("tra");
  const { list, options } = suggestionsOf(page);
  await expect(list).toBeVisible();
  await expectWellMade();
  await options.last().click();
  await expect(page).toHaveURL("/products?q=tra&stars=4");
  if (isPhone) await expect(page.getByRole("dialog")).toBeHidden();
});
