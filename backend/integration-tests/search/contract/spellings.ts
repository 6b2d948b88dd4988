import { words } from "@cho-lang/shared/vietnamese";
import { contractDocuments } from "./documents";
import type { ContractIndex } from "./engine";
import { matches } from "./reference";

/** Texts that something has as they are typed; their sets are compared with a plain reading. */
const TEXTS = [
  "cà phê",
  "mật ong",
  "nước mắm",
  "chè shan tuyết",
  "bánh",
  "bánh tr",
  "banh trang",
  "khăn lụa",
  "khan",
  "hoa",
  "gốm bát tràng",
  "gom",
  "g",
  "đỏ",
  "tơ",
  "ăn",
  "ổn",
  "đá",
  "ba be",
  "cu m gar",
  "m'gar",
  "ea h'leo",
  "st25",
  "gạo st25",
  "phu quoc 40",
  "hộp 12",
  "100%",
  "cô tấm",
  "c'mon\\bắc",
  "muối",
  "mắm tôm",
  "hà giang",
  "bến tre kẹo",
  "tinh dau que",
  "tour gốm",
  "pottery class",
  "rice paper",
  "coffee",
  "honey mèo vạc",
  "lợn",
  "kẹo lạc",
  "tphcm xoài",
  "mai vàng chợ lách",
  "quà tết",
  "hộp quà",
  "trà",
  "cà",
  "mật",
  "ma",
  "caph",
  "cà ph",
  "caphe ba",
  "hà gi",
  "hà gia",
  "mật ong hà gi",
  "suối gi",
  "thanh h",
  "nguy",
  "bình đị",
] as const;

