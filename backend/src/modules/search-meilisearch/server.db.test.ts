import { startMeilisearchServer } from "../../../integration-tests/search/meilisearch-server";

/** A real server too, when there is one: both must refuse the same. */
const REAL = {
  host: process.env.MEILISEARCH_HOST ?? "",
  api_key: process.env.MEILISEARCH_API_KEY ?? "",
  close: async () => {},
};

/** Requests on the index `sample`, the answer's status, and the code of the refusal if there is one. */
const REFUSED = [
  ["GET", "/nothing", undefined, 404, undefined],
  ["PUT", "/indexes/{i}/settings", undefined, 405, undefined],
  ["GET", "/indexes/{i}_gone", undefined, 404, "index_not_found"],
  ["GET", "/tasks/99999999", undefined, 404, "task_not_found"],
  ["GET", "/tasks/abc", undefined, 400, "invalid_task_uids"],
  ["POST", "/indexes", { uid: "a b" }, 400, "invalid_index_uid"],
  ["POST", "/indexes", { uid: "{i}", key: "id" }, 400, "bad_request"],
  ["PATCH", "/indexes/{i}/settings", { colour: [] }, 400, "bad_request"],
  [
    "PATCH",
    "/indexes/{i}/settings",
    { rankingRules: ["beauty"] },
    400,
    "invalid_settings_ranking_rules",
  ],
  ["PATCH", "/indexes/{i}/settings", { faceting: { most: 1 } }, 400, "invalid_settings_faceting"],
  [
    "PATCH",
    "/indexes/{i}/settings",
    { pagination: { maxTotalHits: "a" } },
    400,
    "invalid_settings_pagination",
  ],
  ["POST", "/indexes/{i}/documents?colour=1", [], 400, "bad_request"],
  ["POST", "/indexes/{i}/documents/delete", { filter: "kind = " }, 400, "invalid_document_filter"],
  ["POST", "/multi-search", { queries: [], colour: 1 }, 400, "bad_request"],
  ["POST", "/multi-search", { queries: [{ indexUid: "{i}", limt: 1 }] }, 400, "bad_request"],
  ["POST", "/multi-search", { queries: [{ indexUid: "{i}_gone" }] }, 400, "index_not_found"],
  [
    "POST",
    "/multi-search",
    { queries: [{ indexUid: "{i}", limit: -1 }] },
    400,
    "invalid_search_limit",
  ],
  [
    "POST",
    "/multi-search",
    { queries: [{ indexUid: "{i}", sort: ["kind:asc"] }] },
    400,
    "invalid_search_sort",
  ],
  [
    "POST",
    "/multi-search",
    { queries: [{ indexUid: "{i}", sort: ["quality:up"] }] },
    400,
    "invalid_search_sort",
  ],
  [
    "POST",
    "/multi-search",
    { queries: [{ indexUid: "{i}", facets: ["title"] }] },
    400,
    "invalid_search_facets",
  ],
  ...[
    'kind = "a',
    "title = a",
    "kind > 3",
    "kind = AND",
    "kind a b",
    "(kind = a",
    "kind = a kind = b",
    "_geoRadius(1, 2)",
    "_geoRadius(95, 2, 10)",
    "kind IN [a",
  ].map(
    (filter) =>
      [
        "POST",
        "/multi-search",
        { queries: [{ indexUid: "{i}", filter }] },
        400,
        "invalid_search_filter",
      ] as const,
  ),
  [
    "POST",
    "/indexes/{i}/facet-search",
    { facetName: "kind", facetQuery: "a" },
    400,
    "invalid_facet_search_facet_name",
  ],
] as const;

/** Filters and which of the documents pass. */
const PASSING = [
  ["kind = a", ["1"]],
  ["kind = A", ["1"]],
  ["kind IN [\"a\", 'b',]", ["1", "2"]],
  ["kind IN []", []],
  ["NOT kind = a", ["2", "3", "4"]],
  ["kind != a AND quality > 1", ["2", "3"]],
  ["quality 1 TO 2", ["1", "2"]],
  ["quality >= 2 OR kind = a", ["1", "2", "3"]],
  ["kind = a OR kind = b AND quality = 3", ["1"]],
  ["kind NOT EXISTS", ["3"]],
  ["kind EXISTS", ["1", "2", "4"]],
  ["words STARTS WITH tra", ["1", "2"]],
  ["words STARTS WITH tra AND NOT (words = tra)", ["2"]],
  ['words = "fish sauce"', ["3"]],
  ['kind = "o\'b\\"r\\\\ien (A) OR [x]"', ["4"]],
  ["_geoRadius(21, 105, 1000)", ["1"]],
  ["_geoRadius(21, 105, 2000000)", ["1", "2"]],
] as const;

const servers = [
  ["the strict server", startMeilisearchServer],
  ["a real Meilisearch", async () => REAL],
] as const;

