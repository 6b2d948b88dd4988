import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readToken } from "~/features/account/session.server";
import { InvalidLink } from "~/features/purchase/invalid-link";
import type { PurchaseLink } from "~/features/purchase/purchase.server";
import {
  answerRequestForm,
  REQUEST_NOTICES,
} from "~/features/refund-request/answer-request.server";
import { loadRequestPage } from "~/features/refund-request/load-request-page.server";
import { RequestPage } from "~/features/refund-request/request-page";
import { languageOf, languageOfPath, phrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import styles from "~/styles/cart.css?url";
import requestStyles from "~/styles/refund-request.css?url";

/** Whoever holds the link sees the purchase: it is never kept or listed. */
const PRIVATE = { "cache-control": "no-store", "x-robots-tag": "noindex" };

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
  const page = await critical(loadRequestPage(link, params.number ?? ""));
  const asked = new URL(request.url).searchParams.get("notice");
  const notice = REQUEST_NOTICES.find((known) => known === asked) ?? null;
  return data({ page, notice }, { status: page ? 200 : 404, headers: PRIVATE });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const link = await linkOf(request, params.id);
  return critical(answerRequestForm(link, params.number ?? "", request));
}

export const headers = () => PRIVATE;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: requestStyles },
];

export const meta: MetaFunction<typeof loader> = ({ data: loaded, location }) => {
  const { purchase, refundRequest } = phrases(languageOfPath(location.pathname));
  const number = loaded?.page?.choice.order.number;
  const title = number ? refundRequest.pageTitle(number) : purchase.invalidTitle;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Refund() {
  const { page, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return page ? (
    <RequestPage page={page} notice={notice} answer={answer ?? null} />
  ) : (
    <InvalidLink />
  );
}
