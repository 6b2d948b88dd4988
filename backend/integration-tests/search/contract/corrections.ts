import { foldForSearch, words } from "@cho-lang/shared/vietnamese";
import { contractDocuments } from "./documents";
import { type ContractIndex, VALUE_FACETS } from "./engine";
import { matches } from "./reference";

/** Typos that are forgiven, as [typed, read as]; the length is that of the word as typed. */
const FORGIVEN = [
  // Four letters: one letter wrong, missing, too many, or two that changed places.
  ["nemx chua", "nem chua"],
  ["bnah trang", "bánh tráng"],
  ["bwnh trang", "bánh tráng"],
  // Five to seven.
  ["nuoc khoag", "nước khoáng"],
  // Also the first letter.
  ["xuoc khoang", "nước khoáng"],
  ["incence", "incense"],
  // From eight on two.
  ["turmreic", "turmeric"],
  ["turmqqic", "turmeric"],
  ["xurmeric", "turmeric"],
  ["mangostean", "mangosteen"],
  ["mengostean", "mangosteen"],
] as const;

/** Typos that are too many for the word's length, or stand in a word with a digit. */
const REFUSED = ["tzm", "qzx", "nqqx", "khqqng", "incqqse", "turqqqic", "st26", "s2t5", "khoa1g"];

/** Keys of Telex and VNI where no input method was at work, as [typed, read as]. */
const RAW_KEYS = [
  ["nuowcs mawms", "nước mắm"],
  ["nuocws mamws", "nước mắm"],
  ["maatj ong", "mật ong"],
  ["ca2 phe6", "cà phê"],
  ["caf phe6", "cà phê"],
  ["ba1nh tra1ng", "bánh tráng"],
  ["Gooms Bats Trangf", "gốm bát tràng"],
  // More words than are corrected in one text.
  ["nuowcs mawms phus quoocs", "nước mắm phú quốc"],
  ["Keoj Duwaf Beens Tre", "kẹo dừa bến tre"],
] as const;

