import { search } from "@medusajs/framework/utils";
import { describe, expect, it } from "vitest";
import { attributesFor, shownDocument, storedDocument } from "./documents";
import { layOut } from "./layout";
import { settingsHash, settingsOf } from "./settings";

const engine = "search-meilisearch";
const layout = layOut({
  primary_key: "id",
  settings: {},
  fields: search
    .define({
      id: search.keyword().filterable(),
      stars: search
        .integer()
        .filterable()
        .sortable()
        .facetable({ types: ["value"] })
        .providerOptions({ [engine]: { valid_until: "stars_until" } }),
      stars_until: search.date().filterable().retrievable(false),
      price_vnd: search
        .integer()
        .facetable({ types: ["range"] })
        .providerOptions({ [engine]: { bounds: [0, 50_000, 100_000] } }),
      title: search.text().searchable({ weight: 3 }).retrievable(false),
      place: search.text().searchable().retrievable(false),
      story: search
        .text()
        .searchable()
        .retrievable(false)
        .providerOptions({ [engine]: { corrects: false } }),
      card: search.keyword(),
      location: search.geo(),
    })
    .toFields(),
});
const document = {
  id: "a",
  stars: 4,
  stars_until: "2026-11-22",
  price_vnd: 99_999,
  title: "Cà phê Đắk Lắk",
  place: "Tỉnh Đắk Lắk | Dak Lak",
  story: "Cá cơm, fish sauce",
  card: "{}",
  location: { lat: 12.7, lng: 108.1 },
};
const stored = storedDocument(layout, document);

describe("storedDocument", () => {
  it("keeps days as numbers, the range of a price, and the place", () => {
    expect(stored).toMatchObject({
      stars_until: 20261122,
      _range_price_vnd: 1,
      _geo: { lat: 12.7, lng: 108.1 },
    });
    expect(stored).not.toHaveProperty("location");
    expect(storedDocument(layout, { ...document, price_vnd: 100_000 })._range_price_vnd).toBe(2);
  });

  it("keeps no nulls, so that a missing value is missing", () => {
    const bare = storedDocument(layout, { ...document, stars: null, location: null });
    expect(bare).not.toHaveProperty("stars");
    expect(bare).not.toHaveProperty("_geo");
  });

  it("folds words, joins neighbours of titles, and knows synonyms of several words", () => {
    expect(stored._lead_words).toEqual(expect.arrayContaining(["ca", "phe", "dak", "caphe"]));
    expect(stored._lead_words).not.toContain("sauce");
    expect(stored._words).toEqual(expect.arrayContaining(["caphe", "tinh", "sauce", "fish_sauce"]));
    expect(stored._words).not.toContain("cacom");
  });

  it("tells words of titles and names from what is told freely", () => {
    const { _names } = storedDocument(layout, { ...document, place: "Tỉnh Hà Giang | Huế" });
    expect(_names).toEqual(
      ["=ca", "=phe", "=dak", "=lak", "=ca_phe", "+caphe", "+phedak", "+daklak"].concat(
        "~tinh_ha",
        "~ha_giang",
        "~giang_",
        "~hue",
      ),
    );
  });

  it("lets only titles and names correct", () => {
    expect(stored._terms).toEqual(expect.arrayContaining(["phe", "tinh"]));
    expect(stored._terms).not.toContain("sauce");
  });
});

describe("shownDocument", () => {
  const wanted = ["id", "stars", "card", "location", "title", "nothing"];

  it("asks for what it needs and shows what was wanted", () => {
    expect(attributesFor(layout, wanted).sort()).toEqual(
      ["_geo", "card", "id", "stars", "stars_until"].sort(),
    );
    expect(shownDocument(layout, wanted, stored, 20261122)).toEqual({
      id: "a",
      stars: 4,
      card: "{}",
      location: { lat: 12.7, lng: 108.1 },
    });
  });

  it("stars are gone the day after their last", () => {
    expect(shownDocument(layout, ["stars"], stored, 20261123)).toEqual({ stars: null });
  });
});

describe("settings", () => {
  const settings = settingsOf(layout);

  it("have one hash however lists and keys are ordered, and whatever else a server has set", () => {
    const told = {
      ...structuredClone(settings),
      sortableAttributes: [...settings.sortableAttributes].reverse(),
      synonyms: {},
      prefixSearch: "indexingTime" as const,
    };
    expect(settingsHash(settings, told)).toBe(settingsHash(settings));
  });

  it("have another hash when one of them differs", () => {
    const faceting = { ...settings.faceting, maxValuesPerFacet: 100 };
    expect(settingsHash(settings, { ...settings, faceting })).not.toBe(settingsHash(settings));
  });

  it("show nothing of what only the engine needs", () => {
    expect(settings.displayedAttributes).not.toContain("_words");
    expect(settings.displayedAttributes).not.toContain("title");
  });
});
