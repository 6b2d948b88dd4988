import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readToken } from "~/features/account/session.server";
import { InvalidLink } from "~/features/purchase/invalid-link";
import { findPurchase } from "~/features/purchase/purchase.server";
import { PurchasePage } from "~/features/purchase/purchase-page";
import { languageOf, languageOfPath, phrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import styles from "~/styles/cart.css?url";

/** Whoever holds the link sees the purchase: it is never kept or listed. */
const PRIVATE = { "cache-control": "no-store", "x-robots-tag": "noindex" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const view = await critical(
    findPurchase({
      id: params.id ?? "",
      signature: new URL(request.url).searchParams.get("token"),
      token: await readToken(request),
      language: languageOf(request),
    }),
  );
  return data({ view }, { status: view ? 200 : 404, headers: PRIVATE });
}

export const headers = () => PRIVATE;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const { purchase } = phrases(languageOfPath(location.pathname));
  const title = page?.view ? purchase.pageTitle(page.view.number) : purchase.invalidTitle;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Purchase() {
  const { view } = useLoaderData<typeof loader>();
  return view ? <PurchasePage view={view} /> : <InvalidLink />;
}
