import { createHmac, timingSafeEqual } from "node:crypto";
import type { Language } from "@cho-lang/shared/language";
import { env } from "../../lib/env";

/** The signature of a purchase's link: HMAC-SHA256 in base64url, 43 characters. */
export function purchaseToken(purchase_id: string): string {
  return createHmac("sha256", env.SIGNING_SECRET)
    .update(`purchase:${purchase_id}`)
    .digest("base64url");
}

/** Whether a token signs this purchase, in the same time for every wrong one. */
export function isPurchaseToken(purchase_id: string, token: unknown): boolean {
  if (typeof token !== "string") return false;
  const expected = Buffer.from(purchaseToken(purchase_id));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The page on which a buyer reads the purchase without signing in. */
export function purchaseLink(purchase_id: string, lang: Language): string {
  const prefix = lang === "en" ? "/en" : "";
  const query = new URLSearchParams({ token: purchaseToken(purchase_id) });
  return `${env.STOREFRONT_URL}${prefix}/purchase/${purchase_id}?${query}`;
}
