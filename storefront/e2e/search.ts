import type { Locator, Page } from "@playwright/test";
import type { Speech } from "./shopping";
import { en, expect, test, vi } from "./support";

const phrases = { vi, en };

/** The list of suggestions under the box that has the focus. */
export function suggestionsOf(page: Page) {
  return {
    list: page.locator("#suggestions"),
    options: page.locator("#suggest [role=option]"),
    active: page.locator("#suggest [aria-selected=true]"),
    news: page.locator("#suggest [role=status]"),
  };
}

/** The market's search box, ready to be typed in; a phone shows it only after a press. */
export async function openSearch(
  page: Page,
  facts: { isPhone: boolean; speech?: Speech },
): Promise<Locator> {
  const { common } = phrases[facts.speech ?? "vi"];
  if (facts.isPhone) await page.locator(".head summary", { hasText: common.search }).click();
  // It is a search box at first, and a combobox once its suggestions may come.
  const box = page.locator(".head input[name=q]").filter({ visible: true });
  await expect(box).toHaveAccessibleName(common.searchLabel);
  await box.focus();
  return box;
}

/** Searches the market for words, as one who needs no suggestions. */
export async function search(page: Page, facts: { words: string; isPhone: boolean }) {
  const box = await openSearch(page, facts);
  await box.fill(facts.words);
  await box.press("Enter");
  await expect(page).toHaveURL(/\/products\?q=/);
}

/** Types words letter by letter into the market's search and waits for its suggestions. */
export async function typeSearch(
  page: Page,
  facts: { words: string; isPhone: boolean; speech?: Speech },
): Promise<Locator> {
  const box = await openSearch(page, facts);
  await expect(box).toHaveRole("combobox");
  await box.pressSequentially(facts.words);
  const { list, options } = suggestionsOf(page);
  await expect(list).toBeVisible();
  await expect(box).toHaveAttribute("aria-expanded", "true");
  // The last option always says what was typed.
  await expect(options.last()).toHaveText(phrases[facts.speech ?? "vi"].search.all(facts.words));
  return box;
}

/** Marks the window that stands there; gives what says that no other page was loaded since. */
export async function markWindow(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(window, { isSameWindow: true }));
  return async () => {
    const isSame = await page.evaluate(() => "isSameWindow" in window);
    expect(isSame, "whether the page was kept").toBe(true);
  };
}

/** Everything that a list shows and that its address has to say again, in words. */
export function readList(page: Page) {
  return page.evaluate(() => {
    const all = <Kind extends Element>(selector: string) => [
      ...document.querySelectorAll<Kind>(selector),
    ];
    const text = (element: Element | null | undefined) =>
      (element?.textContent ?? "").replace(/\s+/g, " ").trim();
    const path = (link: HTMLAnchorElement) => `${text(link)} ${link.getAttribute("href")}`;
    const form = "#catalog-form";
    return {
      title: document.title,
      says: all("#catalog-summary").map(text),
      boxes: all<HTMLInputElement>(`${form} [type=checkbox][name]`).map(
        ({ id, checked, labels }) =>
          `${id}: ${text(labels?.[0]?.querySelector(".num"))}${checked ? ", chosen" : ""}`,
      ),
      fields: all<HTMLInputElement>(`${form} input:not([type=checkbox])`).map(
        ({ name, value }) => `${name}=${value}`,
      ),
      links: all<HTMLAnchorElement>(`${form} a, .catalog-chips a, a[hreflang], .pages a`).map(path),
      order: all<HTMLSelectElement>("#catalog-sort").map(({ value }) => value),
      cards: all<HTMLAnchorElement>(".catalog-grid .card").map(path),
      button: all(`${form} .filters-show`).map(text),
    };
  });
}

/** Says that someone else who opens the page's address sees the same list, with script or none. */
export async function expectShared(page: Page): Promise<void> {
  const mine = await readList(page);
  const browser = page.context().browser();
  const { locale, timezoneId, userAgent, viewport } = test.info().project.use;
  for (const javaScriptEnabled of [true, false]) {
    const other = await browser?.newContext({
      javaScriptEnabled,
      ...(locale ? { locale } : {}),
      ...(timezoneId ? { timezoneId } : {}),
      ...(userAgent ? { userAgent } : {}),
      ...(viewport ? { viewport } : {}),
    });
    const copy = await other?.newPage();
    if (!copy) throw new Error("This browser opens no other window.");
    await copy.goto(page.url());
    const how = javaScriptEnabled ? "in another browser" : "without script";
    expect(await readList(copy), `the list ${how}`).toEqual(mine);
    await other?.close();
  }
}

/** Opens the dialog of filters that a phone has. */
export async function openFilters(page: Page, speech: Speech = "vi"): Promise<Locator> {
  await page.locator("#filter-opener").click();
  const dialog = page.getByRole("dialog", { name: phrases[speech].catalog.filter });
  await expect(dialog).toBeVisible();
  return dialog;
}
