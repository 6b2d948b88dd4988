import { useHref } from "~/language/phrases";
import type { CatalogData } from "./catalog.server";
import { type CatalogState, catalogPath, searchOf } from "./state";

/** The address of a state of the list, in the page's language. */
export function useCatalogHref(kind: CatalogData["kind"]): (state: CatalogState) => string {
  const href = useHref();
  return (state) => href(catalogPath(kind)) + searchOf(state);
}
