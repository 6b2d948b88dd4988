import { describe, expect, it } from "vitest";
import type { CatalogCount } from "../reports/catalog-suggest";
import { namesOf } from "./catalog-names";
import { fairShare, namesLike } from "./catalog-suggest";
import { typed } from "./name-match";

const nothing = { producer: null, village: null, province: null, group: null, subgroup: null };
const count = (what: Partial<CatalogCount>, times = 1): CatalogCount => ({
  ...nothing,
  count: times,
  ...what,
});

const names = namesOf({
  counts: [
    count({}, 9),
    count({ producer: "ea-tu" }, 3),
    count({ producer: "ea-kao" }, 5),
    count({ producer: "gone" }, 2),
    count({ village: "bat-trang" }, 4),
    count({ province: "08" }, 6),
    count({ province: "01" }, 2),
    count({ province: "79" }, 2),
    count({ province: "42" }, 1),
    count({ group: "food" }, 7),
    count({ group: "tourism" }, 1),
    count({ subgroup: "tea" }, 2),
    count({ subgroup: "community" }, 1),
    count({ subgroup: "herbal-tea" }, 3),
  ],
  producers: [
    { handle: "ea-tu", name: "HTX Ea Tu", province_code: "66" },
    { handle: "ea-kao", name: "HTX Ea Kao", province_code: "66" },
    { handle: "ea-h-leo", name: "HTX Ea H'Leo", province_code: "66" },
  ],
  villages: [{ handle: "bat-trang", name: "Bát Tràng", name_en: null, province_code: "01" }],
});

const like = (type: Parameters<typeof namesLike>[1], q: string, lang: "vi" | "en" = "vi") =>
  namesLike(names, type, { q, text: typed(q) }).map(({ name, note }) =>
    note ? `${name.title[lang]} (${note[lang]})` : name.title[lang],
  );

describe("names in the search box", () => {
  it("are of what shoppers can see something of, the fullest first", () => {
    expect(like("producer", "ea")).toEqual(["HTX Ea Kao (Đắk Lắk)", "HTX Ea Tu (Đắk Lắk)"]);
    expect(like("producer", "ea", "en")[0]).toBe("HTX Ea Kao (Dak Lak)");
    expect(like("village", "battr")).toEqual(["Bát Tràng (Hà Nội)"]);
    expect(like("village", "ea")).toEqual([]);
  });

  it("of provinces are today's, and former ones say what they are part of now", () => {
    expect(like("province", "hà giang")).toEqual(["Tuyên Quang (gồm Hà Giang trước đây)"]);
    expect(like("province", "ha gi", "en")).toEqual(["Tuyen Quang (includes the former Hà Giang)"]);
    expect(like("province", "tuyen quang")).toEqual(["Tuyên Quang"]);
    expect(like("province", "ha")).toEqual([
      "Hà Nội",
      "Hà Tĩnh",
      "Tuyên Quang (gồm Hà Giang trước đây)",
    ]);
    expect(like("province", "sài gòn")).toEqual(["Hồ Chí Minh"]);
    expect(like("province", "thành phố hồ")).toEqual(["Hồ Chí Minh"]);
    expect(like("province", "bến tre")).toEqual([]);
    expect(like("province", "79")).toEqual([]);
  });

  it("of categories are met in both languages, and visits are one of them", () => {
    expect(like("category", "trà")).toEqual([
      "Trà từ thực vật khác (Thực phẩm)",
      "Chè (trà) (Thực phẩm)",
    ]);
    expect(like("category", "tea")).toEqual(["Chè (trà) (Thực phẩm)"]);
    expect(like("category", "food")).toEqual(["Thực phẩm"]);
    const community = namesLike(names, "category", {
      q: "du lich",
      text: typed("du lich"),
    });
    expect(community.map(({ name }) => name.value)).toEqual(["group=tourism"]);
  });
});

describe("room in the list", () => {
  it("is shared fairly, and what one type leaves goes to the others", () => {
    const limits = { each: 3, all: 5 };
    expect(fairShare([["a", "b", "c", "d"], ["x"], ["m", "n"]], limits)).toEqual([
      "a",
      "b",
      "x",
      "m",
      "n",
    ]);
    expect(fairShare([["a", "b", "c", "d"], [], []], limits)).toEqual(["a", "b", "c"]);
    expect(fairShare([[], []], limits)).toEqual([]);
  });
});
