import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Almanac } from "~/features/home/almanac";
import { Fresh } from "~/features/home/fresh";
import { loadHome } from "~/features/home/home.server";
import { Trust } from "~/features/home/trust";
import { Visits } from "~/features/home/visits";
import { languageOf, languageOfPath, phrases, useHref, usePhrases } from "~/language/phrases";
import styles from "~/styles/home.css?url";
import { ButtonLink } from "~/ui/button";

export function loader({ request }: LoaderFunctionArgs) {
  return loadHome({ language: languageOf(request), now: new Date() });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { home } = phrases(languageOfPath(location.pathname));
  return [{ title: home.title }, { name: "description", content: home.description }];
};

export default function Home() {
  const { home } = usePhrases();
  const href = useHref();
  const data = useLoaderData<typeof loader>();
  const title = home.monthMarket(data.month);
  return (
    <>
      <div className="wrap home-top">
        <h1 className="t-home">
          {title.first} <span className="md:block">{title.second}</span>
        </h1>
        <div>
          <p className="lead">
            {home.lead({ goods: data.goodsCount, provinces: data.provinces.length })}
          </p>
          <p className="mt-5 flex flex-wrap gap-3">
            <ButtonLink href={href("/products")}>{home.seeGoods}</ButtonLink>
            <ButtonLink look="outline" href={href("/tours")}>
              {home.planVisit}
            </ButtonLink>
          </p>
        </div>
      </div>
      <picture>
        <source srcSet="/pictures/panorama-dark.svg" media="(prefers-color-scheme: dark)" />
        <img
          className="panorama"
          src="/pictures/panorama.svg"
          width="1200"
          height="480"
          alt={home.panorama}
          {...{ fetchpriority: "high" }}
        />
      </picture>
      <Almanac rows={data.almanac} month={data.month} />
      <Fresh goods={data.fresh} count={data.goodsCount} />
      <Visits tours={data.visits} count={data.visitsCount} />
      <Trust provinces={data.provinces} />
    </>
  );
}
