import { fold } from "@cho-lang/shared/vietnamese";

const PREFIX = "CL";
/** Signs after the prefix: five of the purchase's number and three random ones. */
const SIGNS = 8;
/** Letters that Crockford's alphabet leaves out, and the signs that people mean by them. */
const MEANT: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };

/** A transfer's text as it is compared: letters and digits only, in capitals, without diacritics. */
export function compactContent(content: string): string {
  return fold(content)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
}

/**
 * Everything in a transfer's text that could be a code of ours, each once, in order. Banks put
 * words before and after the text, change its case and swallow signs or break it by spaces; people
 * type O for 0 and I or L for 1. Which of them are codes, the table of requests says.
 */
export function codesIn(content: string): string[] {
  const text = compactContent(content);
  const codes = new Set<string>();
  for (let at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
    const signs = text.slice(at + PREFIX.length, at + PREFIX.length + SIGNS);
    if (signs.length < SIGNS) break;
    codes.add(PREFIX + signs.replace(/[OILU]/g, (sign) => MEANT[sign] ?? sign));
  }
  return [...codes];
}
