import { formatPhone } from "@cho-lang/shared/phone";
import { Maker, telHref } from "~/features/product/maker";
import type { ProductData } from "~/features/product/product.server";
import { Certificates } from "~/features/product/product-page";
import { useHref, usePhrases } from "~/language/phrases";
import { Breadcrumb } from "~/ui/breadcrumb";
import { ButtonLink } from "~/ui/button";
import { CardRow } from "~/ui/card-row";
import { Icon } from "~/ui/icon";
import { PageTitle } from "~/ui/page-title";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { SectionHead } from "~/ui/section-head";
import { Stars } from "~/ui/stars";

/** A visit to a village: the scene, four facts, what one does there, and who welcomes. */
export function TourPage({ detail, related, today }: ProductData) {
  const { product, common } = usePhrases();
  const href = useHref();
  const { province, village, producer, stars } = detail;
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: common.navTours, href: href("/tours") },
          { label: province.name, href: href(`/tours?province=${province.code}`) },
          ...(village ? [{ label: village.name, href: href(`/villages/${village.handle}`) }] : []),
        ]}
      />
      <Picture picture={widest(detail.pictures)} isFirst className="scene" />
      <div className="product-story mt-6">
        <div>
          <PageTitle>{detail.title}</PageTitle>
          {stars ? (
            <p className="mt-2">
              <Stars stars={stars} />{" "}
              <a className="link tap" href="#certificate">
                {common.ocopStars(stars)}
              </a>
            </p>
          ) : null}
          <p className="lead mt-3 whitespace-pre-line">{detail.story}</p>
          <TourFacts detail={detail} />
          {detail.offering ? (
            <section className="mt-8">
              <h2 className="t-sub">{product.tour.offering}</h2>
              <ul className="steps">
                {detail.offering.split(/[,;]\s*/u).map((each) => (
                  <li key={each}>{capitalized(each)}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {producer.phone ? (
            <p className="mt-8">
              <ButtonLink href={telHref(producer.phone)}>
                <Icon name="phone" size={20} />
                {product.call(formatPhone(producer.phone))}
              </ButtonLink>
            </p>
          ) : null}
        </div>
        <Certificates detail={detail} today={today} />
      </div>
      <Maker detail={detail} title={product.tour.hostTitle} />
      {related.length > 0 ? (
        <section className="section">
          <SectionHead title={product.tour.others}>
            <a className="link tap" href={href(`/tours?province=${province.code}`)}>
              {product.tour.othersAll}
            </a>
          </SectionHead>
          <CardRow hits={related} />
        </section>
      ) : null}
    </div>
  );
}

function TourFacts({ detail }: { detail: ProductData["detail"] }) {
  const { product, common } = usePhrases();
  const { duration_hours, variants, village, province, producer } = detail;
  const cheapest = [...variants].sort((a, b) => a.price_vnd - b.price_vnd)[0];
  return (
    <dl className="four-facts">
      {cheapest ? (
        <div>
          <dt>{product.tour.priceFrom}</dt>
          <dd>
            <Price amount={cheapest.price_vnd} /> {product.tour.perUnit(cheapest.unit)}
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
  );
}

/** The picture with the widest shape: the scene rather than a detail. */
function widest(pictures: ProductData["detail"]["pictures"]) {
  const byShape = [...pictures].sort((a, b) => b.width / b.height - a.width / a.height);
  return byShape[0] ?? null;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
