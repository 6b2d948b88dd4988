import { type Cookie, createCookie } from "@remix-run/node";
import { env } from "./env.server";

const DAY_SECONDS = 24 * 60 * 60;

type Life = {
  /** Days the cookie lives; 0 means until the browser is closed. */
  days: number;
};

/** `secure` follows the public address, so that a production build on plain http still works. */
const isSecure = () => env().storefrontUrl.startsWith("https:");

/** A signed cookie that scripts cannot read: cart ids, tokens, flash messages. */
export function privateCookie(name: string, { days }: Life): Cookie {
  return createCookie(name, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    secrets: [env().sessionSecret],
    ...(days > 0 ? { maxAge: days * DAY_SECONDS } : {}),
  });
}

/**
 * `Set-Cookie` text of a plain cookie that the enhancement script reads, such as `cart_count`.
 * Never for anything that another visitor must not know.
 */
export function readableCookie(name: string, value: string | number, { days }: Life): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "SameSite=Lax"];
  if (days > 0) parts.push(`Max-Age=${days * DAY_SECONDS}`);
  if (isSecure()) parts.push("Secure");
  return parts.join("; ");
}
