import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

export { expect };

// Imported, shared's sources would count as CommonJS without named exports; required, they are read.
const require = createRequire(import.meta.url);

/** The phrases that the pages are made of, so that a changed wording changes no test. */
export const { vi } = require("../app/language/vi.ts") as typeof import("../app/language/vi");
export const { en } = require("../app/language/en.ts") as typeof import("../app/language/en");

/** Labels of states, groups and forms in both languages, as shared has them. */
export const labels = [
  "booking",
  "certification",
  "producer",
  "product",
  "purchase",
  "refund-request",
  "village",
].flatMap((noun) => bilingual(require(`@cho-lang/shared/domain/${noun}`)));

function bilingual(value: unknown): { vi: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const { vi: vietnamese, en: english } = value as { vi?: unknown; en?: unknown };
  if (typeof vietnamese === "string" && typeof english === "string") {
    return [{ vi: vietnamese, en: english }];
  }
  return Object.values(value).flatMap(bilingual);
}

type Account = { email: string; password: string };

/** Addresses and accounts of the system under test, as its seed wrote them. */
export const demo = JSON.parse(
  readFileSync(process.env.DEMO_FILE || ".data/demo.json", "utf8"),
) as {
  storefront: string;
  backend: string;
  admin: string;
  publishable_key: string;
  accounts: { operator: Account; customer: Account; producers: (Account & { handle: string })[] };
};

/** Framework code is only on these pages; all others carry one enhancement script. */
const HYDRATED = /^(\/en)?\/producer(\/|$)/;

type Window = {
  page: Page;
  /** Says that the page that stands in the browser is as every page of ours has to be. */
  expectWellMade: () => Promise<void>;
};

type Fixtures = Omit<Window, "page"> & {
  /** A window beside the page's, of a visitor whose phone runs no script. */
  plain: Window;
  /** Whether the window is as narrow as a phone's, where filters and search are folded away. */
  isPhone: boolean;
};

/** Every test also says at its end that no page of ours complained in the browser's console. */
export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const refused = new Set<string>();
    const complaints: { text: string; about: string }[] = [];
    page.on("response", (response) => {
      // The browser reports a refused page or form; whether it should be refused, the test says.
      const request = response.request();
      const isAsked = request.isNavigationRequest() || request.method() === "POST";
      if (isAsked && response.status() >= 400) refused.add(response.url());
    });
    page.on("console", (message) => {
      if (message.type() !== "error" || page.url().startsWith(demo.admin)) return;
      complaints.push({ text: message.text(), about: message.location().url });
    });
    page.on("pageerror", (error) => {
      if (!page.url().startsWith(demo.admin)) complaints.push({ text: error.message, about: "" });
    });
    await use(page);
    const unexpected = complaints.filter(({ about }) => !refused.has(about));
    expect(unexpected, "complaints in the browser's console").toEqual([]);
  },

  isPhone: async ({ viewport }, use) => {
    await use((viewport?.width ?? 0) < 900);
  },

  expectWellMade: async ({ page, browser, javaScriptEnabled }, use) => {
    // Axe is itself script: where the visitor has none, it looks at a copy of the page.
    const other = javaScriptEnabled ? null : await browser.newContext({ javaScriptEnabled: true });
    await use(() => expectAsEvery(page, other));
    await other?.close();
  },

  plain: async ({ browser }, use) => {
    const own = await browser.newContext({ javaScriptEnabled: false });
    const other = await browser.newContext({ javaScriptEnabled: true });
    const page = await own.newPage();
    await use({ page, expectWellMade: () => expectAsEvery(page, other) });
    await own.close();
    await other.close();
  },
});

/** `other` runs script where the page's own window runs none. */
async function expectAsEvery(page: Page, other: BrowserContext | null): Promise<void> {
  await expectNoViolations(other ? await copyOf(page, other) : page);
  await expectWithinWindow(page);
  await expectNoFramework(page);
}

/** Says that axe finds nothing on the page: all its default rules, and the size of what is pressed. */
async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}\n${failureSummary}`),
  );
  expect(found, `what axe found on ${page.url()}`).toEqual([]);
}

/** The page as it stands, without its script, in another context at the same address. */
async function copyOf(page: Page, context: BrowserContext): Promise<Page> {
  const [copy = await context.newPage()] = context.pages();
  const body = (await page.content()).replace(/<script type="module"[^>]*><\/script>/g, "");
  await copy.unrouteAll();
  await copy.route(
    (url) => url.href.split("#")[0] === page.url().split("#")[0],
    (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }),
  );
  await copy.goto(page.url());
  return copy;
}

async function expectWithinWindow(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(excess, `how much ${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}

/** Says that a shopper's page loads the enhancement script and no other. */
async function expectNoFramework(page: Page): Promise<void> {
  const { pathname } = new URL(page.url());
  if (HYDRATED.test(pathname)) return;
  const { scripts, preloads } = await page.evaluate(() => ({
    scripts: [...document.scripts]
      // The page that takes cards loads Stripe's own script, which stays Stripe's.
      .filter(({ type, src }) => type !== "application/ld+json" && !src.endsWith("/v3/"))
      .map(({ src, text }) => (src ? new URL(src).pathname : text.slice(0, 60))),
    preloads: document.querySelectorAll("link[rel=modulepreload]").length,
  }));
  expect(scripts, `scripts of ${pathname}`).toEqual([
    expect.stringMatching(/^\/assets\/enhance-[\w-]+\.js$/),
  ]);
  expect(preloads, `framework code that ${pathname} fetches ahead`).toBe(0);
}

/** The whole đồng (or the number) that an element shows. */
export async function numberIn(place: Locator): Promise<number> {
  return digitsOf((await place.textContent()) ?? "");
}

/** The numbers that several elements show, in the order of the page. */
export async function numbersIn(places: Locator): Promise<number[]> {
  return (await places.allTextContents()).map(digitsOf);
}

function digitsOf(text: string): number {
  const digits = /\d[\d.,]*/.exec(text)?.[0];
  if (!digits) throw new Error(`No number stands in “${text}”.`);
  return Number(digits.replace(/\D/g, ""));
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

type Hit = {
  handle: string;
  title: string;
  in_stock: boolean;
  producer: { handle: string; name: string };
};

/** Goods as the backend lists them; for tests that choose what nobody else uses. */
export function listGoods(page: Page, query: string): Promise<Hit[]> {
  return listHits(page, `kind=product&${query}`);
}

/** Visits as the backend lists them. */
export function listTours(page: Page, query: string): Promise<Hit[]> {
  return listHits(page, `kind=tour&${query}`);
}

async function listHits(page: Page, query: string): Promise<Hit[]> {
  const answer = await page.request.get(`${demo.backend}/store/catalog?${query}`, {
    headers: { "x-publishable-api-key": demo.publishable_key },
  });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { hits: Hit[] }).hits;
}

/** The account of the n-th demo producer; each test that changes a shop has one for each window. */
export function producerAt(place: number) {
  const producer = demo.accounts.producers[place];
  if (!producer) throw new Error(`The demo has no producer number ${place + 1} with an account.`);
  return producer;
}
