import { foldForSearch } from "@cho-lang/shared/vietnamese";
import { SYNONYMS } from "../../../src/lib/synonyms";
import { contractDocuments } from "./documents";
import type { ContractIndex } from "./engine";
import { isInTitle } from "./reference";

/** The two names of a thing, north and south, find it. */
export function defineSynonyms(index: ContractIndex): void {
  const documents = contractDocuments();
  const found = (q: string) => index.idsOf(q);
  const titled = (phrase: string) =>
    documents.filter((document) => isInTitle(document, foldForSearch(phrase))).map(({ id }) => id);

  describe("synonyms", () => {
    it("every one on the list finds the titles that hold the other word", async () => {
      let checked = 0;
      for (const [phrase, others] of SYNONYMS) {
        const expected = others.flatMap(titled);
        if (expected.length === 0) continue;
        checked += 1;
        expect(await found(phrase), phrase).toEqual(expect.arrayContaining(expected));
      }
      expect(checked).toBeGreaterThan(15);
    });

    it("count as the word inside a longer text, and are as typed", async () => {
      const lotus = await index.ask({ q: "chè sen tây hồ" });
      expect(lotus.ids).toEqual(titled("Trà sen Tây Hồ"));
      expect(lotus.reading).toMatchObject({ kind: "as_typed", left_out: [] });
      expect(await found("khô lợn")).toEqual(expect.arrayContaining(titled("Khô heo Biên Hòa")));
    });

    it("stand for whole words: who looks for tea does not want what begins like trà", async () => {
      const [mat] = documents.filter(({ title }) => title === "Thảm cói Nga Sơn");
      expect(mat?.sort_of_thing).toContain("trang trí");
      const ids = await found("tea");
      expect(ids).toEqual(expect.arrayContaining(titled("Chè đinh Tân Cương")));
      expect(ids).not.toContain(mat?.id);
    });

    it("of one word count in titles and names, because in a story it is mostly another word", async () => {
      const [incense] = documents.filter(({ story }) => story === "Tăm hương nứa chẻ tay");
      expect(incense?.title).toBe("Hương Quảng Phú Cầu");
      for (const q of ["trà", "tea"]) expect(await found(q), q).not.toContain(incense?.id);
      expect(await found("chẻ")).toContain(incense?.id);
      // Two words side by side are hardly anything else.
      const [crispy] = documents.filter(({ story }) => story === "Chà bông");
      for (const q of ["ruốc", "floss"]) expect(await found(q), q).toContain(crispy?.id);
    });

    it("of a wide word find the narrow one, not the other way round", async () => {
      const boxes = titled("Hộp quà Tết đỏ");
      expect(await found("quà tết")).toEqual(expect.arrayContaining(boxes));
      expect(await found("quà tết")).toEqual(expect.arrayContaining(titled("Mứt dừa")));
      expect(await found("mứt dừa")).not.toEqual(expect.arrayContaining(boxes));
    });
  });
}
