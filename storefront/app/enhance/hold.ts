/** Seconds left at which a hold is spoken of, and the attribute that holds the sentence. */
const CALLS = [
  [0, "over"],
  [60, "one"],
  [300, "five"],
] as const;
const SECOND_MS = 1000;

/**
 * `[data-hold]`: counts down the time that seats are held (milliseconds since 1970), by the
 * server's clock, which `data-now` gives. Says so politely at five minutes, at one and at the end,
 * and then tells the cart's form, which asks the server what is left.
 */
export function init(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>("form[data-cart]");
  const news = root.querySelector("[data-hold-news]");
  if (!form || !news) return;
  let ahead: number | undefined;
  const before = new Map<string, number>();
  const tick = () => {
    for (const place of form.querySelectorAll<HTMLElement>("[data-hold]")) {
      const { hold = "", left: words = "" } = place.dataset;
      ahead ??= Number(place.dataset.now) - Date.now();
      const left = Math.max(Math.ceil((Number(hold) - Date.now() - ahead) / SECOND_MS), 0);
      place.textContent = left > 0 ? `${words} ${clock(left)}` : (place.dataset.checking ?? "");
      const last = before.get(hold) ?? left + 1;
      before.set(hold, left);
      const due = CALLS.find(([seconds]) => left <= seconds && last > seconds);
      if (due) news.textContent = place.dataset[due[1]] ?? "";
      if (left === 0 && last > 0) form.dispatchEvent(new Event("holdover"));
    }
  };
  tick();
  window.setInterval(tick, SECOND_MS);
}

/** "12:34" */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
