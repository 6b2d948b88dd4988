/**
 * The facet cube: how many documents share each combination of facet values. Browsing without text
 * is counted from it in memory, whatever is filtered.
 */
export type Cube = {
  /** Per facet, the values in the order of their codes. */
  values: (string | null)[][];
  /** Per facet, the code of each cell. */
  codes: Uint16Array[];
  counts: Uint32Array;
  /** Documents of all cells. */
  total: number;
};

export type Cell = { values: (string | null)[]; count: number };

/** Which values a facet's filter lets pass; a facet without a filter is null. */
export type Acceptance = ((value: string | null) => boolean) | null;

export type FacetCounts = { total: number; facets: Map<string | null, number>[] };

export function makeCube(facetCount: number, cells: readonly Cell[]): Cube {
  const dictionaries = Array.from({ length: facetCount }, () => new Map<string | null, number>());
  const codes = dictionaries.map(() => new Uint16Array(cells.length));
  const counts = new Uint32Array(cells.length);
  cells.forEach((cell, index) => {
    counts[index] = cell.count;
    dictionaries.forEach((dictionary, facet) => {
      const value = cell.values[facet] ?? null;
      let code = dictionary.get(value);
      if (code === undefined) {
        code = dictionary.size;
        dictionary.set(value, code);
      }
      (codes[facet] as Uint16Array)[index] = code;
    });
  });
  return {
    values: dictionaries.map((dictionary) => [...dictionary.keys()]),
    codes,
    counts,
    total: cells.reduce((sum, cell) => sum + cell.count, 0),
  };
}

/**
 * Disjunctive counts in one pass: a cell that passes all filters counts for every facet, one that
 * fails exactly one filter counts for that filter's own facet, others count for none. Values that
 * exist but count nothing stay in the maps with 0.
 */
export function countCube(cube: Cube, filters: readonly Acceptance[]): FacetCounts {
  const active = filters.flatMap((accepts, facet) =>
    accepts === null
      ? []
      : [
          {
            facet,
            codes: cube.codes[facet] as Uint16Array,
            passes: Uint8Array.from(cube.values[facet] as (string | null)[], (value) =>
              accepts(value) ? 1 : 0,
            ),
          },
        ],
  );
  const sums = cube.values.map((values) => new Uint32Array(values.length));
  let total = 0;
  for (let cell = 0; cell < cube.counts.length; cell += 1) {
    let failed = -1;
    let failures = 0;
    for (const { facet, codes, passes } of active) {
      if (passes[codes[cell] as number] === 1) continue;
      failures += 1;
      if (failures > 1) break;
      failed = facet;
    }
    if (failures > 1) continue;
    const count = cube.counts[cell] as number;
    if (failures === 1) {
      add(sums, cube.codes, failed, cell, count);
      continue;
    }
    total += count;
    for (let facet = 0; facet < sums.length; facet += 1) add(sums, cube.codes, facet, cell, count);
  }
  return {
    total,
    facets: sums.map(
      (sum, facet) =>
        new Map((cube.values[facet] ?? []).map((value, code) => [value, sum[code] ?? 0])),
    ),
  };
}

function add(
  sums: Uint32Array[],
  codes: Uint16Array[],
  facet: number,
  cell: number,
  count: number,
) {
  const sum = sums[facet] as Uint32Array;
  const code = (codes[facet] as Uint16Array)[cell] as number;
  sum[code] = (sum[code] as number) + count;
}
