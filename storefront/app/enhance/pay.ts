import { init as initCard } from "./card";

/** Milliseconds between two looks for the money, and how much longer each is than the one before. */
const SOON_MS = 3000;
const LATEST_MS = 12_000;
const SLOWER = 1.05;
const SECOND_MS = 1000;
/** Seconds left that are spoken of, and the attribute that holds the sentence. */
const CALLS = [
  [60, "one"],
  [300, "five"],
] as const;

/**
 * `[data-pay]`: the page of a purchase that waits for its money. Counts down by the server's clock,
 * looks for the money as long as the page is seen, and opens the order when it has come.
 */
export function init(root: ParentNode): void {
  const panel = root.querySelector<HTMLElement>("[data-pay]");
  if (!panel) return;
  copyByPress(panel);
  countDown(panel);
  const look = lookForMoney(panel);
  initCard(panel, look);
}

function copyByPress(panel: HTMLElement) {
  panel.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      button.textContent = button.dataset.copied ?? "";
    } catch {
      // An old browser or a page without https: the text itself can be marked and copied.
      const line = button.previousElementSibling;
      if (line) getSelection()?.selectAllChildren(line);
    }
  });
}

function countDown(panel: HTMLElement) {
  const place = panel.querySelector<HTMLElement>("[data-left]");
  const news = panel.querySelector<HTMLElement>("[data-pay-news]");
  if (!place || !news) return;
  const ahead = Number(panel.dataset.now) - Date.now();
  let before = Number.POSITIVE_INFINITY;
  const tick = () => {
    const left = Math.ceil((Number(panel.dataset.until) - Date.now() - ahead) / SECOND_MS);
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    place.textContent = left > 0 ? `${place.dataset.left} ${clock}` : (place.dataset.over ?? "");
    const due = CALLS.find(([seconds]) => left <= seconds && left > 0 && before > seconds);
    if (due && before !== Number.POSITIVE_INFINITY) news.textContent = place.dataset[due[1]] ?? "";
    before = left;
  };
  tick();
  window.setInterval(tick, SECOND_MS);
}

/** Asks now and then, and at once when it is called; answers whether the page is being left. */
function lookForMoney(panel: HTMLElement): () => Promise<boolean> {
  const { standing = "", here = "" } = panel.dataset;
  // A card's buyer is told at once by the card's form; each look of ours asks Stripe.
  const soon = panel.dataset.pay === "stripe" ? LATEST_MS : SOON_MS;
  let wait = soon;
  // Whoever pays otherwise is on the way to the cart: opening the page anew would hold them here.
  let isLeaving = false;
  panel.addEventListener("submit", (event) => {
    isLeaving ||= !event.defaultPrevented;
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  const look = async (): Promise<boolean> => {
    try {
      const answer = await fetch(standing, { method: "POST", body: new URLSearchParams() });
      if (!answer.ok) return false;
      const now = (await answer.json()) as { status: string; received_vnd: number };
      const isNews = now.received_vnd !== Number(panel.dataset.received);
      if (now.status === "creating" || (now.status === "awaiting" && !isNews)) return false;
      if (isLeaving) return false;
      const news = panel.querySelector("[data-pay-news]");
      if (news && now.status === "placed") {
        news.textContent = (news as HTMLElement).dataset.arrived ?? "";
      }
      window.location.replace(here);
      return true;
    } catch {
      // The next look may be luckier.
      return false;
    }
  };
  const again = async () => {
    if (!document.hidden && !isLeaving && (await look())) return;
    wait = Math.min(wait * SLOWER, LATEST_MS);
    window.setTimeout(again, wait);
  };
  window.setTimeout(again, wait);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) wait = soon;
  });
  return look;
}
