import type { Page } from "@playwright/test";
import { facetCount } from "./catalog";
import { expectShared, markWindow, openFilters, readList } from "./search";
import { at } from "./shopping";
import { en, expect, numberIn, test, vi } from "./support";

const { catalog } = vi;
const summaryOf = (page: Page) => page.locator("#catalog-summary [role=status] p").first();

test("a ticked box changes results and counts in place, and they are those of the address", async ({
  page,
  isPhone,
  expectWellMade,
}) => {
  await page.goto("/products?q=ca+phe");
  const expectKept = await markWindow(page);
  const all = await numberIn(summaryOf(page));
  const promised = await facetCount(page, "stars-4");
  expect(promised).toBeLessThan(all);
  if (isPhone) await openFilters(page);
  await page.locator("#stars-4").check();
  await expect(summaryOf(page)).toHaveText(new RegExp(`^${promised} `));
  await page.locator("#province-66").check();
  await expect(page).toHaveURL("/products?q=ca+phe&stars=4&province=66");
  await expect(page.locator(".catalog-chips a")).toHaveCount(4);
  if (isPhone) {
    const dialog = page.getByRole("dialog");
    const found = await numberIn(summaryOf(page));
    const button = dialog.getByRole("button", {
      name: catalog.show({ kind: "product", count: found }),
    });
    await expect(button).toBeVisible();
    await expectWellMade();
    await button.click();
    await expect(dialog).toBeHidden();
  }
  await expectKept();
  expect(await page.locator(".catalog-grid > li").count()).toBe(await numberIn(summaryOf(page)));
  await expectShared(page);

  await page.getByRole("link", { name: catalog.remove(catalog.chips.stars("4")) }).click();
  await expect(page).toHaveURL("/products?q=ca+phe&province=66");
  await expect(page.locator("#stars-4")).not.toBeChecked();
  await expectKept();
  await expectShared(page);
  await expectWellMade();
});

test("filters can be dropped one after the other with the keyboard", async ({ page }) => {
  await page.goto("/products?q=ca+phe&stars=4&province=66");
  const chips = page.locator(".catalog-chips .chip");
  await expect(chips).toHaveCount(3);
  const nameOf = (label: string) => ({ name: catalog.remove(label) });
  const province = page.getByRole("link", nameOf("Đắk Lắk"));
  await page.getByRole("link", nameOf(catalog.chips.stars("4"))).press("Enter");
  await expect(chips).toHaveCount(2);
  await expect(province).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips).toHaveCount(1);
  await expect(page.getByRole("link", nameOf(catalog.chips.text("ca phe")))).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips).toHaveCount(0);
  await expect(page.locator("#results-title")).toBeFocused();
  await expectShared(page);
});

test("order, price and village visits in English can be shared by their address", async ({
  page,
  isPhone,
}) => {
  await page.goto(at("/tours", "en"));
  const expectKept = await markWindow(page);
  await page.locator("#catalog-sort").selectOption("-price");
  await expect(page).toHaveURL("/en/tours?sort=-price");
  const dialog = isPhone ? await openFilters(page, "en") : page.locator("#filters");
  await dialog.locator("#region-mekong-delta").check();
  await expect(page).toHaveURL("/en/tours?region=mekong-delta&sort=-price");
  if (isPhone) {
    const count = await numberIn(summaryOf(page));
    await dialog.getByRole("button", { name: en.catalog.show({ kind: "tour", count }) }).click();
  }
  await expectKept();
  await expectShared(page);
});

test("a box unticked by “back” is ticked by “forward”, each where one had been reading", async ({
  page,
  isPhone,
}) => {
  await page.goto("/products");
  const expectKept = await markWindow(page);
  const before = await readList(page);
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY));
  const scrollTo = async (y: number) => {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await expect.poll(() => page.evaluate(() => history.state?.y)).toBe(y);
  };
  // On a phone the button of the filters has to stay in sight.
  await scrollTo(isPhone ? 120 : 400);
  if (isPhone) await openFilters(page);
  await page.locator("#group-food").check();
  await expect(page).toHaveURL("/products?group=food");
  if (isPhone) await page.locator("#catalog-form .filters-show button").click();
  await expect.poll(() => readList(page)).not.toEqual(before);
  const chosen = await readList(page);
  await scrollTo(700);

  await page.goBack();
  await expect.poll(() => readList(page)).toEqual(before);
  await expect.poll(scrolled).toBe(isPhone ? 120 : 400);
  await page.goForward();
  await expect.poll(() => readList(page)).toEqual(chosen);
  await expect.poll(scrolled).toBe(700);
  await expectKept();

  await page.locator(".catalog-grid .card").nth(8).click();
  await expect(page).toHaveURL(/\/products\/./);
  await page.goBack();
  await expect(page).toHaveURL("/products?group=food");
  await expect.poll(() => readList(page)).toEqual(chosen);
  await expect.poll(scrolled).toBeGreaterThan(500);
});

