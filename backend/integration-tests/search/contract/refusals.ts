import { MedusaError } from "@medusajs/framework/utils";
import type { Asked, ContractIndex } from "./engine";

/** What an engine can't do exactly it refuses, and names it. */
export function defineRefusals(index: ContractIndex): void {
  const refusals: [what: string, names: string, Asked][] = [
    ["a filter on an unknown field", "colour", { filters: { colour: "red" } }],
    ["a filter on a field that is only shown", "card_vi", { filters: { card_vi: "x" } }],
    ["an unknown operator", "$like", { filters: { kind: { $like: "x" } } }],
    ["alternatives between fields", "$or", { filters: { $or: [{ kind: "tour" }] } }],
    [
      "a text where a number belongs",
      "price_vnd",
      { filters: { price_vnd: { $gte: "1 OR 1=1" } } },
    ],
    ["a broken number", "price_vnd", { filters: { price_vnd: { $gte: 0.5 } } }],
    ["a number where a text belongs", "kind", { filters: { kind: 7 } }],
    ["an object as a value", "kind", { filters: { kind: { $in: [{}] } } }],
    ["a facet on an unknown field", "colour", { options: { facets: ["colour"] } }],
    ["a facet on a field without facets", "producer", { options: { facets: ["producer"] } }],
    [
      "ranges with a gap",
      "price_vnd",
      {
        options: {
          facets: [
            { field: "price_vnd", type: "range", ranges: [{ from: 0, to: 9 }, { from: 50 }] },
          ],
        },
      },
    ],
    ["statistics", "stats", { options: { facets: [{ field: "price_vnd", type: "stats" }] } }],
    ["an order by an unknown field", "colour", { order: { colour: "ASC" } }],
    ["vectors", "vector", { options: { vector: { value: [1] } } }],
    ["highlights", "highlight", { options: { highlight: { fields: ["title"] } } }],
    ["scores", "score", { options: { min_score: 0.5 } }],
    ["distinct", "distinct", { options: { distinct: "producer" } }],
    ["locales", "locale", { options: { locales: ["vi"] } }],
    ["any word instead of all", "any", { options: { match_strategy: "any" } }],
    ["chosen fields", "field", { options: { attributes_to_search_on: ["title"] } }],
    ["a page before the first", "-1", { skip: -1 }],
    ["half a page", "1.5", { take: 1.5 }],
    ["an order by distance from nowhere", "near", { sort_by_distance: true }],
  ];

  describe("refusals", () => {
    it.each(refusals)("%s is refused by name (%s)", async (_, names, asked) => {
      const refused = index.ask(asked);
      await expect(refused).rejects.toMatchObject({ type: MedusaError.Types.INVALID_DATA });
      await expect(refused).rejects.toThrow(names);
    });
  });
}
