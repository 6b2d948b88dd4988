import { unitPriceAt } from "@cho-lang/shared/domain/booking";
import { formatVnd } from "@cho-lang/shared/money";
import { Idiomorph } from "idiomorph";
import { init as steppers } from "./stepper";
import { fetchPage, isPlain, takeLanguages } from "./take-over";

/** Parts of a tour's page that follow the chosen month, day and party. */
const PARTS = ["visit", "visit-facts"];
/** Milliseconds after the last change before the server is asked for the words. */
const PAUSE_MS = 250;

/**
 * `[data-visit]`: a day, a month or a party is chosen without loading the page: sum and limits
 * change at once, everything in words comes from the server's page of that address. The form to
 * hold seats carries a uuid, so that a double press is one hold.
 */
export function init(root: ParentNode): void {
  const box = root.querySelector<HTMLElement>("[data-visit]");
  if (!box) return;
  let shown = location.pathname + location.search;
  let flight: AbortController | undefined;
  let timer: number | undefined;

  const show = async (address: string, entry: "push" | "replace" | "none", place?: string) => {
    window.clearTimeout(timer);
    flight?.abort();
    flight = new AbortController();
    const { signal } = flight;
    box.setAttribute("aria-busy", "true");
    try {
      const page = await fetchPage(address, signal);
      if (!takeOver(page)) throw new Error("another page");
      if (entry === "push") history.pushState(null, "", address);
      if (entry === "replace") history.replaceState(null, "", address);
      shown = address;
      settle(box);
      if (place) document.getElementById(place)?.scrollIntoView({ block: "nearest" });
    } catch {
      // A sum that could not be put into words stays a right sum; a link leads on.
      if (!signal.aborted && entry !== "replace") location.assign(address);
    } finally {
      if (!signal.aborted) box.removeAttribute("aria-busy");
    }
  };

  box.addEventListener("click", (event) => {
    const { target } = event;
    const link =
      target instanceof Element && target.closest<HTMLAnchorElement>("a[data-keeps-place]");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    show(link.pathname + link.search, "push", link.hash === "#book" ? "visit-times" : undefined);
  });
  box.addEventListener("change", () => {
    const form = box.querySelector<HTMLFormElement>("[data-visit-form]");
    if (!form) return;
    settle(box);
    flight?.abort();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => show(addressOf(form), "replace"), PAUSE_MS);
  });
  box.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement)) return;
    if (submitter instanceof HTMLButtonElement && submitter.formMethod === "get") {
      event.preventDefault();
      show(addressOf(target), "replace");
      return;
    }
    // The answer is a page of its own: nothing more is to be put into this one.
    window.clearTimeout(timer);
    flight?.abort();
    nameHold(target);
  });
  window.addEventListener("popstate", () => {
    const address = location.pathname + location.search;
    if (address !== shown) show(address, "none");
  });
  // Coming back with the browser's arrow: a new press is a new wish.
  window.addEventListener("pageshow", () => {
    named = "";
  });
  settle(box);
}

/** The wish that the form's uuid names; the same wish sent twice keeps it. */
let named = "";

function nameHold(form: HTMLFormElement) {
  // Without https there is no randomUUID; the server then makes one.
  if (!crypto.randomUUID) return;
  const wish = addressOf(form);
  const known = form.elements.namedItem("uuid");
  if (known && wish === named) return;
  const field = known instanceof HTMLInputElement ? known : document.createElement("input");
  field.type = "hidden";
  field.name = "uuid";
  field.value = crypto.randomUUID();
  form.append(field);
  named = wish;
}

function takeOver(page: Document): boolean {
  if (!page.querySelector("[data-visit]")) return false;
  document.title = page.title;
  for (const id of PARTS) {
    const old = document.getElementById(id);
    const next = page.getElementById(id);
    if (!old || !next) continue;
    for (const each of next.querySelectorAll("[autofocus]")) each.removeAttribute("autofocus");
    Idiomorph.morph(old, next.innerHTML, { morphStyle: "innerHTML", ignoreActiveValue: true });
  }
  takeLanguages(page);
  return true;
}

/** Sum, refunds, prices and limits for the chosen departure and the numbers in the fields. */
function settle(box: HTMLElement) {
  steppers(box);
  const party = box.querySelector<HTMLElement>("[data-party]");
  const chosen = box.querySelector<HTMLInputElement>("input[name=departure]:checked");
  if (!party || !chosen) return;
  const percent = Number(chosen.dataset.percent);
  const most = Math.min(Number(chosen.dataset.seats), Number(party.dataset.most));
  const units = [...party.querySelectorAll<HTMLInputElement>("[data-unit]")].map((input) => {
    const price_vnd = unitPriceAt({ price_vnd: Number(input.dataset.price) }, percent);
    const count = input.valueAsNumber || 0;
    return { input, price_vnd, count, pax: Number(input.dataset.pax) };
  });
  const sum = units.reduce((total, { price_vnd, count }) => total + price_vnd * count, 0);
  const free = most - units.reduce((total, { pax, count }) => total + pax * count, 0);
  const write = (selector: string, amount: number) => {
    const words = formatVnd(amount, document.documentElement.lang === "en" ? "en" : "vi");
    for (const place of box.querySelectorAll(selector)) place.textContent = words;
  };
  for (const { input, price_vnd, pax, count } of units) {
    if (price_vnd > 0) write(`[data-price-of="${input.dataset.unit}"]`, price_vnd);
    if (pax > 0) input.max = String(Math.max(0, count + Math.floor(free / pax)));
    // The stepper's buttons follow the new limit.
    input.dispatchEvent(new Event("input"));
  }
  write("[data-sum]", sum);
  for (const place of box.querySelectorAll<HTMLElement>("[data-refund]")) {
    const refund = Math.floor((sum * Number(place.dataset.refund)) / 100);
    place.textContent = formatVnd(refund, document.documentElement.lang === "en" ? "en" : "vi");
  }
}

/** The address of this page with what the form says; zeros are left out unless nobody comes. */
function addressOf(form: HTMLFormElement): string {
  const asked = [...new FormData(form)].filter(
    ([name, value]) => name !== "uuid" && typeof value === "string" && value !== "",
  ) as [string, string][];
  const isUnit = (name: string) => name.startsWith("units.");
  const isAnyone = asked.some(([name, value]) => isUnit(name) && value !== "0");
  const params = new URLSearchParams(
    asked.filter(([name, value]) => !(isAnyone && isUnit(name) && value === "0")),
  );
  return `${location.pathname}?${params}`;
}
