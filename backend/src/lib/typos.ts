/** Letters; longer words are neither corrected nor offered as a correction. */
export const LONGEST_CORRECTED = 24;
export const DIGIT = /\p{N}/u;

/**
 * How many letters may be wrong in a typed word: 1 from 4 letters, 2 from 8, none in shorter words
 * and in words with a digit.
 */
export function allowedTypos(word: string): number {
  const length = [...word].length;
  if (length < 4 || length > LONGEST_CORRECTED || DIGIT.test(word)) return 0;
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

/** Halves of a word that was typed without its space have at least so many letters. */
const SHORTEST_HALF = 2;

/** The word as two, wherever its space may have been. */
export function halves(word: string): [string, string][] {
  const letters = [...word];
  const result: [string, string][] = [];
  for (let place = SHORTEST_HALF; place <= letters.length - SHORTEST_HALF; place += 1) {
    result.push([letters.slice(0, place).join(""), letters.slice(place).join("")]);
  }
  return result;
}
