import { describe, expect, it } from "vitest";
import { type SettledOrder, type SettledVisit, settlement } from "./settlement";

const now = new Date("2026-11-28T03:00:00Z");

/** A visit of 500,000 đồng that is paid at the village. */
function aVisit(over: Partial<SettledVisit> = {}): SettledVisit {
  return { status: "CONFIRMED", due_vnd: 500_000, collected_vnd: 0, no_show_at: null, ...over };
}
/** An order of that visit alone. */
function anOrder(over: Partial<SettledOrder> = {}): SettledOrder {
  return {
    has_parcel: false,
    total_vnd: 500_000,
    visits_vnd: 500_000,
    due_vnd: 500_000,
    collected_vnd: 0,
    refunded_vnd: 0,
    missing_vnd: 0,
    written_off_vnd: 0,
    delivered_at: null,
    refused_at: null,
    cancelled_at: null,
    ...over,
  };
}
/** Goods and delivery for 142,000 đồng with it. */
const mixed = { has_parcel: true, total_vnd: 642_000, due_vnd: 642_000 };
const nothing = { due_delta_vnd: 0, collected_delta_vnd: 0, visited: null };
const paid = aVisit({ due_vnd: 0, collected_vnd: 500_000 });

describe("An order agrees with its visits", () => {
  it("when nothing has happened", () => {
    expect(settlement(anOrder(), [aVisit()], true)).toEqual(nothing);
    expect(settlement(anOrder(mixed), [aVisit()], true)).toEqual(nothing);
  });

  it("when the host has the money: the visit's part is collected, the parcel's still due", () => {
    const moved = { due_delta_vnd: -500_000, collected_delta_vnd: 500_000, visited: null };
    expect(settlement(anOrder(), [paid], true)).toEqual(moved);
    expect(settlement(anOrder(mixed), [paid], true)).toEqual(moved);
    const after = anOrder({ ...mixed, due_vnd: 142_000, collected_vnd: 500_000 });
    expect(settlement(after, [paid], true)).toEqual(nothing);
    const back = { due_delta_vnd: 500_000, collected_delta_vnd: -500_000, visited: null };
    expect(settlement(after, [aVisit()], true)).toEqual(back);
  });

  it("whichever comes first, the parcel or the visit", () => {
    const delivered = { ...mixed, delivered_at: now, due_vnd: 500_000, collected_vnd: 142_000 };
    expect(settlement(anOrder(delivered), [aVisit()], true)).toEqual(nothing);
    expect(settlement(anOrder(delivered), [paid], true)).toEqual({
      due_delta_vnd: -500_000,
      collected_delta_vnd: 500_000,
      visited: null,
    });
  });

  it("when the parcel's cash came short: what is missing stays due until it is written off", () => {
    const short = { ...mixed, delivered_at: now, missing_vnd: 42_000 };
    const before = anOrder({ ...short, due_vnd: 542_000, collected_vnd: 100_000 });
    expect(settlement(before, [aVisit()], true)).toEqual(nothing);
    expect(settlement(before, [paid], true)).toEqual({
      due_delta_vnd: -500_000,
      collected_delta_vnd: 500_000,
      visited: null,
    });
    const given_up = { missing_vnd: 0, written_off_vnd: 42_000 };
    const after = anOrder({ ...short, ...given_up, due_vnd: 500_000, collected_vnd: 100_000 });
    expect(settlement(after, [aVisit()], true)).toEqual(nothing);
  });

  it("when the parcel was refused: only its visit is due, whether it is paid or not", () => {
    const refused = { ...mixed, refused_at: now };
    expect(settlement(anOrder(refused), [aVisit()], true).due_delta_vnd).toBe(-142_000);
    const settled = anOrder({ ...refused, due_vnd: 500_000 });
    expect(settlement(settled, [aVisit()], true)).toEqual(nothing);
    expect(settlement(settled, [paid], true).collected_delta_vnd).toBe(500_000);
  });

  it("when cash of it was given back: what came is not collected a second time", () => {
    const back = { due_vnd: 0, collected_vnd: 400_000, refunded_vnd: 100_000, delivered_at: now };
    const here = aVisit({ status: "REDEEMED", due_vnd: 0, collected_vnd: 500_000 });
    expect(settlement(anOrder(back), [here], true)).toEqual(nothing);
  });

  it("when nobody came: what was due is written off, and due again when that was a mistake", () => {
    const missed = aVisit({ no_show_at: now });
    expect(settlement(anOrder(), [missed], true)).toEqual({
      due_delta_vnd: -500_000,
      collected_delta_vnd: 0,
      visited: true,
    });
    const after = anOrder({ due_vnd: 0, delivered_at: now });
    expect(settlement(after, [aVisit()], true)).toEqual({
      due_delta_vnd: 500_000,
      collected_delta_vnd: 0,
      visited: false,
    });
  });

  it("when all of its parties have come, not before", () => {
    const two = anOrder({ total_vnd: 1_000_000, visits_vnd: 1_000_000, due_vnd: 1_000_000 });
    const here = aVisit({ status: "REDEEMED" });
    expect(settlement(two, [here, aVisit()], true).visited).toBeNull();
    expect(settlement(two, [here, here], true).visited).toBe(true);
    expect(settlement({ ...two, delivered_at: now }, [here, here], true).visited).toBeNull();
    expect(settlement({ ...two, delivered_at: now }, [here, aVisit()], true).visited).toBe(false);
  });

  it("when it is not paid in cash, or cancelled: no money moves", () => {
    expect(settlement(anOrder({ due_vnd: 0 }), [aVisit()], false)).toEqual(nothing);
    const gone = anOrder({ cancelled_at: now, due_vnd: 0 });
    expect(settlement(gone, [aVisit({ status: "REDEEMED" })], true)).toEqual(nothing);
  });
});
