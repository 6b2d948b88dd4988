import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { useHref, usePhrases } from "~/language/phrases";
import { Card } from "~/ui/card";
import { SectionHead } from "~/ui/section-head";

const PLACES = ["fresh-big", "fresh-small", "fresh-small", "fresh-wide"];

/** Four goods at three sizes; few are large, so that the large ones count. */
export function Fresh({ goods, count }: { goods: CatalogHit[]; count: number }) {
  const { home } = usePhrases();
  const href = useHref();
  if (goods.length === 0) return null;
  return (
    <section className="wrap section" aria-labelledby="fresh">
      <SectionHead title={home.fresh} id="fresh">
        <a className="link tap" href={href("/products")}>
          {home.allGoods(count)}
        </a>
      </SectionHead>
      <div className="fresh">
        {goods.map((hit, index) => (
          <div key={hit.id} className={PLACES[index]}>
            <Card hit={hit} isFree />
          </div>
        ))}
      </div>
    </section>
  );
}
