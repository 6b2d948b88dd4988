import { describe, expect, it } from "vitest";
import { communeByCode, communesOf, resolveCommune } from "./communes";
import { PROVINCES } from "./geography";

const everything = PROVINCES.flatMap((province) => communesOf(province.code));

describe("the communes of today", () => {
  it("thirty-four provinces have 3,321 communes, each province its own number", () => {
    expect(everything).toHaveLength(3321);
    expect(new Set(everything.map((commune) => commune.code)).size).toBe(3321);
    for (const province of PROVINCES) {
      expect(communesOf(province.code), province.name_vi).toHaveLength(province.commune_count);
    }
  });

  it("there are 697 wards, 2,611 communes and 13 special zones", () => {
    const count = (kind: string) => everything.filter((c) => c.name.startsWith(kind)).length;
    expect([count("Phường "), count("Xã "), count("Đặc khu ")]).toEqual([697, 2611, 13]);
  });

  it("every province's seat is one of its communes", () => {
    for (const province of PROVINCES) {
      const seat = communeByCode(province.seat.commune_code);
      expect(seat?.province_code, province.name_vi).toBe(province.code);
    }
  });

  it("what changed in 2026 is known: ten wards of Đồng Nai and two codes", () => {
    expect(communeByCode("26368")?.name).toBe("Phường Long Thành");
    expect(communeByCode("06978")?.name).toBe("Xã Ba Chẽ");
    expect(communeByCode("06970")?.code).toBe("06978");
    expect(communeByCode("23938")?.name).toBe("Xã Ia Mơ");
    expect(everything.some((commune) => commune.code === "23737")).toBe(false);
  });

  it("they are listed in the order of their names, whatever their kind", () => {
    const names = communesOf("48").map((commune) => commune.name);
    expect(names.indexOf("Phường An Hải")).toBeLessThan(names.indexOf("Xã Avương"));
    expect(names.indexOf("Xã Avương")).toBeLessThan(names.indexOf("Phường Hải Châu"));
  });

  it("an unknown code is no commune and no province", () => {
    expect(communeByCode("99999")).toBeNull();
    expect(communeByCode("toString")).toBeNull();
    expect(communesOf("00")).toEqual([]);
  });
});

describe("understanding the name of a commune", () => {
  it("every commune answers to its code and its full name", () => {
    for (const commune of everything) {
      expect(resolveCommune(commune.province_code, commune.code)?.code).toBe(commune.code);
      expect(resolveCommune(commune.province_code, commune.name)?.code).toBe(commune.code);
    }
  });

  it("kind and marks may be left out", () => {
    for (const text of ["Xã Bát Tràng", "bat trang", "xa bat trang", "BÁT TRÀNG"]) {
      expect(resolveCommune("01", text)?.code).toBe("00577");
    }
  });

  it("an old commune leads to the one of today, best with its old district", () => {
    expect(resolveCommune("79", "Phường 14, Quận Gò Vấp")?.name).toBe("Phường An Hội Tây");
    expect(resolveCommune("79", "phuong 14, go vap")?.name).toBe("Phường An Hội Tây");
    expect(resolveCommune("79", "Phường 14")).toBeNull();
  });

  it("an old commune is found where the package gives its successor a wrong code", () => {
    expect(resolveCommune("37", "Mộc Nam, Duy Tiên")?.name).toBe("Phường Duy Tân");
    expect(resolveCommune("01", "Xã Kim Lan, huyện Gia Lâm")?.code).toBe("00577");
  });

  it("an old commune that became a ward in 2026 leads to the ward", () => {
    expect(resolveCommune("75", "Xã Hiếu Liêm, Vĩnh Cửu")?.name).toBe("Phường Trị An");
  });

  it("a commune of another province and an unknown name are not found", () => {
    expect(resolveCommune("66", "00577")).toBeNull();
    expect(resolveCommune("66", "Bát Tràng")).toBeNull();
    expect(resolveCommune("01", "")).toBeNull();
    expect(resolveCommune("00", "Bát Tràng")).toBeNull();
  });
});
