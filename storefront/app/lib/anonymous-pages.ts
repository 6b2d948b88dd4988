/**
 * First words of the addresses whose page is the same for everyone. Only these are kept in the
 * HTML cache, and they are rendered from a request without cookies, so that a page that belongs
 * to one visitor cannot get in even by mistake. `""` is the home page.
 */
const ANONYMOUS = new Set([
  "",
  "products",
  "tours",
  "producers",
  "villages",
  "provinces",
  "verify",
  "t",
  "about",
  "suggest",
]);

/** Whether the page at this path may be cached for everyone. `path` starts with a slash. */
export function isAnonymousPage(path: string): boolean {
  const [first = "", ...rest] = path.slice(1).split("/");
  return ANONYMOUS.has(first === "en" ? (rest[0] ?? "") : first) && !path.endsWith(".data");
}
