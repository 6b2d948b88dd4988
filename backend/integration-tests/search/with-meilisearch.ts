import { API_KEY } from "./meilisearch-server/server";

/**
 * Imported first, before anything that reads the configuration: this file's backend has Meilisearch.
 * Nobody listens at the port until the test starts the strict server there.
 */
process.env.MEILISEARCH_HOST = `http://127.0.0.1:${20_000 + (process.pid % 10_000)}`;
process.env.MEILISEARCH_API_KEY = API_KEY;
