import type { Language } from "@cho-lang/shared/language";
import { redirect } from "@remix-run/node";
import { hrefIn } from "~/language/phrases";
import { BackendError } from "~/lib/backend.server";
import { ownPath, withParam } from "~/lib/own-path";
import { readToken } from "../account/session.server";
import { addLine } from "./cart.server";
import { keepCart, readCartId } from "./cart-cookie.server";
import { parseQuantity } from "./cart-form";

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Answers a product page's form (variant_id, quantity, return_to): back to the page it came from,
 * which says what happened: `added=1`, or `refused=` with a stable code; #added is that answer.
 */
export async function addToCart(request: Request, form: FormData, language: Language) {
  const page = ownPath(form.get("return_to"), hrefIn(language, "/cart")).split("#")[0] ?? "";
  const back = (name: string, value: string) => withParam(`${page}#added`, name, value);
  const variant_id = String(form.get("variant_id") ?? "");
  const quantity = parseQuantity(String(form.get("quantity") ?? "1"));
  if (!quantity) return redirect(back("refused", "bad_quantity"), 303);
  if (!ID.test(variant_id)) return redirect(back("refused", "not_for_sale"), 303);
  const [cartId, token] = await Promise.all([readCartId(request), readToken(request)]);
  try {
    const cart = await addLine({ variant_id, quantity }, { cartId, token, language });
    const headers = new Headers();
    await keepCart(headers, cart);
    return redirect(back("added", "1"), { status: 303, headers });
  } catch (error) {
    if (!(error instanceof BackendError) || error.status >= 500) throw error;
    const code = error.lines[0]?.problem ?? error.code;
    return redirect(back("refused", /^[a-z_]{1,40}$/.test(code) ? code : "refused"), 303);
  }
}
