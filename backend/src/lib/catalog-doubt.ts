import { words } from "@cho-lang/shared/vietnamese";

/**
 * A text that finds no more than so many things, and none by its title, may be a mistake: so few
 * fit on a screen of a phone or two, and a shopper sees that none of them was meant.
 */
const FEW = 5;

/** Whether a text finds little, and nothing by its title; never one short word, which says little. */
export function isDoubtful(
  q: string,
  found: { count: number; titles: readonly string[] },
): boolean {
  const typed = words(q);
  const [first = ""] = typed;
  if (found.count > FEW || (typed.length < 2 && first.length < 4)) return false;
  return !found.titles.some((title) => hasAllWords(words(title), typed));
}

/** The last word may go on. */
function hasAllWords(title: readonly string[], typed: readonly string[]): boolean {
  const last = typed.length - 1;
  return typed.every((word, place) =>
    title.some((each) => (place === last ? each.startsWith(word) : each === word)),
  );
}
