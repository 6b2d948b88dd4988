import { describe, expect, it } from "vitest";
import { catalogDocument } from "./catalog-documents";
import type { CatalogRow } from "./catalog-rows";

const certificate = {
  status: "verified",
  stars: 4,
  decided_on: "2025-05-01",
  expires_on: "2028-05-01",
  revoked_on: null,
};

function aRow(over: Partial<CatalogRow> = {}): CatalogRow {
  return {
    id: "prod_1",
    handle: "ca-phe-ea-tu",
    title: "Cà phê bột Ea Tu",
    title_en: "Ea Tu ground coffee",
    description: "Rang mộc",
    description_en: null,
    thumbnail: "/static/ca-phe.webp",
    type: "goods",
    metadata: {
      group: "food",
      subgroup: "coffee-cocoa",
      unit_vi: "chai 250 ml",
      season_months: null,
      picture: { width: 640, height: 480 },
      alt_vi: "Túi cà phê",
    },
    created: 1_700_000_000,
    producer_handle: "ea-tu",
    producer_name: "HTX Ea Tu",
    province_code: "66",
    village_handle: null,
    village_name: null,
    village_name_en: null,
    village_craft: null,
    village_province: null,
    village_lat: null,
    village_lng: null,
    price: "145000",
    variant_metadata: null,
    in_stock: true,
    certificates: [certificate],
    ...over,
  };
}

const today = "2026-11-22";
const documentOf = (over: Partial<CatalogRow> = {}, day = today) => {
  const document = catalogDocument(aRow(over), day);
  if (!document) throw new Error("no document");
  return document;
};
const cardOf = (over: Partial<CatalogRow> = {}, language: "vi" | "en" = "vi") =>
  JSON.parse(documentOf(over)[`card_${language}`]);

describe("a product's search document", () => {
  it("is a card in both languages", () => {
    expect(cardOf()).toMatchObject({
      title: "Cà phê bột Ea Tu",
      unit: "chai 250 ml",
      unit_price: { price_vnd: 580_000, per: "litre" },
      province: { code: "66", name: "Đắk Lắk" },
      thumbnail: { url: "/static/ca-phe.webp", width: 640, height: 480, alt: "Túi cà phê" },
    });
    expect(cardOf({}, "en")).toMatchObject({
      title: "Ea Tu ground coffee",
      unit: "250 ml bottle",
      province: { code: "66", name: "Dak Lak" },
    });
  });

  it("without an English title shows the Vietnamese one", () => {
    expect(cardOf({ title_en: null }, "en").title).toBe("Cà phê bột Ea Tu");
  });

  it("carries the highest stars in force today, and their last day", () => {
    const five = { ...certificate, stars: 5, expires_on: "2026-11-22" };
    const both = { certificates: [certificate, five] };
    expect(documentOf(both)).toMatchObject({ stars: 5, stars_until: "2026-11-22" });
    expect(documentOf(both, "2026-11-23")).toMatchObject({ stars: 4, stars_until: "2028-05-01" });
    expect(documentOf(both, "2028-05-02")).toMatchObject({ stars: null, stars_until: null });
    expect(documentOf({ certificates: [] }).stars).toBeNull();
  });

  it("stars that were not decided yet, or were revoked by date, don't count", () => {
    expect(documentOf({}, "2025-04-30").stars).toBeNull();
    const revoked = [{ ...certificate, revoked_on: "2026-11-22" }];
    expect(documentOf({ certificates: revoked }).stars).toBeNull();
    expect(documentOf({ certificates: revoked }, "2026-11-21").stars).toBe(4);
  });

  it("of a tour stands where the village is, of goods where the maker is", () => {
    const place = {
      village_handle: "bat-trang",
      village_name: "Bát Tràng",
      village_province: "01",
    };
    expect(documentOf({ ...place, type: "tour" })).toMatchObject({ kind: "tour", province: "01" });
    expect(documentOf(place)).toMatchObject({ kind: "product", province: "66" });
  });

  it("lies in its village, or else at the seat of its maker's province", () => {
    expect(documentOf().location).toEqual({ lat: 12.6667, lng: 108.0383 });
    const village = { village_lat: 20.9752, village_lng: 105.9127 };
    expect(documentOf(village).location).toEqual({ lat: 20.9752, lng: 105.9127 });
  });

  it("what can be bought comes before what is sold out, whatever its stars", () => {
    const soldOut = documentOf({ in_stock: false });
    const plain = documentOf({ certificates: [] });
    expect(plain.quality).toBeGreaterThan(soldOut.quality);
    expect(documentOf().quality).toBeGreaterThan(plain.quality);
  });

  it("that belongs to no group or province is not in the catalog", () => {
    expect(catalogDocument(aRow({ metadata: null }), today)).toBeNull();
    expect(catalogDocument(aRow({ metadata: { subgroup: "gold" } }), today)).toBeNull();
    expect(catalogDocument(aRow({ province_code: "99" }), today)).toBeNull();
  });

  it("does not trip over metadata of the wrong kind", () => {
    const metadata = {
      subgroup: "tea",
      season_months: ["x", 3, 13],
      duration_hours: "long",
      picture: { width: "wide" },
      unit_vi: 7,
    };
    expect(cardOf({ metadata })).toMatchObject({
      group: "food",
      season_months: [3],
      duration_hours: null,
      unit: "",
      unit_price: null,
    });
  });
});
