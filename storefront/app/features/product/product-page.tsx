import { groupLabel, isSubgroup, subgroupLabel } from "@cho-lang/shared/domain/product";
import { CertificateBox } from "~/features/certification/certificate-box";
import { CertificateList } from "~/features/certification/certificate-list";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Breadcrumb, type Crumb } from "~/ui/breadcrumb";
import { Button } from "~/ui/button";
import { CardRow } from "~/ui/card-row";
import { PageTitle } from "~/ui/page-title";
import { SectionHead } from "~/ui/section-head";
import { Stars } from "~/ui/stars";
import { BuyBox, LeadPrice } from "./buy-box";
import { Gallery } from "./gallery";
import { Maker } from "./maker";
import type { ProductData } from "./product.server";
import { ProductFacts } from "./product-facts";

/** One good, from its pictures to its maker. */
export function ProductPage({ detail, related, today }: ProductData) {
  const { product } = usePhrases();
  const href = useHref();
  const mayBuy = detail.producer.is_open && detail.variants.some(({ stock }) => stock !== 0);
  return (
    <div className="wrap">
      <Breadcrumb crumbs={useCrumbs(detail)} />
      <div className="product">
        <Gallery pictures={detail.pictures} />
        <div className="product-buy">
          <Heading detail={detail} />
          <BuyBox detail={detail} />
        </div>
      </div>
      <div className="product-story section">
        <section className="rule pt-4" aria-labelledby="story">
          <h2 className="t-section" id="story">
            {product.story}
          </h2>
          <p className="lead mt-4 whitespace-pre-line">{detail.story}</p>
          <h3 className="t-sub mt-8 mb-1">{product.facts}</h3>
          <ProductFacts detail={detail} today={today} />
        </section>
        <Certificates detail={detail} today={today} />
      </div>
      <Maker detail={detail} title={product.maker} />
      {related.length > 0 ? (
        <section className="section">
          <SectionHead title={product.related}>
            <a className="link tap" href={href(`/products?subgroup=${detail.subgroup}`)}>
              {product.relatedAll}
            </a>
          </SectionHead>
          <CardRow hits={related} />
        </section>
      ) : null}
      {mayBuy ? (
        <div className="buy-bar" data-buy-bar hidden>
          <LeadPrice variants={detail.variants} />
          <Button form="buy">{product.add}</Button>
        </div>
      ) : null}
    </div>
  );
}

type DetailProps = { detail: ProductData["detail"] };

function useCrumbs({ group, subgroup }: ProductData["detail"]): Crumb[] {
  const { common } = usePhrases();
  const href = useHref();
  const language = useLanguage();
  const crumbs: Crumb[] = [
    { label: common.navProducts, href: href("/products") },
    { label: groupLabel(group, language), href: href(`/products?group=${group}`) },
  ];
  if (isSubgroup(subgroup)) {
    const label = subgroupLabel(subgroup, language);
    crumbs.push({ label, href: href(`/products?group=${group}&subgroup=${subgroup}`) });
  }
  return crumbs;
}

/** Maker and place, the name, and the stars while a certificate is in force. */
function Heading({ detail }: DetailProps) {
  const { common } = usePhrases();
  const href = useHref();
  const { producer, province, stars, title } = detail;
  return (
    <div>
      <p className="small quiet">
        <a className="tap hover:underline" href={href(`/producers/${producer.handle}`)}>
          {producer.name} · {province.name}
        </a>
      </p>
      <PageTitle>{title}</PageTitle>
      {stars ? (
        <p className="mt-2">
          <Stars stars={stars} />{" "}
          <a className="link tap" href="#certificate">
            {common.ocopStars(stars)}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** The certificate that speaks today, or the newest; the others below it. */
export function Certificates({ detail: { certificates }, today }: DetailProps & { today: string }) {
  const { product } = usePhrases();
  const inForce = certificates.find(({ state }) => state === "in_force" || state === "expiring");
  const shown = inForce ?? certificates[0];
  if (!shown) {
    return (
      <section className="rule pt-4" id="certificate">
        <h2 className="t-sub">{product.noCertificate}</h2>
        <p className="mt-2">{product.noCertificateText}</p>
      </section>
    );
  }
  const others = certificates.filter((each) => each !== shown);
  return (
    <div>
      <CertificateBox certificate={shown} today={today} />
      {others.length > 0 ? (
        <section className="mt-6">
          <h3 className="font-semibold">{product.earlier}</h3>
          <CertificateList certificates={others} isOfOneMaker />
        </section>
      ) : null}
    </div>
  );
}
