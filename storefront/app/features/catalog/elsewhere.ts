import type { CatalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { type CatalogKind, type CatalogState, withChange, withoutVisit } from "./state";

/** What the page of the other kind has where this one is empty. */
export type Elsewhere = {
  kind: CatalogKind;
  count: number;
  /** The text that is met there, as it was read; "" without one. */
  text: string;
  state: CatalogState;
};

/**
 * The other kind's page for the same question, with how much is there; null when it is empty, too.
 * Groups are of goods only and a day is asked of visits only, so both stay behind. Counts of kinds
 * are made without the page's own kind, so nothing is asked again.
 */
export function elsewhere(
  kind: CatalogKind,
  state: CatalogState,
  { facets, reading }: Pick<CatalogAnswer, "facets" | "reading">,
): Elsewhere | null {
  const other = kind === "tour" ? "product" : "tour";
  const count = facets.kind.find(({ value }) => value === other)?.count ?? 0;
  if (count === 0) return null;
  const isRead = state.q !== "" && reading !== null && reading.kind !== "as_typed";
  return {
    kind: other,
    count,
    text: isRead ? reading.read_as : state.q,
    state: withChange(withoutVisit(state), { group: [], subgroup: [] }),
  };
}
