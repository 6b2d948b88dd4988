import type { MetaDescriptor } from "@remix-run/react";
import { hrefIn, languageOfPath, phrases } from "~/language/phrases";
import type { CatalogData } from "./catalog.server";
import { chosenFilters } from "./chips";
import { catalogPath, isIndexable, searchOf } from "./state";

/** Title, description, neighbours and whether search engines may list a page of the catalog. */
export function catalogMeta(pathname: string, found: CatalogData | undefined): MetaDescriptor[] {
  const language = languageOfPath(pathname);
  const { catalog, common } = phrases(language);
  if (!found) return [{ name: "robots", content: "noindex" }];
  const { kind, state, answer, pages } = found;
  const filters = chosenFilters(state, answer, catalog.chips).map(({ label }) => label);
  const title = [catalog.title[kind], ...filters].join(", ");
  const page = state.page > 1 ? ` · ${catalog.pageOf({ page: state.page, pages })}` : "";
  const linkTo = (rel: string, number: number): MetaDescriptor => ({
    tagName: "link",
    rel,
    href: hrefIn(language, catalogPath(kind)) + searchOf({ ...state, page: number }),
  });
  const meta: MetaDescriptor[] = [
    { title: `${title}${page} · ${common.marketName}` },
    { name: "description", content: catalog.description[kind] },
  ];
  const isListed = isIndexable(state) && answer.hits.length > 0;
  if (!isListed) meta.push({ name: "robots", content: "noindex, follow" });
  if (state.page > 1 && state.page <= pages) meta.push(linkTo("prev", state.page - 1));
  if (state.page < pages) meta.push(linkTo("next", state.page + 1));
  return meta;
}
