import { communesOf } from "@cho-lang/shared/communes";
import { PROVINCES, provinceName } from "@cho-lang/shared/geography";
import type { Language } from "@cho-lang/shared/language";
import { compareVietnamese } from "@cho-lang/shared/vietnamese";
import { data, redirect } from "@remix-run/node";
import { hrefIn } from "~/language/phrases";
import { critical, secondary } from "~/lib/deadline.server";
import { findCustomer, readToken } from "../account/session.server";
import { EMPTY_VALUES } from "../checkout/checkout-values";
import { firstValues, readDraft } from "../checkout/draft.server";
import { loadCheckoutView } from "./cart.server";
import { countCart, forgetCart, readCartId } from "./cart-cookie.server";

const NO_STORE = { "cache-control": "no-store" };

/** Code and name of each province in the order of the alphabet; made once for each language. */
const provinces: Record<Language, { code: string; name: string }[]> = {
  vi: listProvinces("vi"),
  en: listProvinces("en"),
};

function listProvinces(language: Language) {
  return PROVINCES.map((province) => ({
    code: province.code,
    name: provinceName(province, language),
  })).sort((a, b) => compareVietnamese(a.name, b.name));
}

/**
 * The cart with its checkout. Critical: the cart itself. Secondary: the account, which only fills
 * in fields. A cart that has become a purchase leads to it.
 */
export async function loadCartPage(request: Request, language: Language) {
  const headers = new Headers(NO_STORE);
  const [cartId, token, draft] = await Promise.all([
    readCartId(request),
    readToken(request),
    readDraft(request),
  ]);
  const [view, account] = await Promise.all([
    cartId ? critical(loadCheckoutView(cartId, { language, token })) : null,
    token ? secondary(findCustomer(token)) : null,
  ]);
  if (view?.purchase) {
    await forgetCart(headers);
    const { id, token: signature } = view.purchase;
    const path = `/purchase/${id}?token=${encodeURIComponent(signature)}`;
    throw redirect(hrefIn(language, path), { headers });
  }
  if (cartId && !view) await forgetCart(headers);
  else if (view) countCart(headers, view.item_count);
  const values = view ? firstValues(draft, view, account) : EMPTY_VALUES;
  return data(
    {
      view: view && view.groups.length > 0 ? view : null,
      values,
      shipping: draft?.shipping ?? {},
      provinces: provinces[language],
      communes: communesOf(values.province_code),
      account: account?.email ?? null,
      /** The server's clock (ISO 8601), which the countdown of a hold follows. */
      now: new Date().toISOString(),
    },
    { headers },
  );
}

export type CartPageData = Awaited<ReturnType<typeof loadCartPage>>["data"];
