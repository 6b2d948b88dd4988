import { Idiomorph } from "idiomorph";
import { init as countThings } from "./cart-count";

/** Milliseconds after the last press before quantities are sent. */
const PAUSE_MS = 350;
/** Parts that the server's answer replaces; what is typed in the checkout box is never touched. */
const PARTS = ["notice", "groups", "sums", "payment"];

/** Presses that are sent at once, in place of the form's submit. */
const AT_ONCE = new Set(["remove", "fit", "extend", "drop-troubled"]);

type Wish = { intent: string };

/**
 * The cart changes in place: + and −, typed quantities, deliveries and removals are sent in the
 * background, one request at a time, and the answered page's parts take the old ones' places.
 * Placing the order stays an ordinary submit, let through once.
 */
export function init(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>("form[data-cart]");
  if (!form) return;
  const send = sender(form);
  let timer: number | undefined;
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => send({ intent: "set" }), PAUSE_MS);
  };
  const now = (intent: string) => {
    window.clearTimeout(timer);
    send({ intent });
  };
  document.addEventListener("click", (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button || button.form !== form || button.name !== "intent") return;
    const [deed, line] = button.value.split(":");
    if (deed === "more" || deed === "less") {
      event.preventDefault();
      if (step(form, line ?? "", deed === "more" ? 1 : -1)) later();
    } else if (deed && AT_ONCE.has(deed)) {
      event.preventDefault();
      now(button.value);
    }
  });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && /^(quantity|shipping)\./.test(target.name)) later();
  });
  // A hold ran out: the server knows whether its seats are still free.
  form.addEventListener("holdover", () => now("set"));
  form.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (key !== "Enter" || !(target instanceof HTMLInputElement)) return;
    if (!target.name.startsWith("quantity.")) return;
    event.preventDefault();
    now("set");
  });
}

/** Steps the number in a line's field; false when it is at its limit. */
function step(form: HTMLFormElement, line: string, by: number): boolean {
  const input = form.querySelector<HTMLInputElement>(`#quantity-${CSS.escape(line)}`);
  if (!input) return false;
  const from = /^\s*\d{1,3}\s*$/.test(input.value) ? Number(input.value) : 1;
  const most = Number(input.dataset.stock ?? 999);
  const to = Math.min(Math.max(from + by, 1), Math.max(most, from));
  input.value = String(to);
  return to !== from;
}

/** Sends wishes one after another; those that come while one is under way become one. */
function sender(form: HTMLFormElement): (wish: Wish) => void {
  let waiting: Wish | undefined;
  let isBusy = false;
  const run = async () => {
    isBusy = true;
    while (waiting) {
      const { intent } = waiting;
      waiting = undefined;
      await exchange(form, intent, () => waiting?.intent === "set");
    }
    isBusy = false;
  };
  return (wish) => {
    // A removal must not be lost to a change of quantities that follows it.
    waiting = waiting && wish.intent === "set" ? waiting : wish;
    if (!isBusy) void run();
  };
}

async function exchange(form: HTMLFormElement, intent: string, isStale: () => boolean) {
  const sums = document.getElementById("sums");
  sums?.setAttribute("aria-busy", "true");
  const body = new FormData(form);
  body.set("intent", intent);
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector<HTMLFormElement>("form[data-cart]");
    // Bought or empty, or an address is asked for that was not: what was typed comes with the page.
    if (fresh?.dataset.sends !== form.dataset.sends) {
      window.location.assign(answer.ok ? answer.url : window.location.href);
      return;
    }
    // Newer quantities are on their way: their answer is the one to show.
    if (isStale()) return;
    show(page, intent);
  } catch {
    // Offline: the browser's own submit says so better than we could.
    window.location.reload();
  } finally {
    sums?.removeAttribute("aria-busy");
  }
}

function show(page: Document, intent: string) {
  for (const id of PARTS) {
    const old = document.getElementById(id);
    const fresh = page.getElementById(id);
    if (!old || !fresh) continue;
    for (const part of fresh.querySelectorAll("[autofocus]")) part.removeAttribute("autofocus");
    Idiomorph.morph(old, fresh, { ignoreActiveValue: true });
  }
  countThings(document);
  if (intent !== "set") document.getElementById("notice")?.focus();
}
