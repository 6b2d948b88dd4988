import { createHmac, timingSafeEqual } from "node:crypto";
import type { Language } from "@cho-lang/shared/language";
import { env } from "../../lib/env";

/** The signature of an e-ticket's link: HMAC-SHA256 in base64url, 43 characters. */
export function ticketToken(uuid: string): string {
  return createHmac("sha256", env.SIGNING_SECRET).update(`ticket:${uuid}`).digest("base64url");
}

/** Whether a token signs this booking's e-ticket, in the same time for every wrong one. */
export function isTicketToken(uuid: string, token: unknown): boolean {
  if (typeof token !== "string") return false;
  const expected = Buffer.from(ticketToken(uuid));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The page with the e-ticket of one booking, for whoever has the link. */
export function ticketLink(uuid: string, lang: Language): string {
  const prefix = lang === "en" ? "/en" : "";
  const query = new URLSearchParams({ token: ticketToken(uuid) });
  return `${env.STOREFRONT_URL}${prefix}/tickets/${uuid}?${query}`;
}
