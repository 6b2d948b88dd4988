import { describe, expect, it } from "vitest";
import { RefusalError } from "../../lib/errors";
import { parseCheckout } from "./parse-checkout";

const person = { email: "mai@example.com", full_name: "Nguyễn Thị Mai", phone: "0912 345 678" };
const place = { province_code: "66", commune_code: "24154", street: "12 Lê Duẩn" };
const rest = { payment: "cod", expected_total_vnd: 500_000 };

/** The faulty fields of a form, in the order of the alphabet. */
function faults(form: object, has_goods: boolean): string[] {
  try {
    parseCheckout(form, { has_goods });
    return [];
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return (error.details.fields ?? []).map(({ field }) => field).sort();
  }
}

describe("The form of the checkout", () => {
  it("asks for an address where goods are sent", () => {
    expect(faults({ ...person, ...place, ...rest }, true)).toEqual([]);
    expect(faults({ ...person, ...rest }, true)).toEqual([
      "commune_code",
      "province_code",
      "street",
    ]);
    const empty = { province_code: "", commune_code: "", street: "" };
    expect(faults({ ...person, ...empty, ...rest, phone: "1" }, true)).toEqual([
      "commune_code",
      "phone",
      "province_code",
      "street",
    ]);
  });

  it("asks for none where only guests come, and keeps none that was sent", () => {
    expect(faults({ ...person, ...rest }, false)).toEqual([]);
    const body = parseCheckout({ ...person, ...place, ...rest }, { has_goods: false });
    expect(body).toMatchObject({ province_code: "", commune_code: "", street: "" });
    expect(body.phone).toBe("+84912345678");
  });

  it("names every faulty field of the person at once", () => {
    const form = { ...person, ...rest, email: "mai@", phone: "12", full_name: "M" };
    expect(faults(form, false)).toEqual(["email", "full_name", "phone"]);
  });
});
