import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { useHref, usePhrases } from "~/language/phrases";
import { pathOf } from "~/ui/card";
import { SectionHead } from "~/ui/section-head";
import { isInSeason } from "./rules";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Which goods are in season when: three grains a month, gold for what is in season now. */
export function Almanac({ rows, month }: { rows: CatalogHit[]; month: number }) {
  const { home } = usePhrases();
  const href = useHref();
  if (rows.length === 0) return null;
  const now = rows.filter((row) => isInSeason(row, month));
  return (
    <section className="wrap section" aria-labelledby="seasons">
      <SectionHead title={home.seasons} id="seasons">
        <p>{home.seasonsNow(now.slice(0, 3).map(({ title }) => title))}</p>
      </SectionHead>
      <div className="almanac-frame">
        <table className="almanac">
          <caption className="sr">{home.seasonsCaption}</caption>
          <thead>
            <tr>
              <th scope="col" className="almanac-name">
                <span className="sr">{home.good}</span>
              </th>
              {MONTHS.map((each) => (
                <th key={each} scope="col" className={each === month ? "is-now" : undefined}>
                  <span aria-hidden="true">{each}</span>
                  <span className="sr">{home.monthLong(each)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={isInSeason(row, month) ? "is-on" : undefined}>
                <th scope="row" className="almanac-name">
                  <a href={href(pathOf(row))}>
                    {row.title} <span className="quiet">{row.province.name}</span>
                  </a>
                </th>
                {MONTHS.map((each) => (
                  <td key={each}>
                    {isInSeason(row, each) ? (
                      <span className="grains">
                        <span className="sr">{each === month ? home.inSeason : home.season}</span>
                      </span>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
