/** A search box and its list of suggestions, as far as keys care. */
export type BoxState = {
  isOpen: boolean;
  /** The option that the arrows have reached; -1 while the text itself is meant. */
  active: number;
  /** Options of the open list. */
  count: number;
  isEmpty: boolean;
};
export type Press = { key: string; altKey: boolean };

/** A number makes that option the active one, -1 none. */
export type KeyDeed = number | "open-first" | "open-last" | "close" | "choose" | "clear";

/**
 * What a key does in a search box, after the ARIA Authoring Practices' editable combobox; `null`
 * leaves the key to the browser. Arrows go round through the text itself. Home and End move in the
 * list once the arrows are there, and in the text before. Escape closes, then clears.
 */
export function deedOf({ key, altKey }: Press, state: BoxState): KeyDeed | null {
  const { isOpen, active, count, isEmpty } = state;
  if (key === "Escape") return isOpen ? "close" : isEmpty ? null : "clear";
  if (!isOpen) {
    if (key === "ArrowDown") return "open-first";
    return key === "ArrowUp" && !altKey ? "open-last" : null;
  }
  if (key === "ArrowDown") return active + 1 < count ? active + 1 : -1;
  if (key === "ArrowUp" && altKey) return "close";
  if (key === "ArrowUp") return active < 0 ? count - 1 : active - 1;
  if (active < 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return key === "Enter" ? "choose" : null;
}
