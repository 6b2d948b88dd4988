import { useSay } from "./language";
import { pagePhrases } from "./phrases";

/** What a table's pages are called in the dashboard's language. */
export function usePageWords() {
  const say = useSay();
  return {
    of: say(pagePhrases.of),
    results: say(pagePhrases.results),
    pages: say(pagePhrases.pages),
    prev: say(pagePhrases.prev),
    next: say(pagePhrases.next),
  };
}
