import { useHref, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { CatalogData } from "./catalog.server";
import { useCatalogHref } from "./catalog-href";
import { chosenFilters, relaxations } from "./chips";
import { otherKind } from "./filters";
import { catalogPath, EMPTY_STATE, searchOf, withChange, withoutVisit } from "./state";
import { NoVisitThen } from "./visit-search";

/** No card to show: what to relax, what the other page has, and the way to everything. */
export function NothingFound(found: CatalogData) {
  const { kind, state, pages, isBeyond } = found;
  const { catalog } = usePhrases();
  const { empty } = catalog;
  const hrefOf = useCatalogHref(kind);
  if (isBeyond) {
    return (
      <EmptyState title={empty.beyond}>
        <p>{empty.beyondText(pages)}</p>
        <ButtonLink href={hrefOf({ ...state, page: pages })}>{empty.lastPage}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={empty.title[kind]}>
      {state.q ? <p>{empty.text}</p> : null}
      {state.available_on ? <NoVisitThen {...found} /> : null}
      <Relax {...found} />
      <Elsewhere {...found} />
      <ButtonLink look="outline" href={hrefOf(EMPTY_STATE)}>
        {empty.all[kind]}
      </ButtonLink>
    </EmptyState>
  );
}

/** Links that drop one condition, with what is there then; else each chosen one by itself. */
function Relax({ kind, state, answer }: CatalogData) {
  const { catalog } = usePhrases();
  const { empty } = catalog;
  const hrefOf = useCatalogHref(kind);
  const useful = relaxations(state, answer.facets);
  const links =
    useful.length > 0
      ? useful.map(({ facet, count }) => ({
          label: empty.dropFacet({ facet: empty.drop[facet], count }),
          without: withChange(state, { [facet]: [] }),
        }))
      : chosenFilters(state, answer, catalog.chips)
          // The day has links of its own.
          .filter(({ without }) => without.available_on === state.available_on)
          .slice(0, 6)
          .map(({ label, without }) => ({ label: empty.dropOne(label), without }));
  if (links.length === 0) return null;
  return (
    <div>
      {useful.length > 0 ? <p>{empty.relax}</p> : null}
      <ul>
        {links.map(({ label, without }) => (
          <li key={label}>
            <a className="link tap" href={hrefOf(without)} rel="nofollow">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Elsewhere({ kind, state, answer }: CatalogData) {
  const { catalog } = usePhrases();
  const href = useHref();
  const other = otherKind(kind);
  const count = answer.facets.kind.find(({ value }) => value === other)?.count ?? 0;
  if (count === 0) return null;
  const kept = withChange(withoutVisit(state), { group: [], subgroup: [] });
  return (
    <ButtonLink href={href(catalogPath(other)) + searchOf(kept)} rel="nofollow">
      {catalog.empty.other[kind](count)}
    </ButtonLink>
  );
}
