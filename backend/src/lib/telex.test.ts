import { foldForSearch } from "@cho-lang/shared/vietnamese";
import { describe, expect, it } from "vitest";
import { decodeKeys } from "./telex";

/** What keys of Telex make: every letter and tone, marks after the letter or at the end. */
const TELEX = [
  ["nuowcs", "nước"],
  ["nuocws", "nước"],
  ["nuwowcs", "nước"],
  ["nwowcs", "nước"],
  ["nuwocs", "nước"],
  ["nuowc", "nươc"],
  ["mawms", "mắm"],
  ["mamws", "mắm"],
  ["mawsm", "mắm"],
  ["caf", "cà"],
  ["phee", "phê"],
  ["traf", "trà"],
  ["chef", "chè"],
  ["maatj", "mật"],
  ["matja", "mật"],
  ["gaoj", "gạo"],
  ["gajo", "gạo"],
  ["ddor", "đỏ"],
  ["ddawcj", "đặc"],
  ["dduwowngf", "đường"],
  ["duwowngfd", "đường"],
  ["sanr", "sản"],
  ["keoj", "kẹo"],
  ["duwaf", "dừa"],
  ["duawf", "dừa"],
  ["banhs", "bánh"],
  ["trangs", "tráng"],
  ["gooms", "gốm"],
  ["gomso", "gốm"],
  ["luaj", "lụa"],
  ["ruowuj", "rượu"],
  ["twowi", "tươi"],
  ["tw", "tư"],
  ["muwts", "mứt"],
  ["tooms", "tốm"],
  ["mieens", "miến"],
  ["yeens", "yến"],
  ["quocso", "quốc"],
  ["quees", "quế"],
  ["quyts", "quýt"],
  ["quowr", "quở"],
  ["giangf", "giàng"],
  ["gif", "gì"],
  ["gieengs", "giếng"],
  ["nghej", "nghẹ"],
  ["ngheej", "nghệ"],
  ["thuowr", "thuở"],
  ["hoacwj", "hoặc"],
  ["hoaf", "hòa"],
  ["khoais", "khoái"],
  ["xoaif", "xoài"],
  ["tuyeets", "tuyết"],
  ["nguyeenx", "nguyễn"],
  ["huwu", "hưu"],
  ["luuwj", "lựu"],
  ["oir", "ỏi"],
  ["owts", "ớt"],
  ["aans", "ấn"],
  ["axn", "ãn"],
] as const;

const VNI = [
  ["ca2", "cà"],
  ["phe6", "phê"],
  ["nu7o7c1", "nước"],
  ["nuo71c", "nước"],
  ["nuo7c1", "nước"],
  ["ma8m1", "mắm"],
  ["mam81", "mắm"],
  ["ma65t", "mật"],
  ["mat65", "mật"],
  ["d9o3", "đỏ"],
  ["do39", "đỏ"],
  ["go6m1", "gốm"],
  ["tie6u", "tiêu"],
  ["che2", "chè"],
  ["bu7o3i", "bưởi"],
  ["mu71t", "mứt"],
  ["nga4", "ngã"],
] as const;

describe("keys of an input method that was not at work", () => {
  it.each(TELEX)("of Telex: %s is %s", (keys, word) => {
    expect(decodeKeys(keys)).toBe(word);
  });

  it.each(VNI)("of VNI: %s is %s", (keys, word) => {
    expect(decodeKeys(keys)).toBe(word);
  });

  it("are what every tone on every vowel needs", () => {
    for (const vowel of ["a", "e", "i", "o", "u", "y", "aa", "aw", "ee", "oo", "ow", "uw"]) {
      // No syllable ends in ă or â.
      const keys = `t${vowel}${["aa", "aw"].includes(vowel) ? "n" : ""}`;
      const bare = decodeKeys(keys) ?? keys;
      const told = ["s", "f", "r", "x", "j"].map((tone) => decodeKeys(keys + tone));
      expect(new Set([bare, ...told]).size, vowel).toBe(6);
      for (const word of told) expect(foldForSearch(word ?? "")).toBe(foldForSearch(bare));
    }
  });

  it("are not seen in plain words, foreign ones, codes and half words", () => {
    for (const word of [
      ...["nuoc", "mam", "banh", "trang", "tra", "a", "", "gom"],
      ...["coffee", "honey", "tumeric", "incence", "class", "wifi", "saigon", "banana"],
      ...["st25", "st26", "s2t5", "khoa1g", "40", "500g", "hop2", "1kg", "2ca", "ca22", "ca0"],
      ...["zzqqxx", "wwjjkk", "nqqx", "bnah", "khoag", "nuocs2", "hopf", "mawmss", "nước", "phê"],
    ]) {
      expect(decodeKeys(word), word).toBeNull();
    }
  });
});
