import { words } from "@cho-lang/shared/vietnamese";

/** Different texts held until they are written; more in between are not noted. */
export const MOST_HELD = 500;
/** Nobody types more than this; what is longer was pasted. */
const LONGEST = 100;
/** A number this long may be a phone, an identity card or an account. */
const TELLING_DIGITS = 8;

export type Noted = {
  /** Folded words: what makes two spellings the same text. */
  folded: string;
  /** As it was typed last. */
  text: string;
  times: number;
  last_at: Date;
};

/**
 * What is kept of a text: null for one without words, a pasted one, and one that may tell who
 * somebody is (an e-mail address, or eight and more digits).
 */
export function kept(typed: string): Pick<Noted, "folded" | "text"> | null {
  const text = typed.replace(/\s+/g, " ").trim().normalize("NFC");
  const folded = words(text).join(" ");
  const digits = text.replace(/\D/g, "").length;
  if (folded === "" || text.length > LONGEST || text.includes("\0")) return null;
  if (digits >= TELLING_DIGITS || /\S@\S/.test(text)) return null;
  return { folded, text };
}

/** Counts texts until they are taken away to be written. */
export function emptyQueryBuffer() {
  let held = new Map<string, Noted>();

  function add(noted: Noted): void {
    const before = held.get(noted.folded);
    if (!before && held.size >= MOST_HELD) return;
    const newest = before && before.last_at > noted.last_at ? before : noted;
    held.set(noted.folded, { ...newest, times: noted.times + (before?.times ?? 0) });
  }

  return {
    note(typed: string, now: Date): void {
      const what = kept(typed);
      if (what) add({ ...what, times: 1, last_at: now });
    },
    /** Everything held so far, which is no longer held. */
    take(): Noted[] {
      const taken = [...held.values()];
      held = new Map();
      return taken;
    },
    /** Takes back what could not be written. */
    putBack(taken: readonly Noted[]): void {
      for (const noted of taken) add(noted);
    },
    get size(): number {
      return held.size;
    },
  };
}
