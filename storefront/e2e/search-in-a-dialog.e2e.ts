import type { Page } from "@playwright/test";
import { facetCount } from "./catalog";
import { expectShared, markWindow, openFilters } from "./search";
import { at } from "./shopping";
import { en, expect, numberIn, test, vi } from "./support";

const opener = (page: Page) => page.locator("#filter-opener");
const isFocused = (page: Page) => expect(opener(page)).toBeFocused();

// A window that was made narrow on a desk has the dialog too.
test.beforeEach(({ page }) => page.setViewportSize({ width: 360, height: 740 }));

test("the dialog of filters says how many there are before it closes", async ({
  page,
  expectWellMade,
}) => {
  const { catalog } = en;
  await page.goto(at("/products", "en"));
  const expectKept = await markWindow(page);
  const dialog = await openFilters(page, "en");
  await expectWellMade();
  const button = dialog.locator(".filters-show");
  for (const id of ["stars-5", "group-food", "province-37"]) {
    const promised = await facetCount(page, id);
    await dialog.locator(`#${id}`).check();
    // Facets are AND, and each is chosen for the first time: the count beside a box comes true.
    await expect(button).toHaveText(catalog.show({ kind: "product", count: promised }));
    await expect(dialog).toBeVisible();
  }
  await expect(page.locator(".filters-show")).toBeInViewport();
  await expectWellMade();
  const said = await numberIn(button).catch(() => 0);
  await button.getByRole("button").click();
  await expect(dialog).toBeHidden();
  await isFocused(page);
  await expect(opener(page)).toHaveText(catalog.filterCount(3));
  await expect(page.locator(".catalog-grid > li")).toHaveCount(said);
  await expectKept();
  await expectShared(page);
});

test("the dialog is left by Escape, by its cross and by “back”, and what was chosen stays", async ({
  page,
}) => {
  await page.goto("/products");
  const expectKept = await markWindow(page);
  const leaving = [
    () => page.keyboard.press("Escape"),
    () => page.getByRole("dialog").getByRole("link", { name: vi.common.close }).click(),
    () => page.goBack(),
  ];
  for (const leave of leaving) {
    const dialog = await openFilters(page);
    await leave();
    await expect(dialog).toBeHidden();
    await isFocused(page);
    await expect(page).toHaveURL("/products");
  }
  const stars = ["5", "4", "3"];
  for (const [place, leave] of leaving.entries()) {
    const dialog = await openFilters(page);
    await dialog.locator(`#stars-${stars[place]}`).check();
    await expect(page).toHaveURL(new RegExp(`stars=${stars[place]}`));
    await leave();
    await expect(dialog).toBeHidden();
    await isFocused(page);
    const asked = stars.slice(0, place + 1).map((star) => `stars=${star}`);
    await expect(page).toHaveURL(new RegExp(`\\?${asked.join("&")}$`));
  }
  await expectKept();
});
