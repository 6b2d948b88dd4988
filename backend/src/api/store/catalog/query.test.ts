import { describe, expect, it } from "vitest";
import { RefusalError } from "../../../lib/errors";
import { readCatalogQuery } from "./query";

function refusal(raw: Record<string, unknown>): { field: string; message: string } {
  try {
    readCatalogQuery(raw);
  } catch (error) {
    if (error instanceof RefusalError) {
      const [field] = error.details.fields ?? [];
      if (field) return field;
    }
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the catalog's address", () => {
  it("repeated, bracketed and comma-separated values mean the same", () => {
    for (const stars of [["4", "5"], "4,5", [" 4 ,", "5"]]) {
      expect(readCatalogQuery({ stars }).stars).toEqual([4, 5]);
    }
    expect(readCatalogQuery({ "group[]": ["food", "food"] }).group).toEqual(["food"]);
  });

  it("a province may be named as people name it", () => {
    for (const province of ["66", "dak-lak", "Đắk Lắk", "daklak", "Phú Yên"]) {
      expect(readCatalogQuery({ province }).province).toEqual(["66"]);
    }
    expect(readCatalogQuery({ province: ["66", "dak-lak"] }).province).toEqual(["66"]);
  });

  it("empty fields of a form are as good as none", () => {
    const query = readCatalogQuery({ q: "", stars: "", price_min: "", sort: "", kind: [""] });
    expect(query).toMatchObject({ q: "", stars: [], sort: "relevance", page: 1, page_size: 24 });
    expect(query.price_min).toBeUndefined();
  });

  it("whatever is wrong is named, with what is allowed", () => {
    expect(refusal({ province: "Atlantis" }).field).toBe("province");
    expect(refusal({ region: "north" }).message).toContain("mekong-delta");
    expect(refusal({ subgroup: "gold" }).message).toContain("coffee-cocoa");
    expect(refusal({ stars: "6" }).message).toBe("stars must be 3, 4 or 5");
    expect(refusal({ kind: "car" }).field).toBe("kind.0");
    expect(refusal({ sort: "cheapest" }).field).toBe("sort");
    expect(refusal({ colour: "red" }).field).toBe("colour");
    expect(refusal({ q: "a\0b" }).field).toBe("q");
    expect(refusal({ q: "x".repeat(201) }).field).toBe("q");
    expect(refusal({ q: ["a", "b"] }).field).toBe("q");
    expect(refusal({ lang: "fr" }).field).toBe("lang");
  });

  it("a day is one of the calendar, and a party is of one to sixty", () => {
    const query = readCatalogQuery({ available_on: "2028-02-29", party: "60" });
    expect(query).toMatchObject({ available_on: "2028-02-29", party: 60 });
    expect(readCatalogQuery({ available_on: "", party: "" })).toMatchObject({ party: 1 });
    for (const available_on of ["2027-02-29", "29.2.2028", "today", ["2028-02-29"], "0000-01-01"]) {
      expect(refusal({ available_on }).field).toBe("available_on");
    }
    for (const party of ["0", "61", "-1", "2.5", "two"]) {
      expect(refusal({ party }).field).toBe("party");
    }
  });

  it("a place is a latitude and a longitude, and needed to search or sort around it", () => {
    const near = { lat: 21.0285, lng: 105.8542 };
    expect(readCatalogQuery({ near: "21.0285, 105.8542", radius_km: "50" })).toMatchObject({
      near,
      radius_km: 50,
    });
    expect(readCatalogQuery({ near: "-90,180", sort: "distance" }).near).toEqual({
      lat: -90,
      lng: 180,
    });
    expect(readCatalogQuery({ near: "", radius_km: "" }).near).toBeUndefined();
    const wrong = ["90.1,0", "0,-180.1", "21", "21,", "a,b", "1,2,3", "1e1,2", ["1,2", "3,4"], {}];
    for (const near of wrong) expect(refusal({ near }).field).toBe("near");
    expect(refusal({ near: "north" }).message).toContain("lat,lng");
    expect(refusal({ sort: "distance" })).toMatchObject({ field: "near" });
    expect(refusal({ radius_km: "5" }).message).toContain("near must be given");
    for (const radius_km of ["0", "2001", "1.5", "far"]) {
      expect(refusal({ near: "1,2", radius_km }).field).toBe("radius_km");
    }
  });

  it("both sides of each limit", () => {
    expect(readCatalogQuery({ page_size: "60", page: "166" }).page).toBe(166);
    expect(refusal({ page_size: "60", page: "167" }).field).toBe("page");
    expect(refusal({ page_size: "61" }).field).toBe("page_size");
    expect(refusal({ page_size: "0" }).field).toBe("page_size");
    expect(refusal({ page: "-1" }).field).toBe("page");
    expect(refusal({ page: "1.5" }).field).toBe("page");
    expect(refusal({ page: "1e3" }).field).toBe("page");
    expect(readCatalogQuery({ price_min: "5", price_max: "5" }).price_max).toBe(5);
    expect(refusal({ price_min: "6", price_max: "5" }).field).toBe("price_min");
    expect(refusal({ price_max: "1000000001" }).field).toBe("price_max");
  });
});
