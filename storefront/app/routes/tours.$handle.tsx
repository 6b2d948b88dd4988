import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { tourJsonLd } from "~/features/product/json-ld";
import { JsonLdScript } from "~/features/product/json-ld-script";
import { loadProduct } from "~/features/product/product.server";
import { productMeta } from "~/features/product/product-meta";
import { TourPage } from "~/features/tour/tour-page";
import styles from "~/styles/product.css?url";

export function loader(args: LoaderFunctionArgs) {
  return loadProduct(args, "tour");
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  productMeta(location.pathname, data);

export default function Tour() {
  const found = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <>
      <TourPage {...found} />
      <JsonLdScript
        json={tourJsonLd({ detail: found.detail, origin: found.origin, path: pathname })}
      />
    </>
  );
}
