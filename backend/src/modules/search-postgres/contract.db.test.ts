import { defineContract } from "../../../integration-tests/search/contract/contract";
import { CONTRACT_NOW } from "../../../integration-tests/search/contract/engine";
import { searchDatabase } from "../../../integration-tests/search/database";
import { SearchPostgresService } from "./service";

describe("search-postgres", () => {
  searchDatabase("contract");

  defineContract("search-postgres", async () => {
    const clock = { now: CONTRACT_NOW };
    return { service: new SearchPostgresService({}, { now: () => clock.now }), clock };
  });
});
