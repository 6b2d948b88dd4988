import { ORDER_PROGRESSES } from "@cho-lang/shared/domain/purchase";
import { describe, expect, it } from "vitest";
import { isOver, toneOf } from "./order-tone";

describe("the colour of an order's state", () => {
  it("only a parcel that was not taken asks for attention", () => {
    const loud = ORDER_PROGRESSES.filter((progress) => toneOf(progress) === "attention");
    expect(loud).toEqual(["refused"]);
  });
  it("what waits for the producer's hands is told from what is over", () => {
    expect(ORDER_PROGRESSES.filter((progress) => toneOf(progress) === "waiting")).toEqual([
      "to_confirm",
      "to_pack",
      "to_ship",
    ]);
    expect(ORDER_PROGRESSES.filter(isOver)).toEqual(["refused", "returned", "cancelled"]);
  });
});
