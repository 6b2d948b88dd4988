import { type ActionFunctionArgs, data } from "@remix-run/node";
import { readToken } from "~/features/account/session.server";
import { askPurchase } from "~/features/payment/pay.server";
import { languageOf } from "~/language/phrases";

/** Where a purchase stands, for the script of the page that waits for its money. */
export async function action({ request, params }: ActionFunctionArgs) {
  const standing = await askPurchase(
    {
      id: params.id ?? "",
      signature: new URL(request.url).searchParams.get("token"),
      token: await readToken(request),
      language: languageOf(request),
    },
    "settle",
  );
  const headers = { "cache-control": "no-store" };
  if (!standing) return data(null, { status: 404, headers });
  const { status, received_vnd } = standing;
  return data({ status, received_vnd }, { headers });
}
