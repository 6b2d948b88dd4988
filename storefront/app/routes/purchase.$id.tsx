import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readToken } from "~/features/account/session.server";
import { answerPayForm, PAY_NOTICES } from "~/features/payment/answer-pay-form.server";
import { payFactsOf } from "~/features/payment/pay.server";
import { InvalidLink } from "~/features/purchase/invalid-link";
import { findPurchase, type PurchaseLink } from "~/features/purchase/purchase.server";
import { PurchasePage } from "~/features/purchase/purchase-page";
import { findRequestsOf } from "~/features/refund-request/refund-request.server";
import { languageOf, languageOfPath, phrases } from "~/language/phrases";
import { critical, secondary } from "~/lib/deadline.server";
import { readForm } from "~/lib/form.server";
import styles from "~/styles/cart.css?url";
import payStyles from "~/styles/pay.css?url";
import requestStyles from "~/styles/refund-request.css?url";

/** Whoever holds the link sees the purchase: it is never kept or listed. */
const PRIVATE = { "cache-control": "no-store", "x-robots-tag": "noindex" };

/** Few purchases have requests, and for those their deadlines matter: they may take longer. */
const REQUESTS_DEADLINE_MS = 1000;

async function linkOf(request: Request, id: string | undefined): Promise<PurchaseLink> {
  return {
    id: id ?? "",
    signature: new URL(request.url).searchParams.get("token"),
    token: await readToken(request),
    language: languageOf(request),
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const link = await linkOf(request, params.id);
  const view = await critical(findPurchase(link));
  const requests = view ? await secondary(findRequestsOf(link, view), REQUESTS_DEADLINE_MS) : null;
  const asked = new URL(request.url).searchParams.get("notice");
  const notice = PAY_NOTICES.find((known) => known === asked) ?? null;
  const pay = view ? payFactsOf(view) : null;
  const asks = { requests, signature: link.signature, now: new Date().toISOString() };
  return data({ view, pay, notice, asks }, { status: view ? 200 : 404, headers: PRIVATE });
}

/** Paying without script: look for the money again, or give the purchase up. */
export async function action({ request, params }: ActionFunctionArgs) {
  const link = await linkOf(request, params.id);
  return critical(answerPayForm(link, await readForm(request)));
}

export const headers = () => PRIVATE;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: payStyles },
  { rel: "stylesheet", href: requestStyles },
];

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const { purchase } = phrases(languageOfPath(location.pathname));
  const title = page?.view ? purchase.pageTitle(page.view.number) : purchase.invalidTitle;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Purchase() {
  const { view, pay, notice, asks } = useLoaderData<typeof loader>();
  return view ? (
    <PurchasePage view={view} pay={pay} notice={notice} asks={asks} />
  ) : (
    <InvalidLink />
  );
}
