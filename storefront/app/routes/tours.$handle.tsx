import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { JsonLdScript } from "~/features/product/json-ld-script";
import { productMeta } from "~/features/product/product-meta";
import { holdSeats } from "~/features/tour/hold-seats.server";
import { loadTour } from "~/features/tour/tour.server";
import { tourJsonLd } from "~/features/tour/tour-json-ld";
import { TourPage } from "~/features/tour/tour-page";
import { critical } from "~/lib/deadline.server";
import { readForm } from "~/lib/form.server";
import productStyles from "~/styles/product.css?url";
import styles from "~/styles/tour.css?url";

export function loader(args: LoaderFunctionArgs) {
  return loadTour(args);
}

export async function action({ request }: ActionFunctionArgs) {
  return critical(holdSeats(request, await readForm(request)));
}

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: productStyles },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  productMeta(location.pathname, data);

export default function Tour() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { pathname } = useLocation();
  return (
    <>
      <TourPage found={found} refusal={answer ?? null} />
      <JsonLdScript json={tourJsonLd({ ...found, path: pathname })} />
    </>
  );
}
