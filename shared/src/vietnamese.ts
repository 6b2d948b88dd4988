/**
 * Text as a Vietnamese shopper types it: with or without diacritics, composed or decomposed. The
 * one definition for addresses in URLs, for search and for import.
 */

const COLLATOR = new Intl.Collator("vi", { numeric: true });
const ASCII_ONLY = /^[\0-\x7f]*$/;
const COMBINING = /^\p{M}+$/u;
const FOLDED = new Map<string, string>();

/**
 * Lower case without diacritics. Composed and decomposed input give the same result; each
 * Vietnamese letter becomes exactly one letter (đ → d), so that for Vietnamese text the result is
 * as long as the NFC form of the input and offsets carry over to it. Signs and spaces stay.
 */
export function fold(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  let folded = "";
  for (const letter of text.normalize("NFC")) {
    folded += letter < "\x80" ? letter.toLowerCase() : foldLetter(letter);
  }
  return folded;
}

/** Folded letters and digits, everything else turned into single spaces, none at the ends. */
export function foldForSearch(text: string): string {
  return fold(text)
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The folded words of a text, in order, with repeats; empty for empty text. */
export function words(text: string): string[] {
  const folded = foldForSearch(text);
  return folded === "" ? [] : folded.split(" ");
}

/**
 * The text as a part of a URL: "Trà Thái Nguyên (hộp)" → "tra-thai-nguyen-hop". Only a–z, 0–9 and
 * single hyphens; letters of other scripts are left out, so the result may be empty.
 */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Order by the Vietnamese alphabet (a ă â … d đ …) with tones, numbers by value; for sort(). */
export function compareVietnamese(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

function foldLetter(letter: string): string {
  const known = FOLDED.get(letter);
  if (known !== undefined) return known;
  const folded = decompose(letter);
  // Texts hold few different letters; the bound keeps hostile input from growing the table.
  if (FOLDED.size < 4096) FOLDED.set(letter, folded);
  return folded;
}

function decompose(letter: string): string {
  // The capital eth looks like Đ and stands for it in texts from old fonts.
  if (letter === "đ" || letter === "Đ" || letter === "ð" || letter === "Ð") return "d";
  const [base = letter, ...marks] = letter.normalize("NFD");
  if (marks.length === 0 || COMBINING.test(marks.join(""))) {
    const lower = base.toLowerCase();
    return lower.length === base.length ? lower : base;
  }
  return letter;
}
