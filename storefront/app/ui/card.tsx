import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { useHref, usePhrases } from "~/language/phrases";
import { Marked } from "./marked";
import { Picture } from "./picture";
import { Price } from "./price";
import { Stamp } from "./stamp";

export type CardProps = {
  hit: CatalogHit;
  /** True when its picture is among the first that a visitor sees. */
  isFirst?: boolean;
  /** Keep the picture's own shape; otherwise 5:6, so that rows align. */
  isFree?: boolean;
  /** What its page is asked for, such as a day: "?date=2026-11-28". */
  search?: string;
};

/** One thing of the catalog, drawn wholly from its search document; the card is one link. */
export function Card({ hit, isFirst = false, isFree = false, search = "" }: CardProps) {
  const { common } = usePhrases();
  const href = useHref();
  return (
    <a className={isFree ? "card" : "card card-ratio"} href={href(pathOf(hit)) + search}>
      <div className="card-picture">
        <Picture picture={hit.thumbnail} isFirst={isFirst} />
        {hit.stars ? <Stamp stars={hit.stars} /> : null}
      </div>
      <h3>
        <Marked text={hit.title} marks={hit.title_marks} />
      </h3>
      <CardFacts hit={hit} />
      {hit.in_stock ? null : <p className="font-medium">{common.soldOut}</p>}
    </a>
  );
}

/** Place, maker and how far it is, price and unit, as every card says them. */
export function CardFacts({ hit }: { hit: CatalogHit }) {
  const { common } = usePhrases();
  const perMeasure = common.perMeasure(hit.unit_price);
  const { distance_km: km } = hit;
  return (
    <>
      <p className="quiet">
        {hit.province.name}
        {km === null ? null : `, ${common.away({ km, isExact: hit.village !== null })}`} ·{" "}
        {hit.producer.name}
      </p>
      <p className="mt-1">
        {hit.kind === "tour" ? (
          <span className="price whitespace-normal">
            <Price amount={hit.price_vnd} />
            <wbr />/{hit.unit}
          </span>
        ) : (
          <Price amount={hit.price_vnd} />
        )}{" "}
        <span className="unit">
          {hit.kind === "tour" ? hit.duration_hours && common.hours(hit.duration_hours) : hit.unit}
        </span>{" "}
        {perMeasure ? <span className="unit">{perMeasure}</span> : null}
      </p>
    </>
  );
}

/** Where a hit's page is. */
export function pathOf(hit: Pick<CatalogHit, "kind" | "handle">): string {
  return hit.kind === "tour" ? `/tours/${hit.handle}` : `/products/${hit.handle}`;
}
