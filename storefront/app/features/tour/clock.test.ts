import { describe, expect, it } from "vitest";
import { clockAfter } from "./clock";

describe("the clock of a visit", () => {
  it("counts in Vietnam's time, whatever the machine's own", () => {
    // 06:00 in Vietnam is 23:00Z of the day before.
    expect(clockAfter("2026-11-27T23:00:00Z", 0)).toEqual({ time: "06:00", days: 0 });
    expect(clockAfter("2026-11-27T23:00:00Z", 90)).toEqual({ time: "07:30", days: 0 });
  });

  it("tells the day when a visit goes on after a night", () => {
    expect(clockAfter("2026-11-28T08:00:00Z", 16 * 60)).toEqual({ time: "07:00", days: 1 });
    expect(clockAfter("2026-11-28T08:00:00Z", 9 * 60)).toEqual({ time: "00:00", days: 1 });
  });
});
