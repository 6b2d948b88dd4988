import { describe, expect, it } from "vitest";
import {
  ACTIONS,
  isProducerOpenOn,
  LEGAL_FORM_LABELS,
  LEGAL_FORMS,
  legalFormLabel,
  MEMBER_ROLE_LABELS,
  MEMBER_ROLES,
  mayDo,
  memberRoleLabel,
  PRODUCER_STATUS_LABELS,
  PRODUCER_STATUSES,
} from "./producer";

const open = { status: "open", closed_from: null, closed_until: null } as const;

describe("whether a shop sells on a day", () => {
  it("an open shop without closure sells every day", () => {
    expect(isProducerOpenOn(open, "2026-11-21")).toBe(true);
  });

  it("a shop that is pending, suspended or closed sells on no day", () => {
    for (const status of ["pending", "suspended", "closed"] as const) {
      expect(isProducerOpenOn({ ...open, status }, "2026-11-21")).toBe(false);
    }
  });

  it("the shop sells before Tết, not from the first to the last day of it, and again after", () => {
    const tet = { ...open, closed_from: "2027-02-04", closed_until: "2027-02-10" };
    expect(isProducerOpenOn(tet, "2027-02-03")).toBe(true);
    expect(isProducerOpenOn(tet, "2027-02-04")).toBe(false);
    expect(isProducerOpenOn(tet, "2027-02-07")).toBe(false);
    expect(isProducerOpenOn(tet, "2027-02-10")).toBe(false);
    expect(isProducerOpenOn(tet, "2027-02-11")).toBe(true);
  });

  it("a closure of one day closes that day only", () => {
    const day = { ...open, closed_from: "2026-11-21", closed_until: "2026-11-21" };
    expect(isProducerOpenOn(day, "2026-11-20")).toBe(true);
    expect(isProducerOpenOn(day, "2026-11-21")).toBe(false);
    expect(isProducerOpenOn(day, "2026-11-22")).toBe(true);
  });

  it("a closure until further notice does not end by itself", () => {
    const away = { ...open, closed_from: "2026-11-21" };
    expect(isProducerOpenOn(away, "2026-11-20")).toBe(true);
    expect(isProducerOpenOn(away, "2026-11-21")).toBe(false);
    expect(isProducerOpenOn(away, "2036-11-21")).toBe(false);
  });

  it("a closure with only a last day has already begun", () => {
    const back = { ...open, closed_until: "2026-11-21" };
    expect(isProducerOpenOn(back, "2020-01-01")).toBe(false);
    expect(isProducerOpenOn(back, "2026-11-21")).toBe(false);
    expect(isProducerOpenOn(back, "2026-11-22")).toBe(true);
  });

  it("a suspended shop stays shut outside its closure dates too", () => {
    const both = { status: "suspended", closed_from: "2027-02-04", closed_until: null } as const;
    expect(isProducerOpenOn(both, "2026-11-21")).toBe(false);
  });
});

describe("who may do what in the portal", () => {
  it("the owner may do everything", () => {
    for (const action of Object.keys(ACTIONS)) expect(mayDo("owner", action)).toBe(true);
  });

  it("only the owner manages the team, and a seller sees no money", () => {
    expect(MEMBER_ROLES.filter((role) => mayDo(role, "manage_team"))).toEqual(["owner"]);
    expect(mayDo("seller", "read_money")).toBe(false);
    expect(mayDo("accountant", "read_money")).toBe(true);
  });

  it("a seller packs and ships but cannot cancel", () => {
    expect(mayDo("seller", "pack_orders")).toBe(true);
    expect(mayDo("seller", "ship_orders")).toBe(true);
    expect(mayDo("seller", "cancel_orders")).toBe(false);
  });

  it("guides and accountants change nothing", () => {
    for (const action of ["pack_orders", "ship_orders", "edit_products", "edit_shop"]) {
      expect(mayDo("guide", action)).toBe(false);
      expect(mayDo("accountant", action)).toBe(false);
    }
  });

  it("an action without a row and an unknown role are refused", () => {
    expect(mayDo("owner", "capture_payment")).toBe(false);
    expect(mayDo("owner", "toString")).toBe(false);
    expect(mayDo("admin", "read_orders")).toBe(false);
  });
});

describe("words for producers", () => {
  it("every legal form, state and role has a name in both languages", () => {
    for (const form of LEGAL_FORMS) expect(LEGAL_FORM_LABELS[form].en).not.toBe("");
    for (const status of PRODUCER_STATUSES) expect(PRODUCER_STATUS_LABELS[status].en).not.toBe("");
    for (const role of MEMBER_ROLES) expect(MEMBER_ROLE_LABELS[role].en).not.toBe("");
    expect(legalFormLabel("cooperative", "vi")).toBe("Hợp tác xã");
    expect(memberRoleLabel("guide", "vi")).toBe("Hướng dẫn viên");
  });
});
