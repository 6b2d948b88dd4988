import { describe, expect, it } from "vitest";
import { formatAge, formatCount } from "./numbers";

describe("numbers in the operator's words", () => {
  it("thousands stand apart as each language writes them", () => {
    expect([formatCount(12_345, "vi"), formatCount(12_345, "en")]).toEqual(["12.345", "12,345"]);
  });

  it("a length of time is told in its largest whole unit", () => {
    const told = [0, 1, 59.9, 60, 3599, 3600, 86_399, 86_400, 200_000].map((seconds) =>
      formatAge(seconds, "en"),
    );
    expect(told).toEqual([
      "0 seconds",
      "1 second",
      "59 seconds",
      "1 minute",
      "59 minutes",
      "1 hour",
      "23 hours",
      "1 day",
      "2 days",
    ]);
    expect(formatAge(125, "vi")).toBe("2 phút");
  });
});
