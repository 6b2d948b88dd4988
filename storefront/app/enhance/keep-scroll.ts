/** Milliseconds of rest after which the place is written down; browsers limit how often. */
const REST_MS = 150;

/** Writes into this entry of the history how far the page is scrolled. */
export function leaveScroll(): void {
  history.replaceState({ ...history.state, y: window.scrollY }, "");
}

/**
 * Keeps in each entry of the history how far the page was scrolled, because a browser restores it
 * before the list of that entry is there again. The answer, asked in a `popstate`, takes the page
 * to where the entry was left.
 */
export function keepScroll(): () => () => void {
  let rest: number | undefined;
  window.addEventListener(
    "scroll",
    () => {
      window.clearTimeout(rest);
      rest = window.setTimeout(leaveScroll, REST_MS);
    },
    { passive: true },
  );
  return () => {
    const y: unknown = history.state?.y;
    return () => {
      if (typeof y === "number") window.scrollTo(0, y);
    };
  };
}
