import { useHref, usePhrases } from "~/language/phrases";
import { Breadcrumb } from "~/ui/breadcrumb";
import { Dialog } from "~/ui/dialog";
import type { CatalogData } from "./catalog.server";
import { CatalogFilters } from "./filters";
import { NearMe } from "./near-me";
import { DidYouMean, Reading } from "./reading";
import { CatalogResults } from "./results";
import { VisitSearch } from "./visit-search";

/**
 * Goods or visits with their filters. The parts named by `id` are those that the enhancement
 * script replaces when a filter changes; without script the form and the links load the page.
 */
export function CatalogPage(found: CatalogData) {
  const { catalog, common } = usePhrases();
  const href = useHref();
  const { kind, answer } = found;
  const provinces = answer.facets.province.filter(
    ({ value, count }) =>
      count > 0 && (found.state.province.length === 0 || found.state.province.includes(value)),
  ).length;
  return (
    <div className="wrap" data-catalog>
      <Breadcrumb
        crumbs={[{ label: common.marketName, href: href("/") }, { label: catalog.title[kind] }]}
      />
      <h1 className="t-page">{catalog.title[kind]}</h1>
      <NearMe />
      <div id="catalog-summary">
        <div role="status">
          <p className="quiet">{catalog.summary({ kind, count: answer.count, provinces })}</p>
          <Reading {...found} />
        </div>
        <DidYouMean {...found} />
      </div>
      <p className="small" id="near-says" role="status" />
      {kind === "tour" ? <VisitSearch {...found} /> : null}
      <div className="catalog">
        <aside className="catalog-filters" id="filters" aria-label={catalog.filter}>
          <CatalogFilters {...found} />
        </aside>
        <CatalogResults {...found} />
      </div>
      <Dialog id="filter-dialog" title={catalog.filter}>
        {null}
      </Dialog>
    </div>
  );
}
