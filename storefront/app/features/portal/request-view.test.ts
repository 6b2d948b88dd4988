import { describe, expect, it } from "vitest";
import { isOverdue, requestHistory, waitsForProducer, wishOf } from "./request-view";

describe("what a buyer wants", () => {
  it("is the whole order before it is sent, and money afterwards", () => {
    const facts = { kind: "refund", reason: "changed_mind" } as const;
    expect(wishOf({ ...facts, order: { progress: "to_pack" } })).toBe("call_off");
    expect(wishOf({ ...facts, order: { progress: "cancelled" } })).toBe("call_off");
    expect(wishOf({ ...facts, order: { progress: "shipped" } })).toBe("refund");
    expect(wishOf({ ...facts, order: { progress: "delivered" } })).toBe("refund");
  });
  it("is a visit called off, but money for one that was not held", () => {
    const booked = { kind: "refund", order: { progress: "booked" } } as const;
    expect(wishOf({ ...booked, reason: "cannot_come" })).toBe("call_off_visit");
    expect(wishOf({ ...booked, reason: "other" })).toBe("call_off_visit");
    expect(wishOf({ ...booked, reason: "visit_not_held" })).toBe("refund");
  });
  it("is a return when goods go back", () => {
    const order = { progress: "delivered" } as const;
    expect(wishOf({ kind: "return", reason: "damaged", order })).toBe("return");
  });
});

describe("whom a request waits for", () => {
  it("is the producer for an answer and for goods on their way back", () => {
    expect(waitsForProducer({ state: "open" })).toBe(true);
    expect(waitsForProducer({ state: "to_send_back" })).toBe(true);
    expect(waitsForProducer({ state: "to_decide" })).toBe(false);
    expect(waitsForProducer({ state: "refunded" })).toBe(false);
  });
  it("is overdue from the very instant on, and only while it is open", () => {
    const answer_by = "2026-11-24T08:00:00.000Z";
    expect(isOverdue({ state: "open", answer_by }, "2026-11-24T07:59:59.999Z")).toBe(false);
    expect(isOverdue({ state: "open", answer_by }, answer_by)).toBe(true);
    expect(isOverdue({ state: "refused", answer_by }, answer_by)).toBe(false);
  });
});

describe("what happened to a request", () => {
  const asked_at = "2026-11-21T08:00:00.000Z";
  const nothing = { answer: null, decision: null, received_at: null, refunded_at: null };
  it("begins with the buyer", () => {
    expect(requestHistory({ asked_at, ...nothing })).toEqual([
      { what: "asked", at: asked_at, text: "" },
    ]);
  });
  it("tells answer, decision, goods and money in their order", () => {
    const events = requestHistory({
      asked_at,
      answer: { deed: "decline", text: "Hàng còn tốt.", at: "2026-11-21T09:00:00.000Z" },
      decision: { deed: "grant", text: "Trả một nửa.", at: "2026-11-22T09:00:00.000Z" },
      refunded_at: "2026-11-23T09:00:00.000Z",
      received_at: "2026-11-23T08:00:00.000Z",
    });
    expect(events.map(({ what }) => what)).toEqual([
      "asked",
      "declined",
      "granted",
      "received",
      "refunded",
    ]);
    expect(events[1]?.text).toBe("Hàng còn tốt.");
  });
});
