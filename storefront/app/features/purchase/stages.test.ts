import { describe, expect, it } from "vitest";
import {
  cancelWords,
  isVisitAhead,
  type PurchaseOrder,
  parcelsToPay,
  paysInVillage,
  stagesOf,
  visitsOf,
} from "./stages";

type Line = PurchaseOrder["lines"][number];

function aLine(visit: Line["visit"]): Line {
  return {
    title: "Một buổi bên bàn xoay",
    handle: "ban-xoay",
    unit: "",
    quantity: 1,
    price_vnd: 540_000,
    total_vnd: 540_000,
    picture: null,
    stars: null,
    visit,
  };
}

function aVisit(status: NonNullable<Line["visit"]>["status"]): Line {
  return aLine({
    uuid: "u",
    token: "t",
    status,
    starts_at: "2026-11-28T01:30:00.000Z",
    party: [{ kind: "ADULT", count: 2 }],
    pax: 2,
    meeting_point: "Cổng đình",
  });
}

type Facts = Parameters<typeof parcelsToPay>[0][number];
function anOrder(facts: Partial<Facts> = {}): Facts {
  return {
    due_vnd: 10,
    missing_vnd: 0,
    has_parcel: true,
    progress: "to_pack",
    lines: [aLine(null)],
    ...facts,
  };
}

describe("an order of visits", () => {
  const visit = anOrder({ has_parcel: false, progress: "booked", lines: [aVisit("CONFIRMED")] });

  it("is booked, then visited, and has no parcel's way", () => {
    const history = [{ progress: "booked" as const, at: "2026-11-21T01:00:00.000Z" }];
    expect(stagesOf({ has_parcel: false, progress: "booked", history })).toEqual([
      ...history,
      { progress: "visited", at: null },
    ]);
  });

  it("is paid in the village, not at the door", () => {
    expect([parcelsToPay([visit]), paysInVillage([visit])]).toEqual([0, true]);
    expect(paysInVillage([{ ...visit, due_vnd: 0 }])).toBe(false);
    expect(paysInVillage([anOrder({ lines: [aLine(null), aVisit("CANCELLED")] })])).toBe(false);
  });

  it("may be moved to another day until the guests come", () => {
    expect(isVisitAhead([visit])).toBe(true);
    expect(isVisitAhead([anOrder({ lines: [aLine(null), aVisit("REDEEMED")] })])).toBe(false);
  });

  it("beside goods is still to be paid when the parcel has come", () => {
    const mixed = anOrder({ progress: "delivered", lines: [aLine(null), aVisit("CONFIRMED")] });
    expect([parcelsToPay([mixed]), paysInVillage([mixed])]).toEqual([0, true]);
    expect(visitsOf(mixed)).toBe(540_000);
    expect(paysInVillage([{ ...mixed, missing_vnd: 10 }])).toBe(false);
  });
});

describe("the way of a parcel", () => {
  it("shows what happened and what lies ahead", () => {
    const stages = stagesOf({
      has_parcel: true,
      progress: "to_ship",
      history: [
        { progress: "to_confirm", at: "2026-11-21T01:00:00.000Z" },
        { progress: "to_pack", at: "2026-11-21T02:00:00.000Z" },
        { progress: "to_ship", at: "2026-11-21T03:00:00.000Z" },
      ],
    });
    expect(stages.map(({ progress, at }) => [progress, at !== null])).toEqual([
      ["to_confirm", true],
      ["to_pack", true],
      ["to_ship", true],
      ["shipped", false],
      ["delivered", false],
    ]);
  });

  it("ends where the order was cancelled", () => {
    const history = [
      { progress: "to_confirm" as const, at: "2026-11-21T01:00:00.000Z" },
      { progress: "cancelled" as const, at: "2026-11-21T02:00:00.000Z" },
    ];
    expect(stagesOf({ has_parcel: true, progress: "cancelled", history })).toEqual(history);
  });

  it("turns round at a door where nobody takes it", () => {
    const history = [
      { progress: "to_confirm" as const, at: "2026-11-21T01:00:00.000Z" },
      { progress: "shipped" as const, at: "2026-11-21T02:00:00.000Z" },
      { progress: "refused" as const, at: "2026-11-22T02:00:00.000Z" },
    ];
    expect(stagesOf({ has_parcel: true, progress: "refused", history })).toEqual([
      ...history,
      { progress: "returned", at: null },
    ]);
    const back = [...history, { progress: "returned" as const, at: "2026-11-24T02:00:00.000Z" }];
    expect(stagesOf({ has_parcel: true, progress: "returned", history: back })).toEqual(back);
    const mixed = { lines: [aLine(null), aVisit("CONFIRMED")] };
    expect(parcelsToPay([anOrder({ ...mixed, progress: "refused" })])).toBe(0);
  });

  it("says why in the buyer's language, or in the producer's own words", () => {
    expect(cancelWords("out_of_stock", "vi")).toBe("Hết hàng");
    expect(cancelWords("Bão về", "en")).toBe("Bão về");
  });

  it("counts the parcels that are paid at the door", () => {
    expect(parcelsToPay([anOrder({ due_vnd: 10 }), anOrder({ due_vnd: 0 })])).toBe(1);
  });
});
