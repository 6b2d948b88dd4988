import { VILLAGE_KINDS, villageKindLabel } from "@cho-lang/shared/domain/village";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SomeOfCatalog } from "~/features/catalog/some-of-catalog";
import { shortened } from "~/features/product/product-meta";
import { loadVillage } from "~/features/village/village.server";
import { languageOfPath, phrases, useHref, useLanguage, usePhrases } from "~/language/phrases";
import styles from "~/styles/product.css?url";
import { Breadcrumb } from "~/ui/breadcrumb";
import { FactRows } from "~/ui/facts";
import { PageTitle } from "~/ui/page-title";
import { Picture } from "~/ui/picture";
import { SectionHead } from "~/ui/section-head";

export function loader(args: LoaderFunctionArgs) {
  return loadVillage(args);
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { common, place } = phrases(languageOfPath(location.pathname));
  if (!data) return [{ title: `${common.errors.notFound} · ${common.marketName}` }];
  const { name, story, province } = data.village;
  return [
    { title: `${place.producerTitle({ name, place: province.name })} · ${common.marketName}` },
    { name: "description", content: shortened(story || name) },
  ];
};

export default function Village() {
  const { village, goods, tours } = useLoaderData<typeof loader>();
  const { place, common } = usePhrases();
  const href = useHref();
  const { province, handle } = village;
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[
          { label: common.navTours, href: href("/tours") },
          { label: province.name, href: href(`/tours?province=${province.code}`) },
          { label: village.name },
        ]}
      />
      {village.picture ? <Picture picture={village.picture} isFirst className="scene" /> : null}
      <div className="product-story mt-6">
        <div>
          <PageTitle>{village.name}</PageTitle>
          <p className="lead mt-4 whitespace-pre-line">{village.story}</p>
        </div>
        <VillageFacts village={village} />
      </div>
      <SomeOfCatalog
        title={place.visit}
        found={tours}
        href={href(`/tours?village=${handle}`)}
        all={place.allTours(tours.count)}
      />
      <SomeOfCatalog
        title={place.goodsOfVillage}
        found={goods}
        href={href(`/products?village=${handle}`)}
        all={place.all(goods.count)}
      />
      {village.producers.length > 0 ? (
        <section className="section-near">
          <SectionHead title={place.makers} />
          <ul className="names">
            {village.producers.map((producer) => (
              <li key={producer.handle}>
                <a className="link tap" href={href(`/producers/${producer.handle}`)}>
                  {producer.name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

type LoadedVillage = Awaited<ReturnType<typeof loader>>["village"];

function VillageFacts({ village }: { village: LoadedVillage }) {
  const { place } = usePhrases();
  const language = useLanguage();
  const { commune, province, craft, former_place, lat, lng } = village;
  const kind = VILLAGE_KINDS.find((each) => each === village.kind);
  const words = [kind ? villageKindLabel(kind, language) : "", craft].filter(Boolean).join(": ");
  return (
    <FactRows
      facts={[
        { term: place.craft, fact: words },
        { term: place.where, fact: `${commune}, ${province.name}` },
        { term: place.formerly, fact: former_place },
        { term: place.map, fact: `${lat.toFixed(4)}, ${lng.toFixed(4)}` },
      ]}
    />
  );
}
