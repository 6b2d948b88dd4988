import { data, redirect } from "@remix-run/node";
import { hrefIn } from "~/language/phrases";
import { keepCartId } from "../cart/cart-cookie.server";
import type { PurchaseLink } from "../purchase/purchase.server";
import { askPurchase } from "./pay.server";

/** What the paying page says after a press on it. */
export type PayNotice = "not_yet" | "too_late";
export const PAY_NOTICES: readonly PayNotice[] = ["not_yet", "too_late"];

/**
 * The two presses of a page that waits for money. Giving a purchase up opens its cart again, also in
 * another browser than the one that filled it.
 */
export async function answerPayForm(link: PurchaseLink, form: FormData) {
  const deed = form.get("intent") === "abandon" ? "abandon" : "settle";
  const standing = await askPurchase(link, deed);
  const headers = new Headers({ "cache-control": "no-store" });
  if (!standing) throw data(null, { status: 404, headers });
  if (deed === "abandon" && standing.status === "failed") {
    await keepCartId(headers, standing.cart_id);
    return redirect(hrefIn(link.language, "/cart"), { status: 303, headers });
  }
  const notice: PayNotice | null =
    deed === "abandon" ? "too_late" : standing.status === "awaiting" ? "not_yet" : null;
  const query = new URLSearchParams();
  if (link.signature) query.set("token", link.signature);
  if (notice) query.set("notice", notice);
  const path = `/purchase/${encodeURIComponent(link.id)}?${query}${notice ? "#notice" : ""}`;
  return redirect(hrefIn(link.language, path), { status: 303, headers });
}
