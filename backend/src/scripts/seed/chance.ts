/** Chance that is the same on every machine and every day: all of it follows from a text. */

/** FNV-1a, 32 bits, of the text's UTF-16 units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // A last mixing: FNV alone leaves texts that differ at their end only close to each other.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number from `from` to `to`, both included. */
export function numberBetween(seed: string, range: { from: number; to: number }): number {
  return range.from + (hashOf(seed) % (range.to - range.from + 1));
}

/** One of the list. @throws RangeError for an empty list. */
export function pick<T>(seed: string, list: readonly T[]): T {
  const chosen = list[hashOf(seed) % list.length];
  if (chosen === undefined) throw new RangeError(`There is nothing to pick from for "${seed}".`);
  return chosen;
}

/** The list in an order that depends on each entry's key and the salt only. */
export function shuffled<T>(salt: string, list: readonly T[], keyOf: (entry: T) => string): T[] {
  return list
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .map((row) => ({ ...row, rank: hashOf(`${salt}/${row.key}`) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}
