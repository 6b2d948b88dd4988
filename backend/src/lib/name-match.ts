import { words } from "@cho-lang/shared/vietnamese";

/** A name as it is compared: its folded words, and what begins at each of them without spaces. */
export type Spelling = { words: readonly string[]; runs: readonly string[] };

/** What somebody typed, the last word perhaps half. */
export type Typed = { words: readonly string[]; joined: string };

/** A name prepared for comparing. */
export function spelling(name: string): Spelling {
  const list = words(name);
  return { words: list, runs: list.map((_, index) => list.slice(index).join("")) };
}

/** A text prepared for comparing. */
export function typed(text: string): Typed {
  const list = words(text);
  return { words: list, joined: list.join("") };
}

/**
 * How close a name is to a text: 0 is it, 1 begins with it, 2 has each typed word as the beginning
 * of a word; null otherwise. One word may be several of the name run together ("battrang").
 */
export function closeness(name: Spelling, text: Typed): 0 | 1 | 2 | null {
  const [whole] = name.runs;
  if (text.joined === "" || whole === undefined) return null;
  if (whole === text.joined) return 0;
  const isOne = text.words.length === 1;
  // Several words begin a name only with their spaces: "nuoc mamm" is not "Nước mắm Mộc".
  const isBegun = isOne
    ? whole.startsWith(text.joined)
    : name.words.join(" ").startsWith(text.words.join(" "));
  if (isBegun) return 1;
  const isMet =
    text.words.every((word) => name.words.some((own) => own.startsWith(word))) ||
    (isOne && name.runs.some((run) => run.startsWith(text.joined)));
  return isMet ? 2 : null;
}
