import { describe, expect, it } from "vitest";
import { checkDetails } from "./check-details.server";

function posted(changes: Record<string, string> = {}) {
  const form = new FormData();
  const fields = {
    full_name: "Nguyễn Thị Hường",
    phone: "0912 345 678",
    email: "huong@example.vn",
    province_code: "01",
    commune_code: "00070",
    street: "12 ngõ Phất Lộc",
    note: "",
    payment: "cod",
    intent: "checkout",
    "shipping.prdcr_a": "so_1:24000",
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const GOODS = { needsAddress: true };
const VISITS = { needsAddress: false };

describe("the buyer's details", () => {
  it("are taken when everything is right, trimmed", () => {
    const result = checkDetails(posted({ full_name: "  Nguyễn Thị Hường " }), GOODS);
    expect(result).toMatchObject({ ok: true, details: { full_name: "Nguyễn Thị Hường" } });
  });

  it.each([
    ["full_name", "", "missing"],
    ["full_name", "a", "missing"],
    ["full_name", "a".repeat(101), "too_long"],
    ["phone", "0912 345 67", "too_short:1"],
    ["phone", "0112 345 678", "bad_prefix"],
    ["phone", "không có", "not_a_number"],
    ["phone", "", "missing"],
    ["email", "huong@example", "invalid_email"],
    ["email", "", "missing"],
    ["province_code", "", "missing"],
    ["province_code", "99", "unknown_province"],
    ["commune_code", "", "missing"],
    ["commune_code", "99999", "unknown_commune"],
    ["street", "12", "street_too_short"],
    ["street", "a".repeat(201), "street_too_long"],
    ["note", "a".repeat(501), "too_long"],
    ["payment", "gold", "missing"],
  ])("name the field %s when it is “%s”", (field, value, code) => {
    const result = checkDetails(posted({ [field]: value }), GOODS);
    expect(result).toMatchObject({ ok: false, codes: { [field]: code } });
  });

  it("notice a commune that lies in another province", () => {
    const result = checkDetails(posted({ province_code: "66" }), GOODS);
    expect(result).toEqual({
      ok: false,
      codes: { commune_code: "commune_of_another_province" },
    });
  });

  it("name every faulty field at once", () => {
    const result = checkDetails(posted({ full_name: "", phone: "1", street: "" }), GOODS);
    expect(result.ok ? [] : Object.keys(result.codes)).toEqual(["full_name", "phone", "street"]);
  });

  it("of a cart of visits need no address, and take none", () => {
    const bare = { province_code: "", commune_code: "", street: "" };
    expect(checkDetails(posted(bare), VISITS)).toMatchObject({ ok: true, details: bare });
    expect(checkDetails(posted(), VISITS)).toMatchObject({ ok: true, details: bare });
    const result = checkDetails(posted({ ...bare, phone: "1" }), VISITS);
    expect(result.ok ? [] : Object.keys(result.codes)).toEqual(["phone"]);
  });

  it("take a visitor's number of another country, but no courier's", () => {
    const abroad = posted({ phone: "+33 6 12 34 56 78" });
    expect(checkDetails(abroad, VISITS).ok).toBe(true);
    expect(checkDetails(abroad, GOODS)).toMatchObject({ codes: { phone: "bad_prefix" } });
  });
});
