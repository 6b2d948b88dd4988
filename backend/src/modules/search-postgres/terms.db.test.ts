import { foldForSearch } from "@cho-lang/shared/vietnamese";
import { searchDatabase } from "../../../integration-tests/search/database";
import { type SampleDocument, sampleDocuments } from "../../../integration-tests/search/documents";
import { sampleEngine } from "../../../integration-tests/search/sample-engine";
import { speltLine } from "../../lib/search-words";
import { sql } from "../../lib/sql";

const documents = sampleDocuments();

describe("the words that correct what is mistyped", () => {
  searchDatabase("terms");
  const { create, put, remove, ask } = sampleEngine();

  beforeEach(create);

  const stored = async () => {
    const rows = await sql()<{ spelling: string; documents: number }[]>`
      SELECT spelling, documents FROM search.terms_sample_v1 ORDER BY spelling`;
    return Object.fromEntries(rows.map((row) => [row.spelling, row.documents]));
  };
  const counted = (list: readonly SampleDocument[]) => {
    const counts: Record<string, number> = {};
    for (const { title, title_en, story } of list) {
      const seen = new Set<string>();
      for (const word of speltLine([title, title_en, story].join(" ")).split(" ")) {
        // "Lụa" in the story does not count beside "lúa" in the title.
        if (!seen.has(foldForSearch(word))) counts[word] = (counts[word] ?? 0) + 1;
        seen.add(foldForSearch(word));
      }
    }
    return counts;
  };

  it("are counted once for each document, and are gone with the last one", async () => {
    await put(documents);
    expect(await stored()).toEqual(counted(documents));
    await put(documents);
    expect(await stored()).toEqual(counted(documents));
    const [first, second] = documents as [SampleDocument, SampleDocument];
    const renamed = { ...first, title: "Rau sắng sắng" };
    await put([renamed]);
    expect(await stored()).toEqual(counted([renamed, ...documents.slice(1)]));
    await remove([first.id, second.id, "nobody"]);
    expect(await stored()).toEqual(counted(documents.slice(2)));
    await remove(documents.map(({ id }) => id));
    expect(await stored()).toEqual({});
  });

  it("count a document once, however many ways it spells a word", async () => {
    const [sample] = documents as [SampleDocument];
    await put([{ ...sample, title: "Bưởi Đồng Nai", title_en: "Dong Nai pomelo", story: "dòng" }]);
    const { nai, dong, đồng, dòng } = await stored();
    expect({ nai, dong, đồng, dòng }).toEqual({ nai: 1, đồng: 1 });
  });

  it("stay right while many write the same documents at once", async () => {
    const versions = documents.slice(0, 12).map((document, index) =>
      [0, 1, 2].map((version) => ({
        ...document,
        title: `${document.title} bản ${version}`,
        story: version === 1 ? "" : `${document.story} ${index}`,
      })),
    );
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 6; round += 1) {
        const batch = versions.map((each) => each[(writer + round) % 3] as SampleDocument);
        // Each in its own order, so that they would wait for each other's rows crosswise.
        await put(writer % 2 ? batch : [...batch].reverse());
        if (round === 3) await remove([(documents[writer] as SampleDocument).id]);
      }
    });
    await Promise.all(writers);
    const last = versions.map((each) => each[1] as SampleDocument);
    const left = [...(await ask({ take: 60 })).ids];
    await put(last);
    expect(left).toHaveLength(12);
    expect(await stored()).toEqual(counted(last));
  });

  it("cost a search no third statement, whatever was typed", async () => {
    await put(documents);
    const run = vi.spyOn(sql(), "unsafe");
    const texts = [
      "cà phê",
      "caphe",
      "bnah",
      "honye mật",
      "nước mắm zzqqxx",
      "zzqqxx wwjjkk",
      "mậtong hoa",
      "coffee beans arabjca",
      "nuowcs mawms",
      "ca phe mat ong tra sen gom lua muoi tom nem chua banh kho mam cua sot yen gao",
      "caq pheq matq ongq traq senq gomq luaq muoiq tomq nemq chuaq banhq khoq mamq cuaq",
      "coffeecoffeecoffeecoffee ".repeat(8),
    ];
    try {
      for (const q of [undefined, ...texts]) {
        for (const filters of [{}, { kind: "tour" }, { price_vnd: { $gte: 51_000 } }]) {
          for (const skip of [0, 24]) {
            run.mockClear();
            await ask({ ...(q === undefined ? {} : { q }), filters, skip });
            expect(run.mock.calls.length, `${q} ${JSON.stringify(filters)}`).toBeLessThanOrEqual(2);
          }
        }
      }
    } finally {
      run.mockRestore();
    }
  });
});
