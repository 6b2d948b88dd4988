import type { CatalogFacetValue } from "@cho-lang/shared/contracts/catalog";
import { formatNumber } from "@cho-lang/shared/money";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import { CheckRow } from "~/ui/choice";
import { Icon } from "~/ui/icon";
import { Stars } from "~/ui/stars";
import type { CatalogData } from "./catalog.server";
import { FilterGroup } from "./filter-group";
import type { TickedFacet } from "./parameters";
import { PriceFilter } from "./price-filter";
import { ProvinceFilter } from "./province-filter";
import { type CatalogState, catalogPath, searchOf, withChange, withoutVisit } from "./state";

/** The form of all filters; its fields are the parameters of the page's address. */
export function CatalogFilters(found: CatalogData) {
  const { catalog } = usePhrases();
  const href = useHref();
  const { kind, state, answer } = found;
  const { facets } = answer;
  return (
    <form
      id="catalog-form"
      action={href(catalogPath(kind))}
      className="filters"
      // What the address says is what is ticked, also after "back".
      autoComplete="off"
    >
      <label className="filter-text" data-suggest-under>
        <span className="sr">{catalog.text}</span>
        <Icon name="search" size={20} />
        <input
          id="filter-q"
          type="search"
          name="q"
          defaultValue={state.q}
          maxLength={200}
          placeholder={catalog.text}
          autoComplete="off"
          autoCapitalize="none"
          data-suggest={href("/suggest")}
        />
      </label>
      <FilterGroup title={catalog.facets.kind}>
        <Kinds {...found} />
      </FilterGroup>
      <Ticked facet="stars" state={state} values={[...facets.stars].sort(byStars)} />
      {kind === "product" ? (
        <>
          <Ticked facet="group" state={state} values={facets.group.filter(isGoodsGroup)} />
          <Ticked facet="subgroup" state={state} values={subgroupRows(found)} />
        </>
      ) : null}
      <Ticked facet="region" state={state} values={facets.region} />
      <ProvinceFilter {...found} />
      <PriceFilter {...found} />
      {(["producer", "village"] as const).map((name) =>
        state[name].map((value) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        )),
      )}
      {state.near ? <input type="hidden" name="near" value={state.near} /> : null}
      <p className="filters-show" aria-live="polite">
        <Button>{catalog.show({ kind, count: answer.count })}</Button>
      </p>
    </form>
  );
}

/** A facet whose values are boxes to tick; nothing when it has no value to show. */
function Ticked({
  facet,
  state,
  values,
}: {
  facet: TickedFacet;
  state: CatalogState;
  values: readonly CatalogFacetValue[];
}) {
  const language = useLanguage();
  const { catalog } = usePhrases();
  if (values.length === 0) return null;
  return (
    <FilterGroup title={catalog.facets[facet]}>
      {values.map(({ value, label, count }) => (
        <CheckRow
          key={value}
          id={`${facet}-${value}`}
          name={facet}
          value={value}
          defaultChecked={state[facet].includes(value)}
          label={facet === "stars" ? <Stars stars={Number(value)} /> : label}
          note={formatNumber(count, language)}
          {...(count === 0 ? { className: "quiet" } : {})}
        />
      ))}
    </FilterGroup>
  );
}

/** Goods and visits are two pages; going over keeps what can be kept. */
function Kinds({ kind, state, answer }: CatalogData) {
  const { catalog } = usePhrases();
  const href = useHref();
  const language = useLanguage();
  const kept = withChange(withoutVisit(state), { group: [], subgroup: [] });
  return (["product", "tour"] as const).map((each) => {
    const count = answer.facets.kind.find(({ value }) => value === each)?.count ?? 0;
    return (
      <a
        key={each}
        className={count === 0 ? "filter-link quiet" : "filter-link"}
        href={href(catalogPath(each)) + searchOf(each === kind ? state : kept)}
        aria-current={each === kind ? "true" : undefined}
        rel="nofollow"
      >
        <span>{catalog.title[each]}</span>
        <span className="num small quiet">{formatNumber(count, language)}</span>
      </a>
    );
  });
}

/** Subgroups are shown once a group is chosen: all at once they would be a wall of boxes. */
function subgroupRows({ state, answer }: CatalogData): CatalogFacetValue[] {
  if (state.group.length === 0 && state.subgroup.length === 0) return [];
  return answer.facets.subgroup.filter(
    ({ value, count }) => count > 0 || state.subgroup.includes(value),
  );
}

/** Visits are no goods: they have a page of their own. */
export function isGoodsGroup({ value }: CatalogFacetValue): boolean {
  return value !== "tourism";
}

function byStars(a: CatalogFacetValue, b: CatalogFacetValue): number {
  return Number(b.value) - Number(a.value);
}
