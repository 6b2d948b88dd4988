import { describe, expect, it } from "vitest";
import { parseWhole, readProductForm } from "./product-form";

const bottle = {
  id: "v1",
  title: "Chai",
  unit: "chai",
  price_vnd: 145_000,
  stock: 64,
  reserved: 3,
};

function aForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
const shown = { "price-seen-v1": "145000", "stock-seen-v1": "64" };

describe("numbers as people type them", () => {
  it("dots, commas, spaces and the sign for đồng are understood", () => {
    for (const text of ["145000", "145.000", "145,000", " 145 000 ₫", "145.000đ", "145000 VND"]) {
      expect(parseWhole(text)).toBe(145_000);
    }
  });
  it("fractions, negative numbers and words are not numbers of đồng", () => {
    for (const text of ["", "-5", "14.5", "1.45", "145k", "1e6", "1,45000", "mười"]) {
      expect(parseWhole(text)).toBeNull();
    }
  });
});

describe("changing price and stock", () => {
  it("sends only what changed, with the stock that was seen", () => {
    const form = aForm({ ...shown, "price-v1": "150.000", "stock-v1": "64" });
    expect(readProductForm(form, [bottle])).toEqual({
      ok: true,
      variants: [{ id: "v1", price_vnd: 150_000 }],
    });
    const both = aForm({ ...shown, "price-v1": "145000", "stock-v1": "70" });
    expect(readProductForm(both, [bottle])).toEqual({
      ok: true,
      variants: [{ id: "v1", stock: 70, stock_seen: 64 }],
    });
  });
  it("nothing changed means nothing to send", () => {
    const form = aForm({ ...shown, "price-v1": "145.000", "stock-v1": "64" });
    expect(readProductForm(form, [bottle])).toEqual({ ok: true, variants: [] });
  });
  it("names each faulty field, on both sides of every limit", () => {
    const faultOf = (fields: Record<string, string>) => {
      const read = readProductForm(aForm({ ...shown, ...fields }), [bottle]);
      return read.ok ? null : Object.values(read.faults)[0];
    };
    expect(faultOf({ "price-v1": "999" })).toBe("price_too_low");
    expect(faultOf({ "price-v1": "1000" })).toBeNull();
    expect(faultOf({ "price-v1": "1000000000" })).toBeNull();
    expect(faultOf({ "price-v1": "1000000001" })).toBe("price_too_high");
    expect(faultOf({ "price-v1": "rẻ" })).toBe("not_a_number");
    expect(faultOf({ "stock-v1": "0" })).toBeNull();
    expect(faultOf({ "stock-v1": "1000000" })).toBeNull();
    expect(faultOf({ "stock-v1": "1000001" })).toBe("stock_too_high");
    expect(faultOf({ "stock-v1": "-1" })).toBe("not_a_number");
  });
  it("a visit has no stock to change", () => {
    const visit = { ...bottle, stock: null };
    const form = aForm({ ...shown, "price-v1": "145000", "stock-v1": "5" });
    expect(readProductForm(form, [visit])).toEqual({ ok: true, variants: [] });
  });
});
