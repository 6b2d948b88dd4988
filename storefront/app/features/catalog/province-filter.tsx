import { ISLANDS, provinceByCode, provinceName } from "@cho-lang/shared/geography";
import { formatNumber } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import { CheckRow } from "~/ui/choice";
import type { CatalogData } from "./catalog.server";
import { FilterGroup } from "./filter-group";
import { goldOf, TILES } from "./province-tiles";

/**
 * The provinces as a map of tiles. They are the same boxes to tick whether they lie as a map or
 * stand as a list, so keyboard, screen reader and a page without script have but one form.
 */
export function ProvinceFilter({ state, answer }: CatalogData) {
  const { catalog } = usePhrases();
  const language = useLanguage();
  const counts = new Map(answer.facets.province.map(({ value, count }) => [value, count]));
  const most = Math.max(...counts.values());
  return (
    <FilterGroup title={catalog.facets.province}>
      {/* It has no name, for it asks for nothing: it only lays the boxes out. */}
      <CheckRow id="as-list" label={catalog.asList} className="quiet small" />
      <div className="tiles">
        {TILES.map((province) => {
          const { code, tile } = province;
          const count = counts.get(code) ?? 0;
          return (
            <CheckRow
              key={code}
              className={`tile x${tile[0]} y${tile[1]} gold-${goldOf(count, most)}`}
              id={`province-${code}`}
              name="province"
              value={code}
              defaultChecked={state.province.includes(code)}
              label={provinceName(province, language)}
              note={formatNumber(count, language)}
            />
          );
        })}
        {ISLANDS.map((island) => {
          const owner = provinceByCode(island.province_code);
          return (
            <p key={island.slug} className={`island y${island.tile[1]}`}>
              {provinceName(island, language)}
              <span className="quiet">{owner ? provinceName(owner, language) : null}</span>
            </p>
          );
        })}
        <p className="sea" aria-hidden="true">
          {catalog.sea}
        </p>
      </div>
    </FilterGroup>
  );
}
