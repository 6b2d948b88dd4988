import { search } from "@medusajs/framework/utils";
import { describe, expect, it } from "vitest";
import { allOf, among, anyOf, quoted } from "./expressions";
import { readDeletion, readFilters } from "./filters";
import { layOut } from "./layout";

const TODAY = 20261122;
const layout = layOut({
  primary_key: "id",
  settings: {},
  fields: search
    .define({
      id: search.keyword(),
      kind: search.keyword().filterable(),
      stars: search
        .integer()
        .filterable()
        .providerOptions({ "search-meilisearch": { valid_until: "stars_until" } }),
      stars_until: search.date().filterable(),
      price_vnd: search.integer().filterable(),
      card: search.keyword(),
    })
    .toFields(),
});
const read = (filters: Record<string, unknown>) =>
  readFilters(layout, filters as never, TODAY).map(({ expression }) => expression);

describe("filter expressions", () => {
  it("a value can't end its own quotes", () => {
    expect(quoted(`a"b`)).toBe(`"a\\"b"`);
    expect(quoted(`a\\`)).toBe(`"a\\\\"`);
    expect(quoted(`\\" OR id EXISTS`)).toBe(`"\\\\\\" OR id EXISTS"`);
    expect(quoted("(A) OR [x] = 'y'")).toBe(`"(A) OR [x] = 'y'"`);
  });

  it("one value is compared, several are listed, and none lets nothing pass", () => {
    expect(among("kind", ["a"])).toBe(`kind = "a"`);
    expect(among("kind", ["a", 3])).toBe(`kind IN ["a", 3]`);
    expect(among("kind", [])).toBe("kind IN []");
  });

  it("parts are kept together, and empty ones say nothing", () => {
    expect(allOf(["a = 1", "", "b = 2 OR c = 3"])).toBe("(a = 1) AND (b = 2 OR c = 3)");
    expect(anyOf(["", "a = 1"])).toBe("a = 1");
    expect(allOf([])).toBe("");
  });
});

describe("readFilters", () => {
  it("reads values, lists and bounds", () => {
    expect(read({ kind: "tour", price_vnd: { $gte: 1, $lt: 9 } })).toEqual([
      `kind = "tour"`,
      "(price_vnd >= 1) AND (price_vnd < 9)",
    ]);
    expect(read({ $and: [{ kind: { $in: ["a", "b"] } }, { id: ["x"] }] })).toEqual([
      `kind IN ["a", "b"]`,
      `id = "x"`,
    ]);
  });

  it("counts a value that is over as null, on both sides", () => {
    const valid = `NOT (stars_until < ${TODAY})`;
    expect(read({ stars: { $in: [4, 5] } })).toEqual([`(stars IN [4, 5]) AND (${valid})`]);
    expect(read({ stars: null })).toEqual([`(stars NOT EXISTS) OR (stars_until < ${TODAY})`]);
    expect(read({ stars: { $exists: true } })).toEqual([`(stars EXISTS) AND (${valid})`]);
  });

  it("days are numbers", () => {
    expect(read({ stars_until: { $gte: "2026-01-31" } })).toEqual(["stars_until >= 20260131"]);
  });

  it.each([
    [{ colour: "red" }, `a filter on "colour"`],
    [{ card: "x" }, `a filter on "card"`],
    [{ $or: [{ kind: "a" }] }, `"$or"`],
    [{ kind: { $like: "a" } }, `"$like"`],
    [{ kind: { $gt: "a" } }, `"$gt"`],
    [{ kind: "a", $and: [{ kind: "b" }] }, `two filters on "kind"`],
    [{ price_vnd: "cheap" }, `"cheap"`],
    [{ price_vnd: 1.5 }, "1.5"],
    [{ stars_until: "tomorrow" }, `"tomorrow"`],
  ])("%o is refused by name", (filters, named) => {
    expect(() => read(filters)).toThrow(named);
  });
});

describe("readDeletion", () => {
  it("ids are ids, anything else a filter", () => {
    expect(readDeletion({ id: ["a", "b"] })).toEqual({ ids: ["a", "b"] });
    expect(readDeletion({ id: { $in: ["a"] } })).toEqual({ ids: ["a"] });
    expect(readDeletion({ producer: `x"y` })).toEqual({ expression: `producer = "x\\"y"` });
  });

  it.each([{}, { producer: null }, { "a = 1 OR b": "x" }, { price: { $gt: 3 } }])(
    "%o deletes nothing",
    (filters) => {
      expect(() => readDeletion(filters as never)).toThrow(/does not support deleting/);
    },
  );
});
