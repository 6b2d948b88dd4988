import type { CatalogHit } from "@cho-lang/shared/contracts/catalog";
import { CardRow } from "~/ui/card-row";
import { SectionHead } from "~/ui/section-head";

export type SomeOfCatalogProps = {
  title: string;
  found: { hits: readonly CatalogHit[]; count: number };
  /** Where all of them are, and what the link there says. */
  href: string;
  all: string;
};

/** The first things of a maker or village, with the way to the rest; nothing when there is none. */
export function SomeOfCatalog({ title, found, href, all }: SomeOfCatalogProps) {
  const { hits, count } = found;
  if (hits.length === 0) return null;
  return (
    <section className="section-near">
      <SectionHead title={title}>
        {count > hits.length ? (
          <a className="link tap" href={href}>
            {all}
          </a>
        ) : null}
      </SectionHead>
      <CardRow hits={hits} />
    </section>
  );
}
