import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InvalidLink } from "~/features/purchase/invalid-link";
import { findReceipt, PRIVATE, purchaseLinkOf } from "~/features/receipt/receipt.server";
import { ReceiptPage } from "~/features/receipt/receipt-page";
import { languageOfPath, phrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import styles from "~/styles/receipt.css?url";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const link = await purchaseLinkOf(request, params.id);
  const page = await critical(findReceipt(link, params.number ?? ""));
  const { signature } = link;
  return data({ page, signature }, { status: page ? 200 : 404, headers: PRIVATE });
}

export const headers = () => PRIVATE;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: found, location }) => {
  const { receipt, purchase } = phrases(languageOfPath(location.pathname));
  const number = found?.page?.receipt.order.number;
  const title = number ? receipt.pageTitle(number) : purchase.invalidTitle;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Receipt() {
  const { page, signature } = useLoaderData<typeof loader>();
  return page ? <ReceiptPage {...page} signature={signature} /> : <InvalidLink />;
}
