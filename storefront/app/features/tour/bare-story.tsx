import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";

/** A tour whose seats can't be booked here: what the catalog knows of it. */
export function Bare({ detail }: { detail: CatalogDetail }) {
  const { product, common } = usePhrases();
  const language = useLanguage();
  const { duration_hours, variants, village, province, producer } = detail;
  const cheapest = [...variants].sort((a, b) => a.price_vnd - b.price_vnd)[0];
  return (
    <>
      <dl className="four-facts">
        {cheapest ? (
          <div>
            <dt>{product.tour.priceFrom}</dt>
            <dd>
              <span className="price">{formatVnd(cheapest.price_vnd, language)}</span>{" "}
              {product.tour.perUnit(cheapest.unit)}
            </dd>
          </div>
        ) : null}
        {duration_hours ? (
          <div>
            <dt>{product.tour.duration}</dt>
            <dd>{common.hours(duration_hours)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{product.tour.place}</dt>
          <dd>{village ? `${village.name}, ${province.name}` : province.name}</dd>
        </div>
        <div>
          <dt>{product.tour.host}</dt>
          <dd>{producer.name}</dd>
        </div>
      </dl>
      <Offering offering={detail.offering} />
    </>
  );
}

/** What one does there, as the catalog lists it. */
export function Offering({ offering }: { offering: string | null }) {
  const { product } = usePhrases();
  if (!offering) return null;
  return (
    <section className="mt-8">
      <h2 className="t-sub">{product.tour.offering}</h2>
      <ul className="steps">
        {offering.split(/[,;]\s*/u).map((each) => (
          <li key={each}>{each.charAt(0).toUpperCase() + each.slice(1)}</li>
        ))}
      </ul>
    </section>
  );
}