test("when a list can't be taken over the browser loads its page", async ({ page, isPhone }) => {
  await page.goto("/products");
  const isFetch = (kind: string) => kind === "fetch";
  await page.route("**/products?*", (route) =>
    isFetch(route.request().resourceType())
      ? route.fulfill({ body: "", contentType: "text/html" })
      : route.continue(),
  );
  if (isPhone) await openFilters(page);
  await page.locator("#stars-5").check();
  await expect(page).toHaveURL("/products?stars=5");
  await expect(page.locator("#stars-5")).toBeChecked();
  await expect(summaryOf(page)).toHaveText(new RegExp(`^${await facetCount(page, "stars-5")} `));
});

type Given = { page: Page; expectWellMade: () => Promise<void> };

/** Mistyped, misremembered and missing words still lead somewhere, and the page says how. */
async function mistype({ page, expectWellMade }: Given) {
  await page.goto("/products?q=nuoc+mamm");
  const { corrected, fewer, didYouMean } = catalog.reading;
  const says = page.locator("#catalog-summary .reading");
  const cards = page.locator(".catalog-grid .card");
  await expect(says).toHaveText(
    corrected({ typed: "nuoc mamm", readAs: "nước mắm", count: await cards.count() }),
  );
  await expect(cards.first().locator("mark")).toHaveText(["Nước", "mắm"]);
  await expectWellMade();

  await page.goto("/products?q=nuoc+mam+kimchi");
  await expect(says).toHaveText(
    fewer({ leftOut: ["kimchi"], readAs: "nước mắm", count: await cards.count() }),
  );
  await expectWellMade();

  await page.goto("/products?q=tra+senn");
  await expect(says).toContainText("“trà sen”");
  await expect(page.locator(".did-you-mean")).toContainText(didYouMean);
  const other = page.locator(".did-you-mean a").first();
  const spelling = (await other.textContent()) ?? "";
  await other.click();
  await expect(page).toHaveURL(`/products?${new URLSearchParams({ q: spelling })}`);
  await expect(says).toHaveCount(0);
  await expect(cards.first()).toBeVisible();
  await expectWellMade();
}

test("a wrong letter and a word too many are forgiven, and the page says so", mistype);

test("what only visits have is one link away from the goods, and back", async ({
  page,
  expectWellMade,
}) => {
  const { empty } = catalog;
  await page.goto("/products?q=nonn+la");
  await expect(page.getByRole("heading", { name: empty.title.product })).toBeVisible();
  await expectWellMade();
  const visits = page.getByRole("link", { name: /^Có \d+ chuyến đi làng khớp “nón l[aá]”$/ });
  const count = Number(/\d+/.exec((await visits.textContent()) ?? "")?.[0]);
  await visits.click();
  await expect(page).toHaveURL("/tours?q=nonn+la");
  expect(await numberIn(summaryOf(page))).toBe(count);
  await expect(page.locator(".catalog-grid > li")).toHaveCount(count);

  await page.goto("/tours?q=gao+st25");
  await expect(page.getByRole("heading", { name: empty.title.tour })).toBeVisible();
  await page.getByRole("link", { name: /^Có \d+ sản vật khớp “gao st25”$/ }).click();
  await expect(page).toHaveURL("/products?q=gao+st25");
  await expect(page.locator(".catalog-grid .card").first()).toContainText(/ST25/);
  await expectWellMade();
});

test("a province without coffee names those nearby that have some", async ({
  page,
  expectWellMade,
}) => {
  const { empty } = catalog;
  await page.goto("/products?q=ca+phe&province=12");
  await expect(page.getByRole("heading", { name: empty.title.product })).toBeVisible();
  await expect(page.locator("#catalog-summary .reading")).toHaveCount(0);
  await expectWellMade();
  const way = page
    .getByRole("list")
    .and(page.locator(`:text("${empty.neighbours}") + ul`))
    .getByRole("link")
    .first();
  const count = Number(/\((\d+)\)$/.exec((await way.textContent()) ?? "")?.[1]);
  await way.click();
  await expect(page.locator(".catalog-grid .card").first()).toContainText(/cà phê/i);
  expect(await numberIn(summaryOf(page))).toBe(count);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("what is mistyped is forgiven without script, too", mistype);
});
