import { Idiomorph } from "idiomorph";
import { fetchPage, isPlain, takeLanguages } from "./take-over";

/** Parts of the catalog's page that follow the filters; the page of goods has no visit. */
const PARTS = ["catalog-summary", "catalog-visit", "catalog-form", "catalog-results"];

/**
 * `[data-catalog]`: a change of a filter, a chip or the order fetches the page of the new address
 * and takes its parts over, so that nothing jumps, the address can be shared and "back" works.
 * When anything goes wrong the browser loads the address as it would without script.
 */
export function init(root: ParentNode): void {
  const catalog = root.querySelector("[data-catalog]");
  const form = document.getElementById("catalog-form");
  const dialog = document.getElementById("filter-dialog");
  if (!catalog || !(form instanceof HTMLFormElement)) return;
  const home = form.parentElement;
  let shown = location.pathname + location.search;
  let flight: AbortController | undefined;

  const show = async (address: string, isNew: boolean) => {
    flight?.abort();
    flight = new AbortController();
    const { signal } = flight;
    const results = document.getElementById("catalog-results");
    results?.setAttribute("aria-busy", "true");
    try {
      const page = await fetchPage(address, signal);
      if (!takeOver(page, isNew)) throw new Error("another page");
      if (isNew) history.pushState(null, "", address);
      shown = address;
    } catch {
      if (!signal.aborted) location.assign(address);
    } finally {
      if (!signal.aborted) results?.removeAttribute("aria-busy");
    }
  };

  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof Element) || !isOfForm(target, form)) return;
    // A date is typed part by part: what it is on the way is no day to ask for.
    if (target instanceof HTMLInputElement && !target.validity.valid) return;
    show(addressOf(form), true);
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    event.preventDefault();
    if (dialog instanceof HTMLDialogElement && dialog.open) dialog.close();
    const address = addressOf(form);
    if (address !== shown) show(address, true);
  });
  catalog.addEventListener("click", (event) => {
    const { target } = event;
    const link = target instanceof Element && target.closest<HTMLAnchorElement>("[data-refines] a");
    if (!link || !isPlain(event as MouseEvent)) return;
    event.preventDefault();
    show(link.pathname + link.search, true).then(() => {
      // The pressed chip is gone; the focus goes on to what it changed.
      if (document.activeElement === document.body) {
        document.getElementById("results-title")?.focus({ preventScroll: true });
      }
    });
  });
  window.addEventListener("popstate", () => {
    const address = location.pathname + location.search;
    if (address !== shown) show(address, false);
  });

  // On a phone the form moves into the dialog while it is open.
  const body = dialog?.querySelector(".dialog-body");
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-opens='filter-dialog']")) {
      body?.append(form);
    }
  });
  dialog?.addEventListener("close", () => home?.append(form));
}

/**
 * Takes the parts of another catalog page over; false when it is no catalog page. What the visitor
 * is typing meanwhile is kept, but not when they went back.
 */
function takeOver(page: Document, keepsTyping: boolean): boolean {
  const pairs = PARTS.map((id) => [document.getElementById(id), page.getElementById(id)] as const);
  if (!pairs.every(([old, next]) => !old === !next)) return false;
  document.title = page.title;
  for (const [old, next] of pairs) {
    if (!old || !next) continue;
    Idiomorph.morph(old, next, {
      morphStyle: "outerHTML",
      ignoreActiveValue: keepsTyping,
      callbacks: {
        // What the visitor has folded or unfolded stays so.
        beforeAttributeUpdated: (name) => name !== "open" && name !== "aria-busy",
      },
    });
  }
  takeLanguages(page);
  return true;
}

function isOfForm(field: Element, form: HTMLFormElement): boolean {
  return "form" in field && field.form === form;
}

/** The address that sending the form would lead to, without its empty fields. */
function addressOf(form: HTMLFormElement): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const isDefault = value === "" || (name === "sort" && value === "relevance");
    if (typeof value === "string" && !isDefault) params.append(name, value);
  }
  if (!params.has("available_on")) params.delete("party");
  const text = params.toString();
  return new URL(form.action).pathname + (text && `?${text}`);
}
