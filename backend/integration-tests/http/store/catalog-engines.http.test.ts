import "../../search/with-meilisearch";

import { type CatalogAnswer, catalogAnswer } from "@cho-lang/shared/contracts/catalog";
import type { Api } from "../../answer";
import { aMarket, type Market, must } from "../../market";
import { type MeilisearchServer, startMeilisearchServer } from "../../search/meilisearch-server";
import { aShelf, SHELF, type Shelf } from "../../search/shelf";
import { soon } from "../../search/soon";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

const PATIENCE_MS = 100_000;
const hanoi = "near=21.0285,105.8542";

/** What the two engines must agree about; the rest tells who answered and how long it took. */
type Same = Pick<CatalogAnswer, "count" | "hits" | "facets" | "reading" | "suggestions">;

medusaHttpSuite("catalog-engines", ({ api: client, getContainer }) => {
  const api: Api = client;
  let market: Market;
  let shelf: Shelf;
  let server: MeilisearchServer;

  const ask = async (query: string) => {
    const headers = { "x-publishable-api-key": market.key };
    const { data } = await api.get(`/store/catalog?${query}`, { headers });
    return catalogAnswer.parse(data);
  };
  /** On a machine that is busy with other tests an answer may miss its deadline: ask again. */
  async function askMeilisearch(query: string): Promise<CatalogAnswer> {
    const answers: CatalogAnswer[] = [];
    await soon(
      async () => {
        answers.push(await ask(query));
        return answers.at(-1)?.engine;
      },
      "search-meilisearch",
      PATIENCE_MS,
    );
    return must(answers.at(-1));
  }
  const same = ({ count, hits, facets, reading, suggestions }: CatalogAnswer): Same => ({
    count,
    hits,
    facets,
    reading,
    suggestions,
  });

  beforeAll(async () => {
    const container = getContainer();
    market = await aMarket(container);
    const port = Number(new URL(process.env.MEILISEARCH_HOST ?? "").port);
    server = await startMeilisearchServer({ port });
    shelf = await aShelf(container, market);
    const complete = async () => {
      const { engine, hits } = await ask("province=08,01,66");
      const { count } = await ask("q=sauce&province=08");
      return { engine, count, handles: hits.map(({ handle }) => handle).sort() };
    };
    const whole = { engine: "search-meilisearch", count: 1, handles: SHELF };
    await soon(complete, whole, PATIENCE_MS);
    await soon(async () => (await ask("village=bat-trang")).count, 1, PATIENCE_MS);
  });
  afterAll(() => server?.close());

  it("a shopper gets the same page whichever engine answers", async () => {
    const [departure] = await sql()<{ day: string }[]>`SELECT local_date::text AS day
      FROM booking.departure WHERE id = ${shelf.tour.departure_id}`;
    const { day } = must(departure);
    const queries = [
      "",
      "kind=tour",
      "province=66&province=08",
      "price_max=200000&sort=price",
      "sort=-price",
      "q=ca+phe",
      "q=CAPHE&lang=en",
      "q=ca+ph&province=01",
      "q=coffee&lang=en",
      "q=nuoc+mamm",
      "q=nuoc+mam+sriracha",
      "q=kimchi",
      "q=!!!",
      `${hanoi}&sort=distance`,
      `${hanoi}&radius_km=9`,
      `${hanoi}&radius_km=200&kind=product`,
      `available_on=${day}&party=2`,
      `available_on=${day}&party=9`,
      `available_on=${day}&q=gom`,
      "available_on=2199-12-31",
    ];
    const first = new Map<string, Same>();
    for (const query of queries) {
      first.set(query, same(await askMeilisearch(query)));
    }
    server.control.hangs_up = true;
    for (const query of queries) {
      const answer = await ask(query);
      expect([query, answer.engine, answer.degraded]).toEqual([query, "search-postgres", true]);
      expect([query, first.get(query)]).toEqual([query, same(answer)]);
    }
    expect(first.get(`available_on=${day}&party=2`)?.count).toBe(1);
    expect(first.get(`available_on=${day}&party=9`)?.count).toBe(0);
  });
});
