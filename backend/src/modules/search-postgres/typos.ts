/** Longer words are neither corrected nor offered as a correction. */
const LONGEST = 24;
const DIGIT = /\p{N}/u;

/**
 * How many letters may be wrong in a typed word: 1 from 4 letters, 2 from 8, none in shorter words
 * and in words with a digit.
 */
export function allowedTypos(word: string): number {
  const length = [...word].length;
  if (length < 4 || length > LONGEST || DIGIT.test(word)) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Letters left out, put in, exchanged or swapped with their neighbour to make one word the other
 * (Damerau's distance, each letter touched once).
 */
export function typosBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let least = Math.min(
        (above[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (above[column - 1] as number) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] as number) + 1);
      }
      line.push(least);
    }
    before = above;
    above = line;
  }
  return above[b.length] as number;
}

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
  if (length < 3 || length > LONGEST || DIGIT.test(term)) return [];
  return deletions(term, length < 6 ? 1 : 2);
}

/** What a typed word is looked up by; none when it may not be wrong. */
export function deletionsOfTyped(word: string): string[] {
  const most = allowedTypos(word);
  return most === 0 ? [] : deletions(word, most);
}
