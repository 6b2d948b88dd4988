/**
 * The address of one of our own pages that a form or link named, or `fallback` when it leads
 * elsewhere: another site ("//evil.example", "/\evil.example"), no path, or control characters.
 */
export function ownPath(given: unknown, fallback: string): string {
  if (typeof given !== "string" || given.length > 500) return fallback;
  if (!given.startsWith("/") || /^\/[/\\]/.test(given)) return fallback;
  // Browsers drop tabs and line ends from addresses, which could join "/" and "/evil.example".
  const hasControl = [...given].some((sign) => sign <= " " || sign === "\u007f" || sign === "\\");
  return hasControl ? fallback : given;
}

/** The same address with one more parameter, before its #fragment; an old value is replaced. */
export function withParam(path: string, name: string, value: string): string {
  const [beforeHash = "", hash] = path.split("#", 2);
  const [pathname = "", search = ""] = beforeHash.split("?", 2);
  const params = new URLSearchParams(search);
  params.set(name, value);
  return `${pathname}?${params}${hash === undefined ? "" : `#${hash}`}`;
}
