import { describe, expect, it } from "vitest";
import { type Met, marksOf } from "./highlight";

const marked = (text: string, met: Partial<Met>) =>
  marksOf(text, { words: [], beginnings: [], ...met }).map(([from, to]) => text.slice(from, to));

describe("marks on a title", () => {
  it("lie on the letters as they are written, with tones and đ", () => {
    const words = ["do", "duong"];
    expect(marked("Đường đỏ, đủng đỉnh", { words })).toEqual(["Đường", "đỏ"]);
    expect(marksOf("Trà Đỏ", { words: ["do"], beginnings: [] })).toEqual([[4, 6]]);
  });

  it("fit a decomposed title too", () => {
    const title = "Cà phê đặc sản".normalize("NFD");
    expect(marked(title, { words: ["phe", "dac"] })).toEqual(
      ["phê", "đặc"].map((word) => word.normalize("NFD")),
    );
    expect(marked(title, { beginnings: ["ph"] })).toEqual(["ph"]);
    expect(marked(title, { beginnings: ["sa"] })).toEqual(["sả".normalize("NFD")]);
  });

  it("cover whole words, and of a half typed word what was typed", () => {
    expect(marked("Mật ong bạc hà", { words: ["mat"], beginnings: ["o"] })).toEqual(["Mật", "o"]);
    expect(marked("Mắm cá linh", { words: ["ca"] })).toEqual(["cá"]);
    expect(marked("Cam sành", { words: ["ca"] })).toEqual([]);
    expect(marked("Cam sành", { beginnings: ["ca", "cam"] })).toEqual(["Cam"]);
  });

  it("are one where neighbours were met as one word", () => {
    expect(marked("Bột cà phê Ea Tu", { words: ["caphe"] })).toEqual(["cà phê"]);
    expect(marked("Bột cà phê Ea Tu", { beginnings: ["caph"] })).toEqual(["cà ph"]);
    expect(marked("Bột cà phê", { beginnings: ["ca"] })).toEqual(["cà"]);
    expect(marked("Cà-phê", { words: ["caphe"] })).toEqual(["Cà-phê"]);
  });

  it("cover one word that was typed as two", () => {
    expect(marked("Bột Caphe", { words: ["ca", "phe"] })).toEqual(["Caphe"]);
  });

  it("cover a synonym of several words as one, only where all stand together", () => {
    expect(marked("Phu Quoc fish sauce", { words: ["fish sauce"] })).toEqual(["fish sauce"]);
    expect(marked("Fish with soy sauce", { words: ["fish sauce"] })).toEqual([]);
    expect(marked("Fish", { words: ["fish sauce"] })).toEqual([]);
  });

  it("never overlap", () => {
    const met = { words: ["ca", "phe", "caphe", "ca phe"], beginnings: ["cap", "p"] };
    expect(marked("Cà phê sữa", met)).toEqual(["Cà phê"]);
    expect(marked("Cà phê cà", met)).toEqual(["Cà phê", "cà"]);
    expect(marksOf("ong ong ong", { words: ["ong"], beginnings: ["o"] })).toEqual([
      [0, 3],
      [4, 7],
      [8, 11],
    ]);
  });

  it("are none where nothing was typed or met", () => {
    expect(marked("Cà phê", {})).toEqual([]);
    expect(marked("", { words: ["ca"] })).toEqual([]);
    expect(marked("🍵 – …", { words: ["ca"], beginnings: ["c"] })).toEqual([]);
    expect(marked("🍵 trà", { words: ["tra"] })).toEqual(["trà"]);
  });
});
