import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readCartForm } from "~/features/cart/cart-form";
import { readValues } from "~/features/checkout/checkout-values";
import { keepDraft, readDraft } from "~/features/checkout/draft.server";
import { hrefIn, languageOf } from "~/language/phrases";
import { readForm } from "~/lib/form.server";

/** The checkout stands on the cart's page. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(hrefIn(languageOf(request), "/cart#checkout"));
}

/** Keeps what was typed when the visitor leaves the cart; sent by script, answers nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const headers = new Headers();
  const values = readValues(form, (await readDraft(request))?.values);
  await keepDraft(headers, { values, shipping: readCartForm(form).shipping });
  return new Response(null, { status: 204, headers });
}
