import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { forgetToken } from "~/features/portal/session.server";
import { hrefIn, languageOf } from "~/language/phrases";

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(hrefIn(languageOf(request), "/producer"));
}

/** Signs out of the shop; a customer's own session in the same browser stays. */
export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers();
  await forgetToken(headers);
  const to = hrefIn(languageOf(request), "/producer/login?notice=out");
  return redirect(to, { status: 303, headers });
}
