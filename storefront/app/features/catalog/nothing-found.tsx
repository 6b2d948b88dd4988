import { usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import type { CatalogData } from "./catalog.server";
import { useCatalogHref } from "./catalog-href";
import { chosenFilters, neighbourProvinces, relaxations } from "./chips";
import { type Elsewhere, elsewhere } from "./elsewhere";
import { isGoodsGroup } from "./filters";
import { type CatalogState, countFilters, EMPTY_STATE, withChange } from "./state";
import { NoVisitThen } from "./visit-search";

/** No card to show: what to relax, what the other page has, and the way to everything. */
export function NothingFound(found: CatalogData) {
  const { kind, state, answer, pages, isBeyond } = found;
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
  const other = elsewhere(kind, state, answer);
  const isOnlyText = state.q !== "" && relaxations(state, answer.facets).length === 0;
  return (
    <EmptyState title={empty.title[kind]}>
      {state.q && other ? <OnOtherPage {...other} /> : isOnlyText ? <p>{empty.text}</p> : null}
      {state.available_on ? <NoVisitThen {...found} /> : null}
      <Relax {...found} />
      <Neighbours {...found} />
      {other ? null : <Groups {...found} />}
      {!state.q && other ? <OnOtherPage {...other} /> : null}
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
  const ways = links.map(({ label, without }) => ({ label, state: without }));
  return <Ways lead={useful.length > 0 ? empty.relax : ""} kind={kind} ways={ways} />;
}

/** Where else, near the chosen provinces, the same can be had. */
function Neighbours({ kind, state, answer }: CatalogData) {
  const { empty } = usePhrases().catalog;
  const ways = neighbourProvinces(state, answer.facets.province).map(
    ({ value, label: name, count }) => ({
      label: empty.neighbour({ name, count }),
      state: withChange(state, { province: [value] }),
    }),
  );
  return <Ways lead={empty.neighbours} kind={kind} ways={ways} isRow />;
}

/** A text alone that nothing has: the groups of goods, to look around. */
function Groups({ kind, state, answer }: CatalogData) {
  const { empty } = usePhrases().catalog;
  if (kind === "tour" || !state.q || countFilters(state) > 0) return null;
  const ways = answer.facets.group.filter(isGoodsGroup).map(({ value, label }) => ({
    label,
    state: { ...EMPTY_STATE, group: [value] },
  }));
  return <Ways lead={empty.groups} kind={kind} ways={ways} isRow />;
}

type WaysFacts = {
  lead: string;
  kind: CatalogData["kind"];
  ways: readonly { label: string; state: CatalogState }[];
  /** Short labels stand side by side. */
  isRow?: boolean;
};

/** Links to other states of the list, under what they have in common; nothing without any. */
function Ways({ lead, kind, ways, isRow = false }: WaysFacts) {
  const hrefOf = useCatalogHref(kind);
  if (ways.length === 0) return null;
  return (
    <div>
      {lead ? <p>{lead}</p> : null}
      <ul className={isRow ? "flex flex-wrap gap-x-6" : undefined}>
        {ways.map(({ label, state }) => (
          <li key={label}>
            <a className="link tap" href={hrefOf(state)} rel="nofollow">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was asked for is there, only of the other kind; the first thing to say of a text. */
function OnOtherPage({ kind, count, text, state }: Elsewhere) {
  const { empty } = usePhrases().catalog;
  const hrefOf = useCatalogHref(kind);
  return (
    <ButtonLink className="wrap-anywhere" href={hrefOf(state)} rel="nofollow">
      {empty.other[kind]({ count, text })}
    </ButtonLink>
  );
}
