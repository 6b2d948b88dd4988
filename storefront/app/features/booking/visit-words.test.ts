import { describe, expect, it } from "vitest";
import { dayWords, instantWords, partyWords, startWords } from "./visit-words";

describe("a visit in words", () => {
  it("says who comes, and leaves out of whom nobody comes", () => {
    const party = [
      { kind: "ADULT", count: 2 },
      { kind: "SENIOR", count: 0 },
      { kind: "CHILD", count: 1 },
    ] as const;
    expect(partyWords(party, "vi")).toBe("2 người lớn, 1 trẻ em");
    expect(partyWords(party, "en")).toBe("2 adults, 1 child");
  });

  it("says day and time as they are in Vietnam", () => {
    // 06:00 in Vietnam is 23:00Z of the day before.
    expect(startWords("2026-11-27T23:00:00.000Z", "vi")).toBe("Thứ bảy, 28.11.2026, 06:00");
    expect(dayWords("2026-11-28", "en")).toBe("Saturday, 28 Nov 2026");
    expect(instantWords(new Date("2026-11-26T01:30:00Z"), "vi")).toBe("08:30 thứ năm 26.11.2026");
  });
});
