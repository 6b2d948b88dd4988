import { describe, expect, it } from "vitest";
import { weekend } from "./weekend";

describe("the coming weekend", () => {
  it("is this week's Saturday and Sunday, today included", () => {
    expect(weekend("2026-11-23")).toEqual(["2026-11-28", "2026-11-29"]);
    expect(weekend("2026-11-27")).toEqual(["2026-11-28", "2026-11-29"]);
    expect(weekend("2026-11-28")).toEqual(["2026-11-28", "2026-11-29"]);
  });

  it("is today and next Saturday on a Sunday", () => {
    expect(weekend("2026-11-22")).toEqual(["2026-11-22", "2026-11-28"]);
  });
});
