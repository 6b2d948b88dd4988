import type { RefundRequest } from "@cho-lang/shared/contracts/refund-request";
import { REQUEST_STATES } from "@cho-lang/shared/domain/refund-request";
import { describe, expect, it } from "vitest";
import { refundRequest as en } from "../../language/refund-request.en";
import { refundRequest as vi } from "../../language/refund-request.vi";
import { deadlineWords, nextWords, stateWords } from "./next-words";

type Facts = Pick<
  RefundRequest,
  "state" | "answer_by" | "send_back_by" | "granted_vnd" | "amount_vnd"
>;
const vietnamese = { words: vi, language: "vi" as const };

function aRequest(facts: Partial<Facts> = {}): Facts {
  return {
    state: "open",
    answer_by: "2026-11-24T17:30:00.000Z",
    send_back_by: "2026-12-08T03:00:00.000Z",
    granted_vnd: null,
    amount_vnd: 200_000,
    ...facts,
  };
}

describe("what happens next with a request", () => {
  it("has its deadline in Vietnam's time, with the day's name", () => {
    // Half past midnight of Wednesday in Vietnam is Tuesday in UTC.
    expect(deadlineWords(aRequest().answer_by, "vi")).toBe("00:30 thứ tư, 25.11.2026");
    expect(deadlineWords(aRequest().answer_by, "en")).toBe("00:30 Wednesday, 25 Nov 2026");
    expect(nextWords(aRequest(), "cod", vietnamese)).toContain("00:30 thứ tư, 25.11.2026");
    const back = aRequest({ state: "to_send_back" });
    expect(nextWords(back, "cod", vietnamese)).toContain("10:00 thứ ba, 08.12.2026");
  });

  it("names what was granted, not what was asked for", () => {
    const less = aRequest({ state: "refunded", granted_vnd: 150_000 });
    expect(nextWords(less, "stripe", vietnamese)).toMatch(/150\.000.+thẻ/);
    expect(nextWords(less, "cod", vietnamese)).toMatch(/150\.000.+chuyển khoản/);
  });

  it("speaks of no money where none was paid", () => {
    for (const state of ["paying", "refunded"] as const) {
      const unpaid = aRequest({ state, granted_vnd: 0, amount_vnd: 0 });
      expect(nextWords(unpaid, "cod", vietnamese)).toContain("không phải trả gì");
      expect(stateWords(unpaid, vietnamese)).toContain("hủy đơn");
    }
  });

  it("is said of every state, in both languages", () => {
    for (const state of REQUEST_STATES) {
      for (const provider of ["cod", "vietqr", "stripe"] as const) {
        expect(nextWords(aRequest({ state }), provider, vietnamese)).not.toBe("");
        expect(nextWords(aRequest({ state }), provider, { words: en, language: "en" })).not.toBe(
          "",
        );
      }
    }
  });
});
