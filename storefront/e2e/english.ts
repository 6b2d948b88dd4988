import type { Page } from "@playwright/test";
import { en, expect, labels, vi } from "./support";

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
/** Every Vietnamese wording of ours that is not also an English one. */
export const vietnamese = [
  ...new Set(
    [...textsOf(vi).values(), labels.map((label) => label.vi)].flat().map((text) => text.trim()),
  ),
].filter((text) => text.length > 1 && !english.has(text) && /\p{L}/u.test(text));
/** Long enough that no name of a product or a place holds one by chance. */
const sentences = vietnamese.filter((text) => text.split(" ").length >= 4);

/** Everything that the page says, also to those who listen; what is marked as Vietnamese may be. */
export function readTexts(page: Page): Promise<string[]> {
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

/** Says that nothing of ours on the page is in Vietnamese, and that prices are written in English. */
export async function expectEnglish(page: Page) {
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
