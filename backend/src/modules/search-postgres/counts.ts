import type { Acceptance, Cell, FacetCounts } from "./cube";
import { acceptance, type Facet, facetOf } from "./facets";
import type { FieldFilter } from "./filters";
import { type PageQuery, TOTAL_PART } from "./statements";

type Row = Record<string, unknown>;

/** Per facet the values that its filters let pass, or null when the cube can't answer. */
export function acceptances(facets: Facet[], filters: FieldFilter[]): Acceptance[] | null {
  const result: Acceptance[] = facets.map(() => null);
  for (const filter of filters) {
    const index = facetOf(facets, filter);
    const facet = facets[index];
    const accepts = facet ? acceptance(facet, filter) : null;
    if (accepts === null) return null;
    result[index] = accepts;
  }
  return facets.length === 0 ? null : result;
}

/** The facets of a query as a key of what was counted for them. */
export function facetNames(facets: Facet[]): string {
  return facets.map(({ column, bounds }) => `${column.name}:${bounds?.join(",") ?? ""}`).join(" ");
}

/** The rows of `cubeCells`. */
export function cellsOf(rows: readonly Row[], facetCount: number): Cell[] {
  return rows
    .filter((row) => row.n !== null)
    .map((row) => ({
      count: Number(row.n),
      values: Array.from({ length: facetCount }, (_, index) => {
        const value = row[`f${index}`];
        return value === null ? null : String(value);
      }),
    }));
}

/** The rows of `countRows`; nothing is counted when there are none. */
export function countsIn(facets: Facet[], rows: readonly Row[]): FacetCounts {
  const counts: FacetCounts = { total: 0, facets: facets.map(() => new Map()) };
  for (const { _part, _value, _count } of rows) {
    const part = Number(_part);
    if (_value === null) continue;
    if (part !== TOTAL_PART) counts.facets[part]?.set(String(_value), Number(_count));
    else if (_value === "true") counts.total = Number(_count);
  }
  return counts;
}

/** The filters as what the cube's facets let pass, when it has the counts of this question. */
export function wholly(
  query: PageQuery,
  facets: Facet[],
  isDisjunctive: boolean,
): Acceptance[] | null {
  const isWhole = query.text === null && query.near?.radius_km === undefined && isDisjunctive;
  return isWhole ? acceptances(facets, query.filters) : null;
}

/** What a cube is kept by. */
export function cubeKey(query: PageQuery, facets: Facet[]): string {
  return `${query.physicalName} ${facetNames(facets)}`;
}

/** The state of an index that counts belong to. */
export function stampOf(query: PageQuery, revision: unknown): string {
  return `${query.today} ${String(revision)}`;
}
