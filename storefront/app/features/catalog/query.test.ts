import { describe, expect, it } from "vitest";
import { readCatalog } from "./query.server";

const read = (search: string) => readCatalog(new URLSearchParams(search));

describe("checking an address of the catalog", () => {
  it("finds a province by code, slug and former name", () => {
    for (const text of ["66", "dak-lak", "Phú Yên", "DAKLAK"]) {
      const reading = read(`province=${encodeURIComponent(text)}`);
      expect("state" in reading && reading.state.province).toEqual(["66"]);
    }
  });

  it("counts one province once, however often it is named", () => {
    const reading = read("province=66&province=dak-lak");
    expect("state" in reading && reading.state.province).toEqual(["66"]);
  });

  it.each([
    ["stars=6", "stars"],
    ["stars=four", "stars"],
    ["region=atlantis", "region"],
    ["province=99", "province"],
    ["group=gold", "group"],
    ["subgroup=gold", "subgroup"],
    ["kind=boat", "kind"],
    ["sort=best", "sort"],
    ["page=0", "page"],
    ["page=1.5", "page"],
    ["page=500", "page"],
    ["price_min=-1", "price_min"],
    ["price_max=cheap", "price_max"],
    ["price_max=9999999999", "price_max"],
    ["producer=../x", "producer"],
    ["available_on=saturday", "available_on"],
    ["available_on=2026-02-30", "available_on"],
    ["available_on=2026-11-28&party=0", "party"],
    ["available_on=2026-11-28&party=61", "party"],
    ["available_on=2026-11-28&party=four", "party"],
    ["near=home", "near"],
    ["near=91,105", "near"],
    ["near=21", "near"],
    [`q=${"a".repeat(201)}`, "q"],
  ])("names the parameter that is wrong in ?%s", (search, fault) => {
    expect(read(search)).toEqual({ fault });
  });

  it("overlooks parameters that are not ours", () => {
    expect(read("fbclid=x")).toMatchObject({ kinds: [] });
  });

  it("tells which kind the address asks for", () => {
    expect(read("kind=tour")).toMatchObject({ kinds: ["tour"] });
  });
});
