import { describe, expect, it } from "vitest";
import { columnsAfter, decide } from "./rules";

describe("deciding about a certificate", () => {
  it("a submitted one is verified or rejected, a verified one is revoked", () => {
    expect(decide("submitted", "verify")).toEqual({ allowed: true, to: "verified" });
    expect(decide("submitted", "reject")).toEqual({ allowed: true, to: "rejected" });
    expect(decide("verified", "revoke")).toEqual({ allowed: true, to: "revoked" });
  });

  it("a repeat is told apart from what never was possible", () => {
    expect(decide("revoked", "revoke")).toMatchObject({ code: "certification_already_revoked" });
    expect(decide("verified", "verify")).toMatchObject({ code: "certification_already_verified" });
    expect(decide("submitted", "revoke")).toMatchObject({ code: "certification_wrong_status" });
    expect(decide("revoked", "verify")).toMatchObject({ code: "certification_wrong_status" });
    expect(decide("verified", "reject")).toMatchObject({ code: "certification_wrong_status" });
  });

  it("only a revocation has a day, and each reason lies in its own column", () => {
    const reason = "Sai hồ sơ";
    expect(columnsAfter({ to: "rejected", reason, revoked_on: "2026-11-21" })).toEqual({
      status: "rejected",
      rejected_reason: reason,
      revoked_on: null,
      revoked_reason: null,
    });
    expect(columnsAfter({ to: "revoked", reason, revoked_on: "2026-11-21" })).toEqual({
      status: "revoked",
      rejected_reason: null,
      revoked_on: "2026-11-21",
      revoked_reason: reason,
    });
  });
});
