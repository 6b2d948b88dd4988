import { defineContract } from "../../../integration-tests/search/contract/contract";
import { CONTRACT_NOW } from "../../../integration-tests/search/contract/engine";
import { startMeilisearchServer } from "../../../integration-tests/search/meilisearch-server";
import { SearchMeilisearchService } from "./service";

describe("a strict Meilisearch server of our own", () => {
  defineContract("search-meilisearch", async () => {
    const clock = { now: CONTRACT_NOW };
    const { host, api_key, close } = await startMeilisearchServer();
    const options = { host, api_key, timeout_ms: 30_000, now: () => clock.now };
    return { service: new SearchMeilisearchService({}, options), clock, close };
  });
});
