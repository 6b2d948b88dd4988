import { PARAMETERS } from "../features/catalog/parameters";
import { filterDialog } from "./filter-dialog";
import { keepFocus } from "./keep-focus";
import { keepScroll, leaveScroll } from "./keep-scroll";
import { nearMe } from "./near-me";
import { here, takeCatalog } from "./take-catalog";
import { fetchPage, isPlain } from "./take-over";

/** Milliseconds before the page says that it is searching: quicker answers would only flicker. */
const BUSY_AFTER_MS = 300;

/**
 * What a change does to the history. In the dialog of filters changes replace each other, so that
 * "back" undoes them together.
 */
type Entry = "push" | "replace" | "keep";

/**
 * `[data-catalog]`: a change of a filter, a chip or the order fetches the page of the new address
 * and takes its parts over, so that nothing jumps, the address can be shared and "back" works.
 * When anything goes wrong the browser loads the address as it would without script.
 */
export function init(root: ParentNode): void {
  const catalog = root.querySelector<HTMLElement>("[data-catalog]");
  const form = document.getElementById("catalog-form");
  if (!catalog || !(form instanceof HTMLFormElement)) return;
  let flight: AbortController | undefined;
  /** The address whose parts are on the page, and the one that is on its way or there. */
  let shown = here();
  let wanted = shown;

  const show = async (address: string, entry: Entry) => {
    flight?.abort();
    flight = new AbortController();
    const { signal } = flight;
    wanted = address;
    const late = window.setTimeout(() => setBusy(form, true), BUSY_AFTER_MS);
    try {
      const page = await fetchPage(address, signal);
      if (!takeCatalog(page, entry !== "keep")) throw new Error("another page");
      if (entry === "push") leaveScroll();
      if (entry !== "keep") history[`${entry}State`](history.state, "", address);
      shown = address;
    } catch {
      if (!signal.aborted) location.assign(address);
    } finally {
      window.clearTimeout(late);
      if (!signal.aborted) setBusy(form, false);
    }
  };
  const dialog = filterDialog(form, { wanted: () => wanted, shown: () => shown });
  const go = (address: string) => show(address, dialog.isOpen() ? "replace" : "push");

  document.addEventListener("change", ({ target }) => {
    if (isAsking(target, form)) go(addressOf(form));
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    event.preventDefault();
    const address = addressOf(form);
    if (address !== wanted) go(address);
    dialog.close();
  });
  catalog.addEventListener("click", (event) => {
    const { target } = event;
    const link = target instanceof Element && target.closest<HTMLAnchorElement>("[data-refines] a");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    go(link.pathname + link.search).then(keepFocus(link));
  });
  nearMe(catalog, go);
  const scrollOf = keepScroll();
  window.addEventListener("popstate", () => {
    const address = here();
    const scroll = scrollOf();
    if (dialog.isClosedByBack() || address === wanted) return;
    show(address, "keep").then(scroll);
  });
}

/** Whether a change asks for something: the field is the form's, has a name and makes sense. */
function isAsking(field: EventTarget | null, form: HTMLFormElement): boolean {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return false;
  // A date is typed part by part: what it is on the way is no day to ask for.
  return field.form === form && field.name !== "" && field.validity.valid;
}

function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  for (const part of [form, document.getElementById("catalog-results")]) {
    if (isBusy) part?.setAttribute("aria-busy", "true");
    else part?.removeAttribute("aria-busy");
  }
}

/** The address that sending the form would lead to, without its empty fields. */
function addressOf(form: HTMLFormElement): string {
  const fields = new FormData(form);
  const params = new URLSearchParams();
  for (const name of PARAMETERS) {
    for (const value of fields.getAll(name)) {
      const isDefault = value === "" || (name === "sort" && value === "relevance");
      if (typeof value === "string" && !isDefault) params.append(name, value);
    }
  }
  if (!params.has("available_on")) params.delete("party");
  const text = params.toString();
  return new URL(form.action).pathname + (text && `?${text}`);
}
