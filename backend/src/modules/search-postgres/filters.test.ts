import type { SearchTypes } from "@medusajs/framework/types";
import { describe, expect, it } from "vitest";
import { acceptance, readFacets } from "./facets";
import { condition, Parameters, readFilters } from "./filters";
import { planDocuments } from "./plan";

type Filters = SearchTypes.SearchFilters | undefined;
type Fields = Record<string, SearchTypes.SearchFieldDefinition>;

const plan = planDocuments({
  primary_key: "id",
  settings: {},
  fields: {
    id: { type: "keyword", filterable: true },
    kind: { type: "keyword", filterable: true, facetable: true },
    stars: {
      type: "integer",
      filterable: true,
      facetable: { types: ["value"] },
      provider_options: { "search-postgres": { valid_until: "until" } },
    },
    until: { type: "date", filterable: true },
    price: { type: "integer", filterable: true, facetable: { types: ["range"] } },
    title: { type: "text", searchable: true },
  },
});

function sqlOf(filters: Filters) {
  const parameters = new Parameters("2026-11-22");
  const text = readFilters(plan, filters)
    .map((filter) => condition(filter, parameters))
    .join(" AND ");
  return { text, values: parameters.values };
}

describe("filters", () => {
  it("no value ever becomes a part of the statement", () => {
    const evil = `x'); DROP TABLE product; --`;
    const { text, values } = sqlOf({ kind: [evil, "tour"] });
    expect(text).not.toContain("DROP");
    expect(values).toEqual([[evil, "tour"]]);
  });

  it("stars read as none after the certificate's last day", () => {
    const { text, values } = sqlOf({ stars: { $in: [4, 5] } });
    expect(text).toBe(`("until" >= $1::date AND "stars" = ANY($2::integer[]))`);
    expect(values).toEqual(["2026-11-22", [4, 5]]);
    expect(sqlOf({ stars: null }).text).toBe(
      `((CASE WHEN "until" >= $1::date THEN "stars" END) IS NULL)`,
    );
  });

  it("what the engine can't do exactly is refused, not guessed", () => {
    for (const filters of [
      { $or: [{ kind: "tour" }] },
      { $not: { kind: "tour" } },
      { kind: { $like: "%t%" } },
      { kind: { $ne: "tour" } },
      { title: "x" },
      { price: 1.5 },
      { price: 3_000_000_000 },
      { kind: 4 },
      { until: "tomorrow" },
      { $and: [{ kind: "a" }, { kind: "b" }] },
    ]) {
      expect(() => readFilters(plan, filters)).toThrow(/does not support/);
    }
  });
});

describe("price ranges", () => {
  const [facet] = readFacets(plan, [
    {
      field: "price",
      type: "range",
      ranges: [{ from: 0, to: 100 }, { from: 100, to: 200 }, { from: 200 }],
    },
  ]);
  const accepts = (price: { $gte?: number; $lte?: number }) => {
    const [filter] = readFilters(plan, { price });
    if (!facet || !filter) throw new Error("no facet");
    const passes = acceptance(facet, filter);
    return passes && ["1", "2", "3"].filter((bucket) => passes(bucket)).join("");
  };

  it("a limit at the edge of a range is counted from whole ranges", () => {
    expect(accepts({ $gte: 100 })).toBe("23");
    expect(accepts({ $gte: 100, $lte: 199 })).toBe("2");
    expect(accepts({ $lte: 99 })).toBe("1");
    expect(accepts({ $gte: 0 })).toBe("123");
  });

  it("a limit within a range is not", () => {
    expect(accepts({ $gte: 101 })).toBeNull();
    expect(accepts({ $lte: 100 })).toBeNull();
  });

  it("ranges with a gap or an end are refused", () => {
    for (const ranges of [
      [{ from: 0, to: 100 }, { from: 150 }],
      [{ from: 0, to: 100 }],
      [{ from: 100, to: 0 }, { from: 0 }],
    ]) {
      expect(() => readFacets(plan, [{ field: "price", type: "range", ranges }])).toThrow(
        /gaps or an end/,
      );
    }
  });
});

describe("definitions", () => {
  it("what a table can't hold is found when migrating", () => {
    const with_ = (fields: Fields) => () =>
      planDocuments({ primary_key: "id", settings: {}, fields });
    expect(with_({ where: { type: "vector" } })).toThrow(/vector/);
    expect(with_({ where: { type: "geo", array: true } })).toThrow(/geo/);
    expect(with_({ tags: { type: "keyword", array: true } })).toThrow(/array/);
    expect(with_({ 'x"; DROP': { type: "keyword" } })).toThrow(/named/);
    expect(with_({ price: { type: "integer", facetable: { types: ["stats"] } } })).toThrow(/stats/);
  });
});
