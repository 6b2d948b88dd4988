import { describe, expect, it } from "vitest";
import { EMPTY_VALUES } from "./checkout-values";
import { communeNamedIn, proposeCommune } from "./propose-commune.server";

describe("the commune that a street line names", () => {
  it.each([
    ["01", "12 Phất Lộc, phường Hàng Buồm, quận Hoàn Kiếm", "Phường Hoàn Kiếm"],
    ["01", "12 Phat Loc, hang buom", "Phường Hoàn Kiếm"],
    ["01", "Xóm 3, Xã Kim Lan, huyện Gia Lâm, Hà Nội", "Xã Bát Tràng"],
    ["01", "12 Phất Lộc, Phường Hoàn Kiếm, Hà Nội", "Phường Hoàn Kiếm"],
    ["79", "5 Lê Đức Thọ, Phường 14, Quận Gò Vấp", "Phường An Hội Tây"],
  ])("in province %s is found in “%s”: %s", (province, street, name) => {
    expect(communeNamedIn(street, province)?.name).toBe(name);
    expect(communeNamedIn(street.normalize("NFD"), province)?.name).toBe(name);
  });

  it.each([
    ["01", "12 ngõ Phất Lộc"],
    ["01", "12 Hàng Bạc, quận Hoàn Kiếm"],
    ["79", "5 Lê Đức Thọ, Phường 14"],
    ["66", "12 Phất Lộc, phường Hàng Buồm"],
    ["", "12 Phất Lộc, phường Hàng Buồm"],
    ["01", ", ,,"],
  ])("in province “%s” is none or not one in “%s”", (province, street) => {
    expect(communeNamedIn(street, province)).toBeNull();
  });
});

describe("a buyer who knows only the old name", () => {
  const values = { ...EMPTY_VALUES, province_code: "01", street: "12 Phất Lộc, Hàng Buồm" };
  const faults = { commune_code: "Chọn phường, xã.", phone: "Thiếu số." };

  it("gets today's commune chosen, with a sentence to look at it, beside the other faults", () => {
    const answer = proposeCommune({ values, faults, language: "vi" });
    expect(answer.values).toEqual({ ...values, commune_code: "00070" });
    expect(answer.faults?.commune_code).toContain("Phường Hoàn Kiếm");
    expect(answer.faults?.phone).toBe(faults.phone);
  });

  it("is left alone when a commune was chosen, wrong or right, or none is known", () => {
    const chosen = { ...values, commune_code: "99999" };
    expect(proposeCommune({ values: chosen, faults, language: "vi" })).toEqual({});
    expect(proposeCommune({ values, faults: {}, language: "vi" })).toEqual({});
    expect(proposeCommune({ values, faults: undefined, language: "en" })).toEqual({});
    const unknown = { ...values, street: "12 Phất Lộc" };
    expect(proposeCommune({ values: unknown, faults, language: "vi" })).toEqual({});
  });
});
