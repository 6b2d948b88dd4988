import { describe, expect, it } from "vitest";
import { decideMember, decideShop, normalEmail } from "./rules";

describe("deciding about a shop", () => {
  it("an open or pending shop is suspended, a suspended or pending one is opened", () => {
    expect(decideShop("open", "suspend")).toMatchObject({ to: "suspended", event: "suspended" });
    expect(decideShop("pending", "suspend")).toMatchObject({ to: "suspended" });
    expect(decideShop("suspended", "reopen")).toMatchObject({ to: "open", event: "reopened" });
    expect(decideShop("pending", "reopen")).toMatchObject({ to: "open", event: "opened" });
  });

  it("a repeat and a shop that left for good are refused", () => {
    expect(decideShop("suspended", "suspend")).toMatchObject({
      allowed: false,
      code: "producer_already_suspended",
    });
    expect(decideShop("open", "reopen")).toMatchObject({ code: "producer_already_open" });
    expect(decideShop("closed", "reopen")).toMatchObject({ code: "producer_closed" });
    expect(decideShop("closed", "suspend")).toMatchObject({ code: "producer_closed" });
  });
});

describe("deciding about a member", () => {
  it("a member is suspended, activated again and removed", () => {
    expect(decideMember({ from: "active", to: "suspended", isLastOwner: false })).toMatchObject({
      event: "member_suspended",
    });
    expect(decideMember({ from: "suspended", to: "active", isLastOwner: false })).toMatchObject({
      event: "member_activated",
    });
    expect(decideMember({ from: "suspended", to: "removed", isLastOwner: false })).toMatchObject({
      event: "member_removed",
    });
  });

  it("the last owner stays, a removed member stays out, a repeat is refused", () => {
    expect(decideMember({ from: "active", to: "removed", isLastOwner: true })).toMatchObject({
      code: "last_owner",
    });
    expect(decideMember({ from: "suspended", to: "active", isLastOwner: true })).toMatchObject({
      allowed: true,
    });
    expect(decideMember({ from: "removed", to: "active", isLastOwner: false })).toMatchObject({
      code: "member_removed",
    });
    expect(decideMember({ from: "active", to: "active", isLastOwner: false })).toMatchObject({
      code: "member_already_active",
    });
  });

  it("an e-mail is the same with other capitals and blanks", () => {
    expect(normalEmail("  Chu@Example.com ")).toBe("chu@example.com");
  });
});
