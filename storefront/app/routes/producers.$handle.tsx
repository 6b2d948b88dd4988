import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SomeOfCatalog } from "~/features/catalog/some-of-catalog";
import { CertificateList } from "~/features/certification/certificate-list";
import { loadProducer } from "~/features/producer/producer.server";
import { PhoneLink, useLegalForm } from "~/features/product/maker";
import { shortened } from "~/features/product/product-meta";
import { languageOfPath, phrases, useHref, usePhrases } from "~/language/phrases";
import styles from "~/styles/product.css?url";
import { Breadcrumb } from "~/ui/breadcrumb";
import { FactRows } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Picture } from "~/ui/picture";
import { SectionHead } from "~/ui/section-head";

export function loader(args: LoaderFunctionArgs) {
  return loadProducer(args);
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { common, place } = phrases(languageOfPath(location.pathname));
  if (!data) return [{ title: `${common.errors.notFound} · ${common.marketName}` }];
  const { name, story, province } = data.producer;
  return [
    { title: `${place.producerTitle({ name, place: province.name })} · ${common.marketName}` },
    { name: "description", content: shortened(story || name) },
  ];
};

export default function Producer() {
  const { producer, goods, tours } = useLoaderData<typeof loader>();
  const { place, common } = usePhrases();
  const href = useHref();
  const { province, certificates } = producer;
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: common.navProducts, href: href("/products") },
          { label: province.name, href: href(`/products?province=${province.code}`) },
          { label: producer.name },
        ]}
      />
      <div className="place-head">
        <div>
          <PageTitle>{producer.name}</PageTitle>
          {producer.is_open ? null : (
            <Notice icon="clock" className="mt-4">
              <p className="font-semibold">{place.closed}</p>
              <p>{place.closedText}</p>
            </Notice>
          )}
          {producer.story ? (
            <p className="lead mt-4 whitespace-pre-line">{producer.story}</p>
          ) : null}
          <ProducerFacts producer={producer} />
        </div>
        {producer.picture ? (
          <Picture picture={producer.picture} isFirst className="place-picture" />
        ) : null}
      </div>
      <SomeOfCatalog
        title={place.goodsOfProducer}
        found={goods}
        href={href(`/products?producer=${producer.handle}`)}
        all={place.all(goods.count)}
      />
      <SomeOfCatalog
        title={place.tours}
        found={tours}
        href={href(`/tours?producer=${producer.handle}`)}
        all={place.allTours(tours.count)}
      />
      {goods.count + tours.count === 0 ? <p className="lead mt-12">{place.none}</p> : null}
      {certificates.length > 0 ? (
        <section className="section-near">
          <SectionHead title={place.certificates} />
          <CertificateList certificates={certificates} isOfOneMaker />
        </section>
      ) : null}
    </div>
  );
}

type LoadedProducer = Awaited<ReturnType<typeof loader>>["producer"];

function ProducerFacts({ producer }: { producer: LoadedProducer }) {
  const { place } = usePhrases();
  const href = useHref();
  const { phone, village, province } = producer;
  return (
    <FactRows
      facts={[
        { term: place.legalForm, fact: useLegalForm(producer.legal_form) },
        { term: place.registration, fact: producer.registration_number },
        { term: place.address, fact: producer.address },
        { term: place.phone, fact: phone && <PhoneLink phone={phone} /> },
        {
          term: place.village,
          fact: village && (
            <a className="link" href={href(`/villages/${village.handle}`)}>
              {village.name}
            </a>
          ),
        },
        {
          term: place.province,
          fact: (
            <a className="link" href={href(`/products?province=${province.code}`)}>
              {province.name}
            </a>
          ),
        },
      ]}
    />
  );
}
