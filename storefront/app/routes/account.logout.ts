import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { forgetToken } from "~/features/account/session.server";
import { forgetCart } from "~/features/cart/cart-cookie.server";
import { forgetDraft } from "~/features/checkout/draft.server";
import { hrefIn, languageOf } from "~/language/phrases";

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(hrefIn(languageOf(request), "/account"));
}

/** Signs out and leaves nothing of the customer in a browser that may be shared. */
export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers();
  await forgetToken(headers);
  await forgetCart(headers);
  await forgetDraft(headers);
  const to = hrefIn(languageOf(request), "/account/login?notice=out");
  return redirect(to, { status: 303, headers });
}
