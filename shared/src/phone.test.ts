import { describe, expect, it } from "vitest";
import { formatPhone, parsePhone, parseVisitorPhone } from "./phone";

describe("telephone numbers", () => {
  it("one mobile number may be written in many ways", () => {
    for (const text of [
      "0912345678",
      "0912 345 678",
      "0912.345.678",
      "+84 912 345 678",
      "84912345678",
      "0084912345678",
      "(+84) 0912-345-678",
    ]) {
      expect(parsePhone(text), text).toEqual({ ok: true, e164: "+84912345678" });
    }
  });

  it("all five beginnings of mobile numbers are known and no other", () => {
    for (const first of "0123456789") {
      const known = "35789".includes(first);
      expect(parsePhone(`0${first}12345678`).ok, first).toBe(known);
    }
  });

  it("a landline has eleven digits", () => {
    expect(parsePhone("024 3825 1234")).toEqual({ ok: true, e164: "+842438251234" });
    expect(parsePhone("0236.382.5123")).toEqual({ ok: true, e164: "+842363825123" });
    expect(parsePhone("024 3825 123")).toEqual({ ok: false, reason: "too_short", missing: 1 });
    expect(parsePhone("024 3825 12345")).toEqual({ ok: false, reason: "too_long" });
  });

  it("a number that is too short says how many digits are missing", () => {
    expect(parsePhone("091234567")).toEqual({ ok: false, reason: "too_short", missing: 1 });
    expect(parsePhone("0")).toEqual({ ok: false, reason: "too_short", missing: 9 });
    expect(parsePhone("+84")).toEqual({ ok: false, reason: "too_short", missing: 9 });
    expect(parsePhone("09123456789")).toEqual({ ok: false, reason: "too_long" });
  });

  it("words, nothing, and numbers of other countries are refused", () => {
    for (const text of ["", "  ", "gọi tôi", "0912x345678", "+", "0912\u0000345678"]) {
      expect(parsePhone(text)).toEqual({ ok: false, reason: "not_a_number" });
    }
    for (const text of ["+44 20 7946 0018", "912345678", "113"]) {
      expect(parsePhone(text)).toEqual({ ok: false, reason: "bad_prefix" });
    }
  });

  it("a stored number is shown in groups as people say it", () => {
    expect(formatPhone("+84912345678")).toBe("0912 345 678");
    expect(formatPhone("+842438251234")).toBe("024 3825 1234");
    expect(formatPhone("+842363825123")).toBe("0236 382 5123");
    expect(formatPhone("+442079460018")).toBe("+442079460018");
    expect(formatPhone("")).toBe("");
  });

  it("a visitor may have a number of another country, with its code in front", () => {
    expect(parseVisitorPhone("+44 20 7946 0018")).toEqual({ ok: true, e164: "+442079460018" });
    expect(parseVisitorPhone("0033 6 12 34 56 78")).toEqual({ ok: true, e164: "+33612345678" });
    expect(parseVisitorPhone("+1234567")).toMatchObject({ reason: "too_short", missing: 1 });
    expect(parseVisitorPhone("+12345678")).toEqual({ ok: true, e164: "+12345678" });
    expect(parseVisitorPhone(`+1${"2".repeat(14)}`)).toMatchObject({ ok: true });
    expect(parseVisitorPhone(`+1${"2".repeat(15)}`)).toMatchObject({ reason: "too_long" });
    expect(parseVisitorPhone("+0123456789")).toMatchObject({ ok: false });
    expect(parseVisitorPhone("20 7946 0018")).toMatchObject({ reason: "bad_prefix" });
  });

  it("a visitor's Vietnamese number is read as everybody's", () => {
    for (const text of ["0912 345 678", "+84912345678", "0084 912 345 678", "0912 345 67", ""]) {
      expect(parseVisitorPhone(text)).toEqual(parsePhone(text));
    }
  });
});
