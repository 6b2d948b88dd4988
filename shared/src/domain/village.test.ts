import { describe, expect, it } from "vitest";
import { VILLAGE_KINDS, villageKindLabel } from "./village";

describe("villages", () => {
  it("every kind of place has a name in both languages", () => {
    const names = VILLAGE_KINDS.flatMap((kind) => [
      villageKindLabel(kind, "vi"),
      villageKindLabel(kind, "en"),
    ]);
    expect(new Set(names).size).toBe(VILLAGE_KINDS.length * 2);
    expect(villageKindLabel("craft", "vi")).toBe("Làng nghề");
  });
});
