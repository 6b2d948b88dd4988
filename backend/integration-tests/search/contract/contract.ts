import { defineCorrections } from "./corrections";
import { contractDocuments } from "./documents";
import { CONTRACT_NOW, contractIndex, type EngineName, type OpenedEngine } from "./engine";
import { defineFacets } from "./facets";
import { defineLife } from "./life";
import { defineOrders } from "./orders";
import { definePlaces } from "./places";
import { defineRecall } from "./recall";
import { defineRefusals } from "./refusals";
import { defineSpellings } from "./spellings";
import { defineSynonyms } from "./synonyms";

/** Some tests ask hundreds of questions, and a server in the same process answers them one by one. */
const TIMEOUT_MS = 300_000;

/**
 * What every engine of the catalog promises, told over about 320 documents: the same texts find the
 * same things in the same order, and every count is that of a person with a list. `open` makes the
 * real provider ready; its indexes are dropped at the end.
 */
export function defineContract(name: EngineName, open: () => Promise<OpenedEngine>): void {
  describe(`the contract of search, kept by ${name}`, { timeout: TIMEOUT_MS }, () => {
    let engine: OpenedEngine | undefined;
    const opened = () => {
      if (!engine) throw new Error("The engine is not open");
      return engine;
    };
    const indexOf = (version: string) =>
      contractIndex(name, opened, `contract_${process.pid}_${version}`);
    const index = indexOf("all");
    beforeAll(async () => {
      engine = await open();
      await index.create();
      await index.put(contractDocuments());
    });
    beforeEach(() => {
      opened().clock.now = CONTRACT_NOW;
    });
    afterAll(async () => {
      await index.drop();
      await engine?.close?.();
    });

    defineSpellings(index);
    defineSynonyms(index);
    defineCorrections(index);
    defineFacets(index);
    defineOrders(index);
    definePlaces(index);
    defineRefusals(index);
    defineLife(indexOf, opened);
    defineRecall(name, opened);
  });
}
