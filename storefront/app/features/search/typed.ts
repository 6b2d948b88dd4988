/** Longest text that suggestions are asked for; the backend takes no longer one. */
const LONGEST = 80;
/** A single letter begins half of the market. */
const FEWEST_LETTERS = 2;

/**
 * What stands in a search box as suggestions are asked for it: composed, without needless spaces.
 * `null` when it has less than two letters or digits, or is longer than anything we could suggest.
 */
export function typedText(value: string): string | null {
  const text = value.normalize("NFC").trim().replace(/\s+/g, " ");
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < FEWEST_LETTERS || text.length > LONGEST ? null : text;
}
