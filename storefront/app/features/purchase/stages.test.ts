import { describe, expect, it } from "vitest";
import { cancelWords, parcelsToPay, stagesOf } from "./stages";

describe("the way of a parcel", () => {
  it("shows what happened and what lies ahead", () => {
    const stages = stagesOf({
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
    expect(stagesOf({ progress: "cancelled", history })).toEqual(history);
  });

  it("says why in the buyer's language, or in the producer's own words", () => {
    expect(cancelWords("out_of_stock", "vi")).toBe("Hết hàng");
    expect(cancelWords("Bão về", "en")).toBe("Bão về");
  });

  it("counts the parcels that are paid at the door", () => {
    expect(parcelsToPay([{ due_vnd: 10 }, { due_vnd: 0 }])).toBe(1);
  });
});
