import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { Card } from "./card";

/** A few cards of the catalog in one row on a wide page, two by two on a phone. */
export function CardRow({ hits }: { hits: readonly CatalogHit[] }) {
  return (
    <ul className="card-row">
      {hits.map((hit) => (
        <li key={hit.id}>
          <Card hit={hit} />
        </li>
      ))}
    </ul>
  );
}
