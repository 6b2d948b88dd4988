import { describe, expect, it } from "vitest";
import {
  ISLANDS,
  isRegionSlug,
  PROVINCES,
  provinceByCode,
  provinceName,
  provincesOf,
  REGIONS,
  regionName,
  resolveProvince,
} from "./geography";

describe("the provinces of today", () => {
  it("there are twenty-seven provinces and seven cities", () => {
    expect(PROVINCES.filter((province) => province.type === "province")).toHaveLength(27);
    expect(PROVINCES.filter((province) => province.type === "city")).toHaveLength(7);
    expect(provinceByCode("75")?.full_name_vi).toBe("Thành phố Đồng Nai");
  });

  it("they are made of sixty-three former provinces and 3,321 communes", () => {
    const former = PROVINCES.flatMap((province) => province.former);
    expect(new Set(former).size).toBe(63);
    expect(former).toHaveLength(63);
    expect(PROVINCES.reduce((sum, province) => sum + province.commune_count, 0)).toBe(3321);
  });

  it("codes, slugs, and tiles of the map are all different", () => {
    for (const key of [
      (p: (typeof PROVINCES)[number]) => p.code,
      (p: (typeof PROVINCES)[number]) => p.slug,
      (p: (typeof PROVINCES)[number]) => p.tile.join(","),
    ]) {
      expect(new Set(PROVINCES.map(key)).size).toBe(34);
    }
  });

  it("six regions hold all of them, from north to south", () => {
    expect(REGIONS.map((region) => provincesOf(region.slug).length)).toEqual([9, 6, 5, 6, 3, 5]);
    expect(REGIONS.map((region) => region.order)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(regionName("mekong-delta", "vi")).toBe("Đồng bằng sông Cửu Long");
    expect(isRegionSlug("southeast")).toBe(true);
    expect(isRegionSlug("central-highlands")).toBe(false);
  });

  it("Hoàng Sa belongs to Đà Nẵng and Trường Sa to Khánh Hòa", () => {
    const owners = ISLANDS.map((island) => provinceByCode(island.province_code)?.name_vi);
    expect(owners).toEqual(["Đà Nẵng", "Khánh Hòa"]);
    const tiles = new Set(PROVINCES.map((province) => province.tile.join(",")));
    for (const island of ISLANDS) expect(tiles.has(island.tile.join(","))).toBe(false);
  });
});

describe("understanding the name of a place", () => {
  it("every code, slug and name, present or former, with or without marks, leads home", () => {
    for (const province of PROVINCES) {
      const names = [
        province.code,
        province.slug,
        province.name_vi,
        province.name_en,
        province.full_name_vi,
        province.full_name_vi.normalize("NFD").toUpperCase(),
        ...province.former,
        ...province.former.map((name) => `tỉnh ${name.toLowerCase()}`),
      ];
      for (const name of names) expect(resolveProvince(name)?.code, name).toBe(province.code);
    }
  });

  it("the city in the south answers to all its names", () => {
    for (const name of ["TP.HCM", "TP HCM", "HCM", "Sài Gòn", "sai gon", "TP. Hồ Chí Minh"]) {
      expect(resolveProvince(name)?.code).toBe("79");
    }
    expect(resolveProvince("Bà Rịa – Vũng Tàu")?.code).toBe("79");
  });

  it("old spellings and names without spaces are understood", () => {
    expect(resolveProvince("daklak")?.code).toBe("66");
    expect(resolveProvince("Đắc Lắc")?.code).toBe("66");
    expect(resolveProvince("Thừa Thiên - Huế")?.code).toBe("46");
    expect(resolveProvince("Bắc Cạn")?.code).toBe("19");
    expect(resolveProvince("ha-giang")?.code).toBe("08");
  });

  it("a place that is not there is not found", () => {
    for (const name of ["", " ", "Atlantis", "00", "99", "tỉnh", "1"]) {
      expect(resolveProvince(name)).toBeNull();
    }
    expect(provinceByCode("34")).toBeNull();
  });

  it("a province has a name in both languages", () => {
    const hanoi = provinceByCode("01");
    expect(hanoi && provinceName(hanoi, "vi")).toBe("Hà Nội");
    expect(hanoi && provinceName(hanoi, "en")).toBe("Hanoi");
  });
});
