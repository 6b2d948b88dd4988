import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { useHref, usePhrases } from "~/language/phrases";
import { pathOf } from "~/ui/card";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";

/** The page's one indigo band: villages to spend a day in. */
export function Visits({ tours, count }: { tours: CatalogHit[]; count: number }) {
  const { home } = usePhrases();
  const href = useHref();
  if (tours.length === 0) return null;
  return (
    <section className="band section" aria-labelledby="visits">
      <div className="wrap">
        <div className="section-head">
          <h2 className="t-section" id="visits">
            {home.visits}
          </h2>
          <p>{home.visitsLead}</p>
        </div>
        <div className="visits">
          {tours.map((hit) => (
            <Visit key={hit.id} hit={hit} />
          ))}
        </div>
        <p className="mt-8">
          <a className="tap underline underline-offset-4" href={href("/tours")}>
            {home.allVisits(count)}
          </a>
        </p>
      </div>
    </section>
  );
}

function Visit({ hit }: { hit: CatalogHit }) {
  const { common } = usePhrases();
  const href = useHref();
  return (
    <a className="card visit" href={href(pathOf(hit))}>
      <Picture picture={hit.thumbnail} />
      <h3 className="t-sub">{hit.title}</h3>
      <p>
        {hit.village?.name ?? hit.producer.name}, {hit.province.name}
      </p>
      <p>
        <span className="price">
          <Price amount={hit.price_vnd} />/{hit.unit}
        </span>
        {hit.duration_hours ? (
          <span className="ml-4">{common.hours(hit.duration_hours)}</span>
        ) : null}
      </p>
    </a>
  );
}
