import { describe, expect, it } from "vitest";
import { standingOf } from "./standing";

const ends_at = "2026-11-28T04:30:00.000Z";
const before = new Date("2026-11-28T04:29:59.999Z");

describe("where a ticket stands", () => {
  it("is good until the visit has ended", () => {
    expect(standingOf({ status: "CONFIRMED", ends_at }, before)).toBe("good");
    expect(standingOf({ status: "CONFIRMED", ends_at }, new Date(ends_at))).toBe("past");
  });

  it("says who has come, and what is no longer good", () => {
    expect(standingOf({ status: "REDEEMED", ends_at }, new Date(ends_at))).toBe("redeemed");
    expect(standingOf({ status: "CANCELLED", ends_at }, before)).toBe("cancelled");
    expect(standingOf({ status: "EXPIRED", ends_at }, before)).toBe("expired");
    expect(standingOf({ status: "EXPIRED_REFUND", ends_at }, before)).toBe("expired");
  });
});
