import { contractDocuments } from "../../../integration-tests/search/contract/documents";
import {
  CONTRACT_NOW,
  contractIndex,
  type OpenedEngine,
} from "../../../integration-tests/search/contract/engine";
import { startMeilisearchServer } from "../../../integration-tests/search/meilisearch-server";
import { SearchMeilisearchService } from "./service";

/** Words that documents have, but never all together. */
const KNOWN =
  "muoi mam gao banh nep trang khoai tra sen gom lua mat ong ruou tom thit dua cam hat dieu";
/** Words like those, with a letter too many. */
const UNKNOWN = KNOWN.split(" ")
  .map((word, place) => `${word}${"bdkl"[place % 4]}q`)
  .join(" ");
/** Of every kind something: known, nearly known, unlike anything, raw keys, long and short. */
const MIXED =
  "muoi bnah gao trnag nep nuowcs mawms zzqqxx turmreic mangostean st26 tra ong gomcham ca2 phe6 x";

const HOSTILE = [
  KNOWN,
  UNKNOWN,
  MIXED,
  `${KNOWN.split(" ").slice(0, 18).join(" ")} bnah turmreic`,
  "banh trang muoi tom thit ruou",
  "banhq trangk muoi tom thit ruou",
  "gaox muoi nep banh trang khoai tra sen gom lua mat ong ruou tom thit dua cam hat dieu nuocx",
  "nuowcs mawms phus quoocs maatj ong banhs trangs keoj duwaf gooms bats trangf thit ruou",
  "khoangkhoangkhoangkhoang turmericturmericturmeric",
  `${"mangosteanmangosteanmang ".repeat(8)}`.trim(),
];

describe("a text that nothing has", () => {
  let server: Awaited<ReturnType<typeof startMeilisearchServer>>;
  let engine: OpenedEngine;
  const index = contractIndex("search-meilisearch", () => engine, "requests");

  beforeAll(async () => {
    server = await startMeilisearchServer();
    const { host, api_key } = server;
    const options = { host, api_key, timeout_ms: 30_000, now: () => CONTRACT_NOW };
    engine = { service: new SearchMeilisearchService({}, options), clock: { now: CONTRACT_NOW } };
    await index.create();
    await index.put(contractDocuments());
  });
  afterAll(() => server.close());

  it("costs six requests at most, and one more on a later page, whatever was typed", async () => {
    for (const q of HOSTILE) {
      for (const skip of [0, 24]) {
        const before = server.requests.length;
        const { reading } = await index.ask({ q, skip, take: 24, filters: { kind: "product" } });
        const cost = server.requests.length - before;
        expect(cost, `${q} [${reading?.kind}] from ${skip}`).toBeLessThanOrEqual(skip ? 7 : 6);
      }
    }
  });

  it("costs four when it is long and all its words exist, or none does", async () => {
    for (const q of [KNOWN, UNKNOWN]) {
      const before = server.requests.length;
      const { reading } = await index.ask({ q });
      const cost = server.requests.length - before;
      expect(reading?.kind, q).toBe(q === KNOWN ? "fewer_words" : "as_typed");
      expect(cost, q).toBeLessThanOrEqual(4);
    }
  });

  it("that has all words costs one", async () => {
    for (const q of ["ca phe", "nuoc mam phu quoc", ""]) {
      const before = server.requests.length;
      await index.ask({ q });
      expect(server.requests.length - before, q).toBe(1);
    }
  });
});
