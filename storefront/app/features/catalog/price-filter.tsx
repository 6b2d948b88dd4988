import { formatNumber } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import { Button } from "~/ui/button";
import type { CatalogData } from "./catalog.server";
import { useCatalogHref } from "./catalog-href";
import { FilterGroup } from "./filter-group";
import { readRange, withChange } from "./state";

/** Ranges with counts as links, and two fields for a price of one's own. */
export function PriceFilter({ kind, state, answer }: CatalogData) {
  const { catalog } = usePhrases();
  const hrefOf = useCatalogHref(kind);
  const language = useLanguage();
  return (
    <FilterGroup title={catalog.facets.price}>
      <div data-refines>
        {answer.facets.price.map(({ value, label, count }) => {
          const range = readRange(value);
          const isChosen =
            range.price_min === state.price_min && range.price_max === state.price_max;
          const next = isChosen ? { price_min: null, price_max: null } : range;
          return (
            <a
              key={value}
              className={count === 0 ? "filter-link quiet" : "filter-link"}
              href={hrefOf(withChange(state, next))}
              aria-current={isChosen ? "true" : undefined}
              rel="nofollow"
            >
              <span>{label}</span>
              <span className="num small quiet">{formatNumber(count, language)}</span>
            </a>
          );
        })}
      </div>
      <div className="filter-price">
        <PriceField name="price_min" label={catalog.priceFrom} price={state.price_min} />
        <PriceField name="price_max" label={catalog.priceTo} price={state.price_max} />
        <Button look="outline">{catalog.apply}</Button>
      </div>
    </FilterGroup>
  );
}

function PriceField(facts: { name: string; label: string; price: number | null }) {
  return (
    <label className="small">
      {facts.label}
      <input
        id={`filter-${facts.name}`}
        className="input num"
        name={facts.name}
        inputMode="numeric"
        maxLength={16}
        defaultValue={facts.price ?? ""}
        autoComplete="off"
      />
    </label>
  );
}
