import { describe, expect, it } from "vitest";
import {
  addressLines,
  bareName,
  type Commune,
  checkAddress,
  placeKey,
  STREET_MAX,
  STREET_MIN,
} from "./address";

const batTrang: Commune = { code: "00577", name: "Xã Bát Tràng", province_code: "01" };
const find = (code: string): Commune | null => (code === batTrang.code ? batTrang : null);
const good = { province_code: "01", commune_code: "00577", street: "Xóm 3" };

describe("addresses", () => {
  it("a province, a commune of it and a street make an address", () => {
    expect(checkAddress(good, find)).toEqual([]);
  });

  it("an unknown province or commune is named", () => {
    expect(checkAddress({ ...good, commune_code: "99999" }, find)).toEqual([
      { field: "commune_code", code: "unknown_commune" },
    ]);
    expect(checkAddress({ ...good, province_code: "00" }, find)).toEqual([
      { field: "province_code", code: "unknown_province" },
      { field: "commune_code", code: "commune_of_another_province" },
    ]);
  });

  it("a commune of another province is refused", () => {
    expect(checkAddress({ ...good, province_code: "66" }, find)).toEqual([
      { field: "commune_code", code: "commune_of_another_province" },
    ]);
  });

  it("the street is neither too short nor too long", () => {
    const codes = (street: string) => checkAddress({ ...good, street }, find).map((p) => p.code);
    expect(codes("a".repeat(STREET_MIN))).toEqual([]);
    expect(codes(` ${"a".repeat(STREET_MIN - 1)} `)).toEqual(["street_too_short"]);
    expect(codes("a".repeat(STREET_MAX))).toEqual([]);
    expect(codes("a".repeat(STREET_MAX + 1))).toEqual(["street_too_long"]);
  });

  it("the label on a parcel has street, commune and province", () => {
    expect(addressLines(good, batTrang, "vi")).toEqual([
      "Xóm 3",
      "Xã Bát Tràng",
      "Thành phố Hà Nội",
    ]);
    expect(addressLines(good, batTrang, "en")).toEqual(["Xóm 3", "Xã Bát Tràng", "Hanoi"]);
  });

  it("names of places are compared without kind, marks and signs", () => {
    expect(bareName("Phường Xuân Hương - Đà Lạt")).toBe("Xuân Hương - Đà Lạt");
    expect(bareName("Đặc khu Hoàng Sa")).toBe("Hoàng Sa");
    expect(bareName("Phường 12")).toBe("Phường 12");
    expect(placeKey("Hoà Bình")).toBe(placeKey("HÒA BÌNH"));
    expect(placeKey("Xuân Hương - Đà Lạt")).toBe("xuan huong da lat");
  });
});
