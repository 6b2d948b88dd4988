import { allowedTypos, DIGIT, LONGEST_CORRECTED } from "../../lib/typos";

/**
 * The word itself and what is left of it without up to `most` letters. Two words within a distance
 * of `most` always share one of these, so that an index over them finds every candidate, also one
 * with a wrong first letter.
 */
export function deletions(word: string, most: number): string[] {
  const all = new Set([word]);
  let shortest = [word];
  for (let count = 0; count < most; count += 1) {
    shortest = shortest.flatMap((text) => {
      const letters = [...text];
      return letters.map((_, place) => letters.filter((_, index) => index !== place).join(""));
    });
    shortest = [...new Set(shortest)];
    for (const text of shortest) all.add(text);
  }
  all.delete("");
  return [...all];
}

/** What a term is found by; none for terms that can't correct anything. */
export function deletionsOfTerm(term: string): string[] {
  const length = [...term].length;
  if (length < 3 || length > LONGEST_CORRECTED || DIGIT.test(term)) return [];
  return deletions(term, length < 6 ? 1 : 2);
}

/** What a typed word is looked up by; none when it may not be wrong. */
export function deletionsOfTyped(word: string, most = allowedTypos(word)): string[] {
  return most === 0 ? [] : deletions(word, most);
}
