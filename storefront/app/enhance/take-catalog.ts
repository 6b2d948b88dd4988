import { Idiomorph } from "idiomorph";
import { takeLanguages } from "./take-over";

/** Parts of the catalog's page that follow the filters; the page of goods has no visit. */
const PARTS = ["catalog-summary", "catalog-visit", "catalog-form", "catalog-results"];

/** The address of this page without what stands after #. */
export function here(): string {
  return location.pathname + location.search;
}

/**
 * Takes the parts of another catalog page over; false when it is no catalog page. What the visitor
 * is typing meanwhile is kept, but not when they went back.
 */
export function takeCatalog(page: Document, keepsTyping: boolean): boolean {
  const pairs = PARTS.map((id) => [document.getElementById(id), page.getElementById(id)] as const);
  if (!pairs.every(([old, next]) => !old === !next)) return false;
  document.title = page.title;
  // A focused link is not typed in: kept, it would go on saying what it led to before.
  const isTyping = document.activeElement?.matches("input, select") ?? false;
  for (const [old, next] of pairs) {
    if (!old || !next) continue;
    Idiomorph.morph(old, next, {
      morphStyle: "outerHTML",
      ignoreActiveValue: keepsTyping && isTyping,
      callbacks: {
        // What the visitor has folded or laid out otherwise stays so.
        beforeAttributeUpdated: (name, node) =>
          name !== "open" && name !== "aria-busy" && !(name === "checked" && !isNamed(node)),
      },
    });
  }
  takeLanguages(page);
  return true;
}

function isNamed(node: Element): boolean {
  return node.getAttribute("name") !== null;
}