describe.each(servers)("%s", (name, start) => {
  describe.skipIf(name === "a real Meilisearch" && REAL.host === "")("plays by the rules", () => {
    const index = `contract_rules_${process.pid}`;
    let server: { host: string; api_key: string; close(): Promise<void> };
    const request = async (method: string, path: string, body?: unknown, key = server.api_key) => {
      const text = body === undefined ? null : JSON.stringify(body).replaceAll("{i}", index);
      const response = await fetch(server.host + path.replaceAll("{i}", index), {
        method,
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: text,
      });
      const answer = await response.text();
      const found = answer === "" ? {} : (JSON.parse(answer) as Record<string, unknown>);
      return { status: response.status, body: found };
    };
    const written = async (method: string, path: string, body?: unknown) => {
      const { status, body: task } = await request(method, path, body);
      expect(status).toBe(202);
      for (;;) {
        const { body: now } = await request("GET", `/tasks/${task.taskUid}`);
        if (now.status === "succeeded" || now.status === "failed") return now;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const find = async (query: Record<string, unknown>) => {
      const { body } = await request("POST", "/multi-search", {
        queries: [{ indexUid: index, ...query }],
      });
      const [first] = body.results as { hits: { id: string }[]; facetDistribution: unknown }[];
      return { ids: first?.hits.map(({ id }) => id), facets: first?.facetDistribution };
    };

    beforeAll(async () => {
      server = await start();
      await written("POST", "/indexes", { uid: "{i}", primaryKey: "id" });
      const features = (facetSearch: boolean, comparison: boolean) => ({
        facetSearch,
        filter: { equality: true, comparison },
      });
      await written("PATCH", "/indexes/{i}/settings", {
        filterableAttributes: [
          { attributePatterns: ["kind"], features: features(false, false) },
          { attributePatterns: ["words"], features: features(true, false) },
          { attributePatterns: ["quality"], features: features(false, true) },
          "_geo",
        ],
        sortableAttributes: ["quality", "id", "_geo"],
        rankingRules: ["sort"],
        typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
        faceting: { sortFacetValuesBy: { words: "count" } },
      });
      await written("POST", "/indexes/{i}/documents", [
        { id: "1", kind: "a", quality: 1, words: ["tra", "sen"], _geo: { lat: 21, lng: 105 } },
        { id: "2", kind: "b", quality: 2, words: ["trang"], _geo: { lat: 10, lng: 106 } },
        { id: "3", quality: 3, words: ["fish sauce", "nguyen"] },
        { id: "4", kind: `o'b"r\\ien (A) OR [x]`, words: ["turmeric"] },
      ]);
    });
    afterAll(async () => {
      await written("DELETE", "/indexes/{i}");
      await server.close();
    });

    it.each(REFUSED)("%s %s with %o is refused", async (method, path, body, status, code) => {
      const answer = await request(method, path, body);
      expect(answer.status).toBe(status);
      expect(answer.body.code).toBe(code);
    });

    it("another key, and none, are refused", async () => {
      const wrong = await request("GET", "/stats", undefined, "wrong");
      expect(wrong).toMatchObject({ status: 403, body: { code: "invalid_api_key" } });
      const none = await (await fetch(`${server.host}/stats`)).json();
      expect(none).toMatchObject({ code: "missing_authorization_header" });
    });

    it.each(PASSING)("%s lets pass %o", async (filter, ids) => {
      expect((await find({ filter, sort: ["id:asc"] })).ids).toEqual(ids);
    });

    it("sorts with what lacks the value at the end", async () => {
      expect((await find({ sort: ["quality:desc"] })).ids).toEqual(["3", "2", "1", "4"]);
      expect((await find({ sort: ["quality:asc"] })).ids).toEqual(["1", "2", "3", "4"]);
      const near = ["_geoPoint(10, 106):asc", "id:desc"];
      expect((await find({ sort: near })).ids).toEqual(["2", "1", "4", "3"]);
    });

    it("counts values of facets", async () => {
      const { facets } = await find({ facets: ["kind"], hitsPerPage: 0, filter: "quality < 9" });
      expect(facets).toEqual({ kind: { a: 1, b: 1 } });
    });

    it.each([
      ["sen", ["sen"]],
      ["san", []],
      ["tarng", ["trang"]],
      ["gnuyen", ["nguyen"]],
      ["turmqqic", ["turmeric"]],
      ["xurmeric", ["turmeric"]],
      ["turqqqic", []],
    ])("finds words like %s: %o", async (facetQuery, words) => {
      const { body } = await request("POST", "/indexes/{i}/facet-search", {
        facetName: "words",
        facetQuery,
      });
      expect((body.facetHits as { value: string }[]).map(({ value }) => value)).toEqual(words);
    });

    it("fails the tasks that can't be done, and leaves what is there", async () => {
      const failed = async (code: string, method: string, path: string, body?: unknown) =>
        expect(await written(method, path, body)).toMatchObject({
          status: "failed",
          error: { code },
        });
      await failed("index_already_exists", "POST", "/indexes", { uid: "{i}" });
      await failed("index_not_found", "DELETE", "/indexes/{i}_gone");
      await failed("index_not_found", "POST", "/indexes/{i}_gone/documents/delete-batch", ["1"]);
      await failed("index_not_found", "DELETE", "/indexes/{i}_gone/documents");
      const add = "/indexes/{i}/documents";
      await failed("missing_document_id", "POST", add, [{ kind: "x" }]);
      await failed("invalid_document_id", "POST", add, [{ id: "5" }, { id: "a b" }]);
      await failed("invalid_document_geo_field", "POST", add, [
        { id: "5", _geo: { lat: "x", lng: 1 } },
      ]);
      await failed("invalid_document_filter", "POST", `${add}/delete`, { filter: "title = 1" });
      expect((await find({ sort: ["id:asc"] })).ids).toEqual(["1", "2", "3", "4"]);
    });
  });
});