/** What nothing has as it was typed: corrected, or with fewer words, and saying so. */
export function defineCorrections(index: ContractIndex): void {
  const documents = contractDocuments();
  const having = (q: string) =>
    documents.filter((document) => matches(document, q, documents)).map(({ id }) => id);

  describe("readings", () => {
    it("what something has is read as it is typed", async () => {
      for (const q of ["cà phê", "NUOC MAM", "caphe", "chè sen", "bánh tr", "tra"]) {
        const { reading, suggestions } = await index.ask({ q });
        expect(reading, q).toMatchObject({ kind: "as_typed", left_out: [] });
        expect(foldForSearch(reading?.read_as ?? ""), q).toBe(foldForSearch(q));
        expect(suggestions.length).toBeLessThanOrEqual(3);
      }
    });

    it.each(FORGIVEN)("%s is corrected to %s", async (typed, meant) => {
      const found = await index.ask({ q: typed, take: 400 });
      expect(found.reading).toMatchObject({ kind: "corrected", read_as: meant, left_out: [] });
      const right = await index.ask({ q: meant, take: 400 });
      expect(right.count).toBeGreaterThan(0);
      expect(found.ids).toEqual(expect.arrayContaining(right.ids.slice(0, 3)));
    });

    it.each(REFUSED)("%s is not corrected", async (typed) => {
      expect(having(typed)).toEqual([]);
      const alone = await index.ask({ q: typed });
      expect(alone).toMatchObject({ ids: [], count: 0 });
      expect(alone.reading).toMatchObject({ kind: "as_typed", left_out: [] });
      expect(alone.suggestions).toEqual([]);
      const among = await index.ask({ q: `cà phê ${typed}`, take: 400 });
      expect(among.reading).toMatchObject({ kind: "fewer_words", left_out: [typed] });
      expect(foldForSearch(among.reading?.read_as ?? "")).toBe("ca phe");
      expect(among.ids.sort()).toEqual(having("cà phê"));
    });

    it.each(RAW_KEYS)("%s is read as %s", async (typed, meant) => {
      const found = await index.ask({ q: typed, take: 400 });
      expect(found.reading).toMatchObject({ kind: "corrected", read_as: meant, left_out: [] });
      expect(found.ids.sort()).toEqual(having(meant));
    });

    it("keys of an input method are read only in words that nothing has, without diacritics", async () => {
      const missing = await index.ask({ q: "nuowcs mawms zzqqxx", take: 400 });
      expect(missing.reading).toMatchObject({ kind: "fewer_words", left_out: ["zzqqxx"] });
      expect(missing.reading?.read_as).toBe("nước mắm");
      expect(missing.ids.sort()).toEqual(having("nuoc mam"));
      // "Tour" would be "toủ", and "coffee" is no Vietnamese word.
      for (const q of ["tour", "coffee"]) {
        expect((await index.ask({ q })).reading?.kind, q).toBe("as_typed");
      }
      const mixed = await index.ask({ q: "gốm mawms", take: 400 });
      expect(mixed.reading).toMatchObject({ kind: "fewer_words", left_out: ["mawms"] });
    });

    it("two words that nothing has are corrected together, three are left out", async () => {
      const two = await index.ask({ q: "bnah trnag" });
      expect(two.reading).toMatchObject({ kind: "corrected", read_as: "bánh tráng" });
      const three = await index.ask({ q: "nuocq khoangq bnah trang" });
      expect(three.reading).toMatchObject({
        kind: "fewer_words",
        left_out: ["nuocq", "khoangq", "bnah"],
      });
    });

    it("of a long text in which every word exists none is replaced", async () => {
      const short = await index.ask({ q: "gạo nếp thịt rượu" });
      const long = await index.ask({ q: `muối ${"cà phê mật ong nước mắm"} thịt rượu` });
      expect(short.reading?.kind).not.toBe("as_typed");
      expect(long.reading?.kind).toBe("fewer_words");
    });

    it("a word that exists is never taken for another one", async () => {
      // "mực" and "mục", "cam" and "cao": both are words, so nothing is guessed.
      for (const q of ["mực", "cam", "nho", "mơ", "vang"]) {
        expect((await index.ask({ q })).reading?.kind, q).toBe("as_typed");
      }
    });

    it("a word is spelt as the catalog does, also where documents have a synonym of it", async () => {
      // "Chà bông" counts as "ruốc", so that few of what is found spell it.
      for (const [typed, meant] of [
        ["thịt rượu", "thịt ruốc"],
        ["chà rượu", "chà ruốc"],
      ] as const) {
        const { reading } = await index.ask({ q: typed });
        expect(reading).toMatchObject({ kind: "corrected", read_as: meant });
      }
    });

    it("two words that were written as one are told apart when both exist", async () => {
      const found = await index.ask({ q: "gomcham" });
      expect(found.reading?.kind).toBe("corrected");
      expect(foldForSearch(found.reading?.read_as ?? "")).toBe("gom cham");
      expect(found.ids.length).toBeGreaterThan(0);
    });

    it("words that nothing has are left out, wherever they stand", async () => {
      for (const [q, kept, left] of [
        ["nước zzqqxx mắm", "nuoc mam", ["zzqqxx"]],
        ["Zzqqxx Mật Ong", "mat ong", ["Zzqqxx"]],
        ["kẹo zzqqxx dừa wwjjkk", "keo dua", ["zzqqxx", "wwjjkk"]],
      ] as const) {
        const found = await index.ask({ q, take: 400 });
        expect(found.reading, q).toMatchObject({ kind: "fewer_words", left_out: left });
        expect(foldForSearch(found.reading?.read_as ?? ""), q).toBe(kept);
        expect(found.ids.sort(), q).toEqual(having(kept));
      }
    });

    it("of words that never meet, those at the end are left out", async () => {
      const found = await index.ask({ q: "nước mắm arabica", take: 400 });
      expect(found.reading).toMatchObject({ kind: "fewer_words", left_out: ["arabica"] });
      expect(found.ids.sort()).toEqual(having("nuoc mam"));
    });

    it("words that say nothing of a thing are left out before others", async () => {
      for (const [q, kept, left] of [
        ["đặc sản mật ong zzqqxx", "mat ong", ["đặc", "sản", "zzqqxx"]],
        ["mua nước mắm arabica", "nuoc mam", ["mua", "arabica"]],
        ["mua arabica", "arabica", ["mua"]],
      ] as const) {
        const found = await index.ask({ q, take: 400 });
        expect(found.reading, q).toMatchObject({ kind: "fewer_words", left_out: left });
        expect(foldForSearch(found.reading?.read_as ?? ""), q).toBe(kept);
        expect(found.ids.sort(), q).toEqual(having(kept));
      }
    });

    it("when nothing is left, nothing is found and nothing is offered", async () => {
      for (const q of ["zzqqxx", "zzqqxx wwjjkk", "qwertyuiop"]) {
        const found = await index.ask({ q });
        expect(found, q).toMatchObject({ ids: [], count: 0, suggestions: [] });
        expect(found.reading, q).toMatchObject({ kind: "as_typed", left_out: [] });
        for (const name of VALUE_FACETS) expect(found.facets[name], q).toEqual({});
      }
    });

    it("the text alone decides how it is read, never a filter", async () => {
      const none = { province: { $in: ["22"] } };
      const coffee = await index.ask({ q: "ca phe", filters: none });
      expect(coffee).toMatchObject({ ids: [], count: 0 });
      expect(coffee.reading?.kind).toBe("as_typed");
      expect(coffee.facets.province?.["66"]).toBeGreaterThan(3);
      for (const q of ["bnah trang", "nước zzqqxx mắm", "tra", "turmreic"]) {
        const all = await index.ask({ q });
        for (const filters of [none, { kind: "tour" }, { stars: { $in: [5] } }, { id: "c001" }]) {
          const some = await index.ask({ q, filters });
          expect(some.reading, q).toEqual(all.reading);
          expect(some.suggestions, q).toEqual(all.suggestions);
        }
        expect((await index.ask({ q, skip: 60 })).reading, q).toEqual(all.reading);
        expect((await index.ask({ q, order: { price_vnd: "ASC" } })).reading).toEqual(all.reading);
      }
    });

    it("what is offered instead is found when it is asked for", async () => {
      for (const q of ["bnah trang", "mangostean", "nuoc khoag", "cà phê zzqqxx"]) {
        const { suggestions } = await index.ask({ q });
        expect(suggestions.length).toBeLessThanOrEqual(3);
        for (const offered of suggestions) {
          expect(foldForSearch(offered)).not.toBe(foldForSearch(q));
          const found = await index.ask({ q: offered });
          expect(found.count, `${q}: ${offered}`).toBeGreaterThan(0);
          expect(found.reading?.kind, `${q}: ${offered}`).toBe("as_typed");
        }
      }
    });

    it("tells the words that hits were met by, for marks", async () => {
      const typed = await index.ask({ q: "trà sen" });
      expect(typed.reading?.terms).toEqual(expect.arrayContaining(["tra", "che"]));
      expect(typed.reading?.prefix).toBe("sen");
      const corrected = await index.ask({ q: "bnah trang" });
      expect(corrected.reading?.terms).toContain("banh");
      for (const { reading } of [typed, corrected]) {
        for (const term of reading?.terms ?? []) expect(words(term).join(" ")).toBe(term);
      }
    });
  });
}
