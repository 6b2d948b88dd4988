import { ownPath } from "../../lib/own-path";

/** Pages of the portal that need nobody signed in. */
const DOORS = ["login", "logout", "forgot", "reset"];

/** The first word after /producer, "" on the page of the day; null outside the portal. */
function portalWord(path: string): string | null {
  const match = /^(?:\/en)?\/producer(?:\/([^/?#]*)[^?#]*)?(?:[?#].*)?$/.exec(path);
  return match && (match[1] ?? "");
}

/** Whether this is one of the pages before the shop's door. */
export function isDoor(pathname: string): boolean {
  return DOORS.includes(portalWord(pathname) ?? "");
}

/**
 * Where to go after a form of the portal: the page that it named when that is one of the portal's
 * own inner pages, else `fallback`. Never another site, a shopper's page or the way out.
 */
export function returnPath(given: unknown, fallback: string): string {
  const path = ownPath(given, "");
  const word = portalWord(path);
  return word === null || DOORS.includes(word) ? fallback : path;
}

/** The sign-in page, which remembers where somebody wanted to go; without its language. */
export function loginPath(facts: { notice: "ended" | null; returnTo: string }): string {
  const params = new URLSearchParams();
  if (facts.notice) params.set("notice", facts.notice);
  const returnTo = returnPath(facts.returnTo, "");
  if (returnTo && !/^(\/en)?\/producer\/?$/.test(returnTo)) params.set("return_to", returnTo);
  const query = params.toString();
  return `/producer/login${query && `?${query}`}`;
}