/** Diacritics, capitals, compositions, joined words, beginnings: the same thing is found. */
export function defineSpellings(index: ContractIndex): void {
  const documents = contractDocuments();
  const found = async (q: string) => (await index.idsOf(q)).sort();
  const titled = (pattern: RegExp) =>
    documents.filter(({ title }) => pattern.test(title)).map(({ id }) => id);

  describe("spellings", () => {
    it("finds exactly what a person reading every document finds", async () => {
      const wrong: string[] = [];
      for (const q of TEXTS) {
        const expected = documents
          .filter((document) => matches(document, q, documents))
          .map(({ id }) => id);
        expect(expected, `nothing is like "${q}"`).not.toEqual([]);
        const ids = await found(q);
        const missed = expected.filter((id) => !ids.includes(id));
        const wrongly = ids.filter((id) => !expected.includes(id));
        if (missed.length + wrongly.length === 0) continue;
        wrong.push(`"${q}" misses [${missed}] and finds [${wrongly}] wrongly`);
      }
      expect(wrong).toEqual([]);
    });

    it("with or without diacritics, in capitals and decomposed finds the same", async () => {
      for (const q of TEXTS) {
        const ids = await found(q);
        const bare = words(q).join(" ");
        for (const other of [bare, q.toUpperCase(), q.normalize("NFD"), `  ${q} ! `]) {
          expect(await found(other), `${other} is not ${q}`).toEqual(ids);
        }
      }
    });

    it("titles that differ only by tones are all found, whatever tone is typed", async () => {
      const twins = [
        ["mứt dừa", "mứt dứa", "mứt dưa", "mut dua"],
        ["cá muối", "cà muối", "ca muoi"],
        ["mơ ngâm", "mỡ ngâm"],
        ["kẹo dừa", "kẹo dứa"],
        ["bánh đa", "bánh đá"],
      ];
      for (const [first = "", ...others] of twins) {
        const ids = await found(first);
        expect(ids.length, first).toBeGreaterThan(1);
        for (const other of others) expect(await found(other)).toEqual(ids);
      }
    });

    it("no word is too short or too common to be looked for", async () => {
      for (const [q, title] of [
        ["gạo đỏ", /huyết rồng đỏ/],
        ["tơ tằm", /tơ tằm Vạn/],
        ["ăn liền", /Bơ sấy/],
        ["ổn định", /Cao ổi/],
      ] as const) {
        expect(await found(q), q).toEqual(expect.arrayContaining(titled(title)));
      }
      expect((await found("gạo đỏ")).length).toBeLessThan((await found("gạo")).length);
    });

    it("only the last word may be half typed", async () => {
      expect(await found("nước mắm phú qu")).toEqual(titled(/mắm Phú Quốc/));
      const halfFirst = await index.ask({ q: "nướ mắm phú quốc" });
      expect(halfFirst.reading?.kind).not.toBe("as_typed");
      expect(await found("mật on")).toEqual(await found("mật ong"));
    });

    it("half a word is looked for in titles, and of a story only whole words count", async () => {
      const ids = await found("tra");
      const [mat] = documents.filter(({ title }) => title === "Thảm cói Nga Sơn");
      // A mat is "trang trí", and half of all stories have some word like it; nobody who wants tea does.
      expect(mat?.sort_of_thing).toContain("trang trí");
      expect(ids).not.toContain(mat?.id);
      expect(ids).toEqual(expect.arrayContaining(titled(/trà|bánh tráng/i)));
      const told = documents.filter(
        ({ title, story }) => !/nhuộm/i.test(title) && /nhuộm/i.test(story),
      );
      expect(told.length).toBeGreaterThan(0);
      for (const { id } of told) {
        expect(await found("nhuộm")).toContain(id);
        expect(await found("nhuộ")).not.toContain(id);
      }
    });

    it("half a name is looked for where no name is called so, or beside its first word", async () => {
      const hagiang = documents.filter(({ place }) => place.includes("Hà Giang"));
      expect(hagiang.length).toBeGreaterThan(3);
      const all = hagiang.map(({ id }) => id);
      // "Gia" is a word of other names, and still Hà Gia… can only be Hà Giang.
      for (const q of ["hà gi", "hà gia", "hà giang"]) {
        expect(await found(q), q).toEqual(expect.arrayContaining(all));
      }
      expect(await found("gian")).toEqual(expect.arrayContaining(all));
      for (const { id } of hagiang.filter(({ title, story }) => !/\bgi/i.test(title + story))) {
        expect(await found("gia")).not.toContain(id);
      }
    });

    it("a word and the beginning of the next are not one half word", async () => {
      // "Cà phê Ea Tu" has no word like "phee", nor "Trà xanh Hoàng Su Phì" one like "xanhh".
      for (const [typed, meant] of [
        ["ca phee", "cà phê"],
        ["cà phêe", "cà phê"],
      ] as const) {
        const { ids, reading } = await index.ask({ q: typed, take: 400 });
        expect(reading, typed).toMatchObject({ kind: "corrected", read_as: meant });
        expect(ids.sort(), typed).toEqual(await found(meant));
      }
    });

    it("words written as one are found, and one word as two", async () => {
      for (const [one, two] of [
        ["caphe", "ca phe"],
        ["càphê", "cà phê"],
        ["matong", "mat ong"],
        ["banhtrang", "banh trang"],
      ] as const) {
        expect((await index.ask({ q: one })).reading?.kind, one).toBe("as_typed");
        expect(await found(one), one).toEqual(expect.arrayContaining(titled(pattern(two))));
      }
      // One title is written "Caphe"; who types two words wants it too.
      expect(await found("cà phê")).toEqual(expect.arrayContaining(titled(/Caphe/)));
      expect(await found("caphe ban mê")).toEqual(expect.arrayContaining(titled(/Caphe/)));
    });

    it("text that looks like a command is only text", async () => {
      const texts = [
        "'; DROP TABLE product; --",
        "a' | 'b':*",
        "%_\\",
        "<-> & |",
        "$1",
        '" OR 1=1',
        "title = 'x' OR id EXISTS",
        '"cà phê"',
        "-cà -phê",
        "cà* phê*",
        "{}[]()",
        "\\",
        "'",
        '"',
      ];
      for (const q of texts) {
        const { reading } = await index.ask({ q });
        if (words(q).length === 0) expect(reading, q).toBeNull();
      }
      // Signs have no meaning: a quoted or a "negated" word is the word.
      expect(await found('"cà phê"')).toEqual(await found("cà phê"));
      expect(await found("-cà -phê")).toEqual(await found("cà phê"));
      expect(await found("mật + ong")).toEqual(await found("mật ong"));
      expect((await index.ask({})).count).toBe(documents.length);
    });

    it("without a letter or digit there is no text", async () => {
      for (const q of ["", "   ", "!!!", "–", "🍵"]) {
        const browsed = await index.ask({ q });
        expect(browsed.count, q).toBe(documents.length);
        expect(browsed.reading, q).toBeNull();
      }
    });

    it("a text of many words is read up to the twentieth", async () => {
      const twenty = Array.from({ length: 20 }, (_, place) => (place % 2 ? "phê" : "cà")).join(" ");
      expect((await index.ask({ q: twenty })).count).toBeGreaterThan(0);
      expect(await found(`${twenty} khongcogi`)).toEqual(await found(twenty));
      const long = await index.ask({ q: "x".repeat(200) });
      expect(long.count).toBe(0);
    });
  });
}

/** The folded words of a text in a title with tones: each letter in any of its forms. */
function pattern(folded: string): RegExp {
  const forms: Readonly<Record<string, string>> = {
    a: "[aàáạảãăâấầậẩẫằắ]",
    e: "[eêệếềể]",
    o: "[oôơốồ]",
  };
  return new RegExp([...folded].map((letter) => forms[letter] ?? letter).join(""), "i");
}
