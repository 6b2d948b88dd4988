import type { RefundChoice } from "@cho-lang/shared/contracts/refund-request";
import { REQUEST_TEXT_MAX } from "@cho-lang/shared/domain/refund-request";
import { describe, expect, it } from "vitest";
import { checkRequest } from "./check-request.server";
import { emptyValues, type RequestValues, readRequestValues } from "./request-values";

const LINE = {
  id: "ordli_1",
  title: "Trà shan tuyết",
  unit: "Hộp 100 g",
  quantity: 3,
  total_vnd: 300_000,
  is_visit: false,
  picture: null,
};

function aChoice(facts: Partial<RefundChoice> = {}): RefundChoice {
  return {
    order: {
      id: "order_1",
      number: "CL-7K3F9-1",
      producer: "Hợp tác xã Chè",
      progress: "delivered",
      shipping_vnd: 30_000,
      collected_vnd: 330_000,
    },
    closed: null,
    until: null,
    reasons: ["damaged", "missing", "changed_mind", "visit_not_held", "other"],
    is_whole: false,
    needs_payee: false,
    lines: [LINE],
    by_rules_vnd: null,
    ...facts,
  };
}

function filled(facts: Partial<RequestValues> = {}): RequestValues {
  return {
    ...emptyValues(aChoice()),
    reason: "missing",
    text: "Thiếu một hộp",
    quantities: { ordli_1: 1 },
    ...facts,
  };
}

function faultsOf(values: RequestValues, choice = aChoice()) {
  const checked = checkRequest(values, choice);
  return checked.ok ? {} : checked.faults;
}

describe("a filled form", () => {
  it("is taken with what the backend asks for, and nothing else", () => {
    expect(checkRequest(filled({ text: "  Thiếu một hộp " }), aChoice())).toEqual({
      ok: true,
      body: {
        kind: "refund",
        reason: "missing",
        text: "Thiếu một hộp",
        lines: [{ id: "ordli_1", quantity: 1 }],
        photos: [],
      },
    });
  });

  it("that is empty names every part at once", () => {
    const empty = { ...emptyValues(aChoice()), quantities: {} };
    expect(faultsOf(empty, aChoice({ needs_payee: true }))).toEqual({
      reason: "missing",
      lines: "missing",
      text: "missing",
      bank_bin: "missing",
      account_number: "missing",
      name: "missing",
    });
  });

  it("takes all pieces of a line, not one more, not half of one", () => {
    expect(faultsOf(filled({ quantities: { ordli_1: 3 } }))).toEqual({});
    for (const wrong of [4, 0, 0.5, Number.NaN]) {
      expect(faultsOf(filled({ quantities: { ordli_1: wrong } }))).toEqual({
        lines: "line_too_much",
      });
    }
  });

  it("asks for a photo and for the way when goods are damaged", () => {
    const damaged = filled({ reason: "damaged" });
    expect(faultsOf(damaged)).toEqual({ kind: "missing", photos: "photos_missing" });
    const shown = { ...damaged, kind: "return", photos: ["photo_1"] };
    const checked = checkRequest(shown, aChoice());
    expect(checked).toMatchObject({ ok: true, body: { kind: "return", photos: ["photo_1"] } });
  });

  it("needs no way where only one fits, whatever was left ticked", () => {
    const changed = filled({ reason: "changed_mind", kind: "refund" });
    expect(checkRequest(changed, aChoice())).toMatchObject({ ok: true, body: { kind: "return" } });
  });

  it("does not say of goods what is said of a visit", () => {
    expect(faultsOf(filled({ reason: "visit_not_held" }))).toEqual({ lines: "line_unfit" });
  });

  it("holds to the length of the words, both ends", () => {
    expect(faultsOf(filled({ text: "1234" }))).toEqual({ text: "missing" });
    expect(faultsOf(filled({ text: "12345" }))).toEqual({});
    expect(faultsOf(filled({ text: "x".repeat(REQUEST_TEXT_MAX) }))).toEqual({});
    expect(faultsOf(filled({ text: "x".repeat(REQUEST_TEXT_MAX + 1) }))).toEqual({
      text: "too_long",
    });
  });

  it("takes an account as people write it", () => {
    const account = {
      bank_bin: "970436",
      account_number: "0123 456-789",
      name: " NGUYEN THI MAI ",
    };
    expect(checkRequest(filled(account), aChoice({ needs_payee: true }))).toMatchObject({
      ok: true,
      body: { payee: { bank_bin: "970436", account_number: "0123456789", name: "NGUYEN THI MAI" } },
    });
  });

  it("of a whole order chooses no lines, and needs no account when nothing comes back", () => {
    const whole = aChoice({
      is_whole: true,
      needs_payee: true,
      by_rules_vnd: 0,
      reasons: ["cannot_come", "visit_not_held"],
    });
    const late = filled({ reason: "cannot_come" });
    expect(checkRequest(late, whole)).toMatchObject({ ok: true, body: { lines: [] } });
    expect(faultsOf({ ...late, reason: "visit_not_held" }, whole)).toHaveProperty("bank_bin");
  });
});

describe("what was typed", () => {
  it("is read with ticked lines only, and each photo once", () => {
    const form = new FormData();
    form.append("reason", "missing");
    form.append("text", "một\r\nhai");
    form.append("line", "ordli_1");
    form.append("quantity.ordli_1", "2");
    form.append("quantity.ordli_2", "5");
    for (const id of ["a", "b"]) form.append("photo", id);
    for (const id of ["b", "c"]) form.append("files", id);
    expect(readRequestValues(form)).toMatchObject({
      reason: "missing",
      text: "một\nhai",
      quantities: { ordli_1: 2 },
      photos: ["a", "b", "c"],
    });
  });

  it("has the only line ticked from the start, and none of several", () => {
    expect(emptyValues({ lines: [LINE] }).quantities).toEqual({ ordli_1: 3 });
    expect(emptyValues({ lines: [LINE, { ...LINE, id: "ordli_2" }] }).quantities).toEqual({});
  });
});
