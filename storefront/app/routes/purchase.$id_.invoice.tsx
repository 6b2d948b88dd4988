import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvalidLink } from "~/features/purchase/invalid-link";
import { INVOICE_NOTICES, InvoicePage } from "~/features/receipt/invoice-page";
import {
  answerInvoiceForm,
  findInvoiceDetails,
  PRIVATE,
  purchaseLinkOf,
} from "~/features/receipt/receipt.server";
import { languageOfPath, phrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { readForm } from "~/lib/form.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const link = await purchaseLinkOf(request, params.id);
  const found = await critical(findInvoiceDetails(link));
  const asked = new URL(request.url).searchParams.get("notice");
  const notice = INVOICE_NOTICES.find((known) => known === asked) ?? null;
  const { id, signature } = link;
  const page = found && { id, signature, notice, details: found.details };
  return data({ page }, { status: page ? 200 : 404, headers: PRIVATE });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const link = await purchaseLinkOf(request, params.id);
  return critical(answerInvoiceForm(link, await readForm(request)));
}

export const headers = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ data: found, location }) => {
  const { receipt, purchase, common } = phrases(languageOfPath(location.pathname));
  const title = found?.page ? receipt.invoiceHeading : purchase.invalidTitle;
  return [{ title: `${title} · ${common.marketName}` }, { name: "robots", content: "noindex" }];
};

export default function Invoice() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return page ? <InvoicePage {...page} answer={answer} /> : <InvalidLink />;
}
