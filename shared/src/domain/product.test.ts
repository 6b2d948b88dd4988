import { describe, expect, it } from "vitest";
import {
  GROUPS,
  groupLabel,
  groupOf,
  HANDLING_FLAGS,
  handlingLabel,
  isGroup,
  isHandlingFlag,
  isMark,
  isSubgroup,
  MARKS,
  markLabel,
  PRODUCT_KINDS,
  productKindLabel,
  SUBGROUPS,
  subgroupLabel,
  subgroupsOf,
} from "./product";

describe("groups of the programme", () => {
  it("six groups hold every subgroup once", () => {
    expect(GROUPS).toHaveLength(6);
    const all = GROUPS.flatMap((group) => subgroupsOf(group));
    expect(all).toEqual([...SUBGROUPS]);
    expect(GROUPS.map((group) => subgroupsOf(group).length)).toEqual([14, 4, 3, 2, 3, 1]);
  });

  it("coffee is food, spirits are drinks and homestays are tourism", () => {
    expect(groupOf("coffee-cocoa")).toBe("food");
    expect(groupOf("spirit-white")).toBe("beverage");
    expect(groupOf("community")).toBe("tourism");
  });

  it("an unknown code is no group, no subgroup, no flag and no mark", () => {
    expect(isGroup("food")).toBe(true);
    expect(isGroup("tea")).toBe(false);
    expect(isSubgroup("tea")).toBe(true);
    expect(isSubgroup("toString")).toBe(false);
    expect(isHandlingFlag("cold")).toBe(true);
    expect(isHandlingFlag("hot")).toBe(false);
    expect(isMark("gi")).toBe(true);
    expect(isMark("halal")).toBe(false);
  });

  it("everything has its own words in both languages", () => {
    for (const language of ["vi", "en"] as const) {
      const lists = [
        PRODUCT_KINDS.map((kind) => productKindLabel(kind, language)),
        GROUPS.map((group) => groupLabel(group, language)),
        SUBGROUPS.map((subgroup) => subgroupLabel(subgroup, language)),
        HANDLING_FLAGS.map((flag) => handlingLabel(flag, language)),
        MARKS.map((mark) => markLabel(mark, language)),
      ];
      for (const list of lists) {
        expect(new Set(list).size).toBe(list.length);
        expect(list).not.toContain("");
      }
    }
  });
});
