import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { loadCatalog } from "~/features/catalog/catalog.server";
import { CatalogErrorPage } from "~/features/catalog/catalog-fault";
import { catalogMeta } from "~/features/catalog/catalog-meta";
import { CatalogPage } from "~/features/catalog/catalog-page";
import { canonicalSearch } from "~/features/catalog/state";
import type { RouteHandle } from "~/lib/handle";
import styles from "~/styles/catalog.css?url";

export const handle: RouteHandle = { canonicalSearch };

export function loader({ request }: LoaderFunctionArgs) {
  return loadCatalog(request, "tour");
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  catalogMeta(location.pathname, data);

export default function Tours() {
  return <CatalogPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <CatalogErrorPage error={useRouteError()} kind="tour" />;
}
