import { describe, expect, it } from "vitest";
import { fillerPlaces } from "./fillers";

const places = (text: string) => [...fillerPlaces(text.split(" "))];

describe("words that say nothing", () => {
  it("are whole phrases, wherever they stand", () => {
    expect(places("dac san da lat")).toEqual([0, 1]);
    expect(places("mua mat ong o dau")).toEqual([0, 3, 4]);
    expect(places("nuoc mam ngon nhat")).toEqual([2, 3]);
  });

  it("are none in names of things", () => {
    for (const text of ["mat ong bac ha", "san day", "dau phong", "tom o ca mau", "nhat"]) {
      expect(places(text), text).toEqual([]);
    }
  });
});
