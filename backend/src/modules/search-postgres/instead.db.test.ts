import { searchDatabase } from "../../../integration-tests/search/database";
import { type SampleDocument, sampleDocuments } from "../../../integration-tests/search/documents";
import { sampleEngine } from "../../../integration-tests/search/sample-engine";
import { sql } from "../../lib/sql";

const documents = sampleDocuments();

describe("another text that may have been meant", () => {
  searchDatabase("instead");
  const { create, put, ask } = sampleEngine();
  const instead = async (q: string, filters = {}) => {
    const { hits, said } = await ask({ q, filters, instead: true, take: 1 });
    return { found: hits.length, read: said?.reading, suggestions: said?.suggestions };
  };

  beforeEach(async () => {
    await create();
    const [first] = documents as [SampleDocument];
    const salt = { title: "Muối biển", title_en: "Sea salt", story: "Nước từ biển rất mặn" };
    await put([...documents, { ...first, id: "salt", ...salt }]);
  });

  it("is one with another word that a title has, although something has the text itself", async () => {
    expect((await ask({ q: "nuoc man" })).ids).toEqual(["salt"]);
    for (const filters of [{}, { province: "01" }]) {
      expect(await instead("nuoc man", filters)).toMatchObject({
        found: 0,
        read: { kind: "corrected", read_as: "nước mắm" },
      });
    }
  });

  it("is none where titles or names have the text, and where no title has another", async () => {
    for (const q of ["nuoc mam", "nước mắm phú", "muoi bien", "bien rat", "zzqqxx"]) {
      const said = await instead(q);
      expect([q, said]).toMatchObject([
        q,
        { found: 0, read: { kind: "as_typed" }, suggestions: [] },
      ]);
    }
  });

  it("is none that finds hardly more than what was typed", async () => {
    const [first] = documents as [SampleDocument];
    const story = "Nước ở đây mặn";
    const salty = ["one", "two"].map((id) => ({
      ...first,
      id,
      title: "Muối",
      title_en: id,
      story,
    }));
    await put(salty.slice(0, 1));
    expect((await instead("nuoc man")).read?.read_as).toBe("nước mắm");
    // Four titles have "nước mắm", and now three stories "nước … mặn".
    await put(salty);
    expect((await instead("nuoc man")).read?.kind).toBe("as_typed");
  });

  it("has no rarer word than the typed one", async () => {
    const [first] = documents as [SampleDocument];
    const titled = (title: string, place: number) => ({
      ...first,
      id: `${place}`,
      title,
      title_en: "",
      story: "",
    });
    const story = { ...titled("Bánh cốm", 0), story: "Ăn với trà buổi sáng" };
    await put([story, ...["Trà seng", "Trà seng", "Phở sáng"].map((t, n) => titled(t, n + 1))]);
    expect((await instead("tra sang")).read?.read_as).toBe("trà seng");
    await put([titled("Bún sáng", 5)]);
    expect((await instead("tra sang")).read?.kind).toBe("as_typed");
  });

  it("costs two statements, or one when there is none", async () => {
    const run = vi.spyOn(sql(), "unsafe");
    try {
      await instead("nuoc man");
      expect(run).toHaveBeenCalledTimes(2);
      run.mockClear();
      await instead("nuoc mam");
      expect(run).toHaveBeenCalledTimes(1);
    } finally {
      run.mockRestore();
    }
  });
});
