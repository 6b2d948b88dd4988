import { demoDocuments } from "./demo";
import {
  CONTRACT_DAY,
  type ContractIndex,
  contractIndex,
  type EngineName,
  type OpenedEngine,
} from "./engine";
import { type RealQuery, realQueries } from "./queries";

/** Of all that people expect in the first five, at least this share is there. */
const RECALL = 0.95;
const FIRST = 5;

/** What people really type finds in the demo what they expect. */
export function defineRecall(name: EngineName, opened: () => OpenedEngine): void {
  const documents = demoDocuments(CONTRACT_DAY);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const queries = realQueries();

  describe("what people really type", () => {
    const index = contractIndex(name, opened, `contract_${process.pid}_demo`);
    beforeAll(async () => {
      await index.create();
      await index.put(documents);
    });
    afterAll(() => index.drop());

    it("every query expects something of the demo", () => {
      for (const { q, isExpected } of queries) {
        expect(documents.some(isExpected), q).toBe(true);
      }
      expect(queries.length).toBeGreaterThanOrEqual(80);
      expect(new Set(queries.map(({ q }) => q)).size).toBe(queries.length);
    });

    it("shows what is expected among the first five", async () => {
      const missed: string[] = [];
      let share = 0;
      let hasMissedMust = false;
      for (const query of queries) {
        const { recall, report } = await lookFor(query, index);
        share += recall / queries.length;
        if (recall === 1) continue;
        missed.push(report);
        if (query.isMust) hasMissedMust = true;
      }
      const told = `recall at ${FIRST} is ${share.toFixed(3)}\n${missed.join("\n")}`;
      expect(hasMissedMust, told).toBe(false);
      expect(share, told).toBeGreaterThanOrEqual(RECALL);
    });
  });

  async function lookFor({ q, isMust, isExpected }: RealQuery, index: ContractIndex) {
    const wanted = documents.filter(isExpected).map(({ id }) => id);
    const { ids, reading } = await index.ask({ q, take: FIRST, options: { facets: [] } });
    const right = ids.filter((id) => {
      const document = byId.get(id);
      return document && isExpected(document);
    });
    const recall = right.length / Math.min(FIRST, wanted.length);
    const read = `${reading?.kind} "${reading?.read_as}"`;
    return { recall, report: `${isMust ? "! " : "  "}${q} [${read}]: ${ids.join(" ")}` };
  }
}
