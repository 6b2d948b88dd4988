import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, countCube, makeCube } from "./cube";

const value = fc.constantFrom("a", "b", "c", "d", null);
const documents = fc.array(fc.tuple(value, value, value), { maxLength: 60 });
const filter = fc.option(fc.subarray(["a", "b", "c", "d"], { minLength: 1 }), { nil: null });

/** What the counts are by definition, one document at a time. */
function byHand(rows: (string | null)[][], chosen: (string[] | null)[]) {
  const passes = (row: (string | null)[], except: number) =>
    chosen.every(
      (values, facet) =>
        facet === except || values === null || values.includes(row[facet] ?? "none"),
    );
  return {
    total: rows.filter((row) => passes(row, -1)).length,
    facets: chosen.map((_, facet) =>
      ["a", "b", "c", "d"].map(
        (wanted) => rows.filter((row) => row[facet] === wanted && passes(row, facet)).length,
      ),
    ),
  };
}

describe("the facet cube", () => {
  it("counts as a patient person would", () => {
    fc.assert(
      fc.property(documents, fc.tuple(filter, filter, filter), (rows, chosen) => {
        const cells: Cell[] = rows.map((values) => ({ values, count: 1 }));
        const accepts = chosen.map((values) =>
          values === null ? null : (value: string | null) => values.includes(value ?? "none"),
        );
        const found = countCube(makeCube(3, cells), accepts);
        expect({
          total: found.total,
          facets: found.facets.map((counts) =>
            ["a", "b", "c", "d"].map((wanted) => counts.get(wanted) ?? 0),
          ),
        }).toEqual(byHand(rows, chosen));
      }),
      { numRuns: 300 },
    );
  });

  it("a value that nothing passes any more stays in the list with nought", () => {
    const cube = makeCube(2, [
      { values: ["a", "x"], count: 3 },
      { values: ["b", "y"], count: 2 },
    ]);
    const found = countCube(cube, [(value) => value === "a", null]);
    expect(found.total).toBe(3);
    expect(found.facets[0]).toEqual(
      new Map([
        ["a", 3],
        ["b", 2],
      ]),
    );
    expect(found.facets[1]).toEqual(
      new Map([
        ["x", 3],
        ["y", 0],
      ]),
    );
  });
});
