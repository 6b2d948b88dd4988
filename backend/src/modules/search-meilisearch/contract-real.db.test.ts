import { defineContract } from "../../../integration-tests/search/contract/contract";
import { CONTRACT_NOW } from "../../../integration-tests/search/contract/engine";
import { SearchMeilisearchService } from "./service";

const host = process.env.MEILISEARCH_HOST ?? "";
const api_key = process.env.MEILISEARCH_API_KEY ?? "";

/** Without a server there is nothing to prove: the run then says "skipped", never "passed". */
describe.skipIf(host === "")("a real Meilisearch, at MEILISEARCH_HOST", () => {
  defineContract("search-meilisearch", async () => {
    const clock = { now: CONTRACT_NOW };
    const options = { host, api_key, timeout_ms: 30_000, now: () => clock.now };
    return { service: new SearchMeilisearchService({}, options), clock };
  });
});
