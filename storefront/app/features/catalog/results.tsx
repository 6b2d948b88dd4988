import { usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Chip } from "~/ui/chip";
import { Icon } from "~/ui/icon";
import { Pagination } from "~/ui/pagination";
import type { CatalogData } from "./catalog.server";
import { useCatalogHref } from "./catalog-href";
import { chosenFilters } from "./chips";
import { NothingFound } from "./nothing-found";
import { type CatalogState, countFilters, EMPTY_STATE, sortsOf, withoutPlace } from "./state";

/** Pictures of the first view, which are not loaded lazily. */
const FIRST_VIEW = 4;

/** The bar with filter button and order, the chips, the cards and the pages. */
export function CatalogResults(found: CatalogData) {
  const { kind, state, answer, pages } = found;
  const { catalog } = usePhrases();
  const hrefOf = useCatalogHref(kind);
  return (
    <section
      className="catalog-results"
      id="catalog-results"
      aria-labelledby="results-title"
      data-busy={catalog.busy}
    >
      <h2 className="sr" id="results-title" tabIndex={-1}>
        {catalog.results[kind]}
      </h2>
      <div className="catalog-bar">
        <a
          className="btn btn-outline catalog-opener"
          id="filter-opener"
          href="#filters"
          data-opens="filter-dialog"
        >
          <Icon name="filter" size={20} />
          {catalog.filterCount(countFilters(state))}
        </a>
        <Sort state={state} />
      </div>
      <Chips {...found} />
      {answer.hits.length === 0 ? (
        <NothingFound {...found} />
      ) : (
        <>
          <ul className="catalog-grid">
            {answer.hits.map((hit, index) => (
              <li key={hit.id} id={hit.id}>
                <Card hit={hit} isFirst={index < FIRST_VIEW} search={visitOf(state)} />
              </li>
            ))}
          </ul>
          <Pagination
            page={state.page}
            pages={pages}
            hrefOf={(page) => hrefOf({ ...state, page })}
          />
        </>
      )}
    </section>
  );
}

function Sort({ state }: { state: CatalogState }) {
  const { catalog } = usePhrases();
  return (
    <p className="catalog-sort">
      <label htmlFor="catalog-sort">{catalog.sort}</label>
      <select id="catalog-sort" name="sort" form="catalog-form" defaultValue={state.sort}>
        {sortsOf(state).map((sort) => (
          <option key={sort} value={sort}>
            {catalog.sorts[sort]}
          </option>
        ))}
      </select>
      <Button form="catalog-form" look="outline" className="without-script">
        {catalog.doSort}
      </Button>
    </p>
  );
}

function Chips({ kind, state, answer }: CatalogData) {
  const { catalog } = usePhrases();
  const hrefOf = useCatalogHref(kind);
  const chosen = chosenFilters(state, answer, catalog.chips);
  if (chosen.length === 0) return null;
  return (
    <nav className="catalog-chips" aria-label={catalog.chosen} data-refines>
      {chosen.map(({ label, without }) => (
        <Chip key={label} label={label} href={hrefOf(without)} spoken={catalog.remove(label)} />
      ))}
      <a
        className="link tap small"
        href={hrefOf({ ...EMPTY_STATE, sort: withoutPlace(state).sort })}
      >
        {catalog.clear}
      </a>
    </nav>
  );
}

/** A card leads to the asked day of its visit, with the party. */
function visitOf({ available_on, party }: CatalogState): string {
  return available_on ? `?date=${available_on}&party=${party}#book` : "";
}
