import type { Page } from "@playwright/test";
import { addToCart, at, BUYER, expectSumsAgree, fillBuyer, placeOrder } from "./shopping";
import { en, expect, labels, listGoods, test, vi } from "./support";

/** Every text of the phrase files by its place, those inside functions as their source says them. */
function textsOf(phrases: object, place = ""): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, phrase] of Object.entries(phrases)) {
    const here = `${place}.${name}`;
    if (typeof phrase === "string") texts.set(here, [phrase]);
    else if (typeof phrase === "function") texts.set(here, piecesOf(String(phrase)));
    else if (phrase) for (const [key, value] of textsOf(phrase, here)) texts.set(key, value);
  }
  return texts;
}

/** The fixed pieces of a phrase with places in it: “Gói ”, “ trên ”. */
function piecesOf(source: string): string[] {
  const spoken = source.replace(/\\u([\da-f]{4})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const quoted = spoken.match(/`[^`]*`|"[^"\n]*"|'[^'\n]*'/g) ?? [];
  return quoted.flatMap((text) => text.slice(1, -1).split(/\$\{[^}]*\}|[·:,.();#“”]/));
}

const english = new Set([...textsOf(en).values()].flat().map((text) => text.trim()));
// The link to the other language is in that language.
english.add(vi.common.otherLanguage);
for (const label of labels) english.add(label.en);
const vietnamese = [
  ...new Set(
    [...textsOf(vi).values(), labels.map((label) => label.vi)].flat().map((text) => text.trim()),
  ),
].filter((text) => text.length > 1 && !english.has(text) && /\p{L}/u.test(text));
/** Long enough that no name of a product or a place holds one by chance. */
const sentences = vietnamese.filter((text) => text.split(" ").length >= 4);

/** Everything that the page says, also to those who listen; what is marked as Vietnamese may be. */
function readTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest("script, style, [lang=vi]:not(html)")) continue;
      if (node instanceof Element) {
        for (const name of ["aria-label", "alt", "title", "placeholder"]) {
          texts.push(node.getAttribute(name) ?? "");
        }
      } else if (node instanceof Text) texts.push(node.data);
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });
}

async function expectEnglish(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const texts = await readTexts(page);
  const whole = new Set(vietnamese);
  const left = texts.filter(
    (text) => whole.has(text) || sentences.some((sentence) => text.includes(sentence)),
  );
  expect(left, `Vietnamese words of ours on ${page.url()}`).toEqual([]);
  for (const price of await page.locator("main .price").allTextContents()) {
    expect(price).toMatch(/^(\d{1,3}(,\d{3})*|\d{1,3})\s₫/);
  }
}

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
