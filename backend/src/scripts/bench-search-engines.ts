import { createRequire } from "node:module";
import { MikroORM, PostgreSqlDriver } from "@medusajs/framework/mikro-orm/postgresql";
import type { SearchTypes } from "@medusajs/framework/types";
import { Meilisearch } from "meilisearch";
import { CATALOG_INDEX, catalogFields } from "../lib/catalog-index";
import { priceRanges } from "../lib/catalog-offer";
import { env } from "../lib/env";
import { sql } from "../lib/sql";
import searchMeilisearch, { ENGINE as MEILISEARCH } from "../modules/search-meilisearch";
import searchPostgres, { ENGINE as POSTGRES } from "../modules/search-postgres";
import type { CatalogDocument } from "../reports/catalog-documents";
import { type CpuClock, databaseClock, serverClock } from "./bench-search-cpu";
import type { Asked } from "./bench-search-queries";

/** An engine with one index of its own, filled and asked in the same way as every other. */
export type BenchEngine = {
  name: "postgres" | "stock" | "meilisearch";
  cpu: CpuClock | null;
  create: () => Promise<unknown>;
  /** The answer comes when the documents are taken over; `settle` waits until they are found. */
  put: (documents: CatalogDocument[]) => Promise<unknown>;
  settle: () => Promise<unknown>;
  ask: (asked: Asked) => Promise<SearchTypes.SearchResult>;
  /** Bytes on disk. */
  size: () => Promise<number>;
  drop: () => Promise<unknown>;
};

type Provider = SearchTypes.ISearchProvider & Required<Pick<SearchTypes.ISearchProvider, "search">>;
type ProviderClass = new (dependencies: object, options: object) => Provider;

const TABLE = "bench_search";
const TAKE = 24;
/** An hour: a small machine fills an index of Meilisearch slowly. */
const PATIENCE_MS = 3_600_000;

const facets: NonNullable<SearchTypes.SearchOptions["facets"]> = [
  // The stock provider counts ten values unless told otherwise; there are 34 provinces.
  { field: "province", type: "value", limit: 100 },
  { field: "group", type: "value", limit: 100 },
  { field: "stars", type: "value", limit: 100 },
  { field: "price_vnd", type: "range", ranges: priceRanges },
];

/** The engines to compare: ours, Medusa's own and, where it is configured, Meilisearch. */
export async function benchEngines(): Promise<BenchEngine[]> {
  const ours = [await postgresEngine(), await stockEngine()];
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: key } = env;
  return host && key ? [...ours, meilisearchEngine(host, key)] : ours;
}

async function postgresEngine(): Promise<BenchEngine> {
  await searchPostgres.runMigrations();
  return {
    ...over("postgres", POSTGRES, made(searchPostgres.services, {}, {})),
    cpu: await databaseClock(),
    size: () => tableBytes([`search.documents_${TABLE}`, `search.terms_${TABLE}`]),
  };
}

/** Medusa's own provider, over a real entity manager and the tables of its own migration. */
async function stockEngine(): Promise<BenchEngine> {
  const ofMedusa = createRequire(require.resolve("@medusajs/medusa"));
  const { default: stock } = ofMedusa("@medusajs/search-postgres") as {
    default: { services: unknown[] };
  };
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    clientUrl: process.env.DATABASE_URL ?? env.DATABASE_URL,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    allowGlobalContext: true,
  });
  const migration = ofMedusa(
    "@medusajs/search-postgres/dist/migrations/Migration20260807120000.js",
  ) as { Migration20260807120000: new () => { up(): Promise<void>; getQueries(): string[] } };
  const steps = new migration.Migration20260807120000();
  await steps.up();
  for (const step of steps.getQueries()) await sql().unsafe(step);
  const engine = over("stock", "stock", made(stock.services, { manager: orm.em }, {}));
  // Filling its indexes row by row takes a quarter of an hour for 200,000 documents.
  let indexes: { name: string; making: string }[] = [];
  return {
    ...engine,
    cpu: await databaseClock(),
    create: async () => {
      await engine.create();
      indexes = await sql()<{ name: string; making: string }[]>`
        SELECT indexname AS name, indexdef AS making FROM pg_indexes
        WHERE tablename = ${`search_pg_${TABLE}`} AND indexdef LIKE '%USING gin%'`;
      for (const { name } of indexes) await sql().unsafe(`DROP INDEX ${name}`);
    },
    settle: async () => {
      for (const { making } of indexes) await sql().unsafe(making);
    },
    size: () => tableBytes([`search_pg_${TABLE}`]),
    drop: async () => {
      await engine.drop();
      await orm.close();
    },
  };
}

function meilisearchEngine(host: string, key: string): BenchEngine {
  const service = made(searchMeilisearch.services, {}, { host, api_key: key, timeout_ms: 60_000 });
  const client = new Meilisearch({ host, apiKey: key });
  return {
    ...over("meilisearch", MEILISEARCH, service),
    cpu: serverClock(host),
    size: async () => (await client.index(TABLE).getStats()).rawDocumentDbSize,
  };
}

function made(services: unknown, dependencies: object, options: object): Provider {
  const [Service] = services as ProviderClass[];
  if (!Service) throw new Error("The module has no service.");
  return new Service(dependencies, options);
}

async function tableBytes(tables: string[]): Promise<number> {
  const [row] = await sql()<{ bytes: string }[]>`
    SELECT sum(pg_total_relation_size(name::regclass)) AS bytes FROM unnest(${tables}::text[]) t(name)`;
  return Number(row?.bytes ?? 0);
}

function over(
  name: BenchEngine["name"],
  provider: string,
  service: Provider,
): Omit<BenchEngine, "cpu" | "size"> {
  // The stock provider holds no places.
  const { location, ...others } = catalogFields.toFields();
  const definition = {
    name: CATALOG_INDEX["search-postgres"],
    entity: "product",
    primary_key: "id",
    provider,
    physical_name: TABLE,
    definition_hash: "1",
    fields: name === "stock" ? others : { ...others, location },
    settings: { provider_options: { [provider]: { orders: orders(name) } } },
    seed: async function* () {},
  } as unknown as SearchTypes.ResolvedSearchIndexDefinition;
  let last: SearchTypes.SearchTask | null = null;
  const settle = async () => {
    const ended = last && (await service.waitForTask?.(last, { timeout_ms: PATIENCE_MS }));
    if (ended?.status === "failed") throw new Error(`${name} refuses: ${ended.error?.message}`);
  };
  return {
    name,
    create: async () => {
      last = await service.upsertIndex({ index: definition });
      await settle();
    },
    put: async (documents) => {
      last = await service.upsertDocuments({ index: TABLE, definition, documents });
    },
    settle,
    ask: ({ q, filters, order, skip = 0 }) =>
      service.search({
        index: definition,
        attributes_to_retrieve: ["id", "card_vi", "stars"],
        ...(q === undefined ? {} : { q }),
        filters: filters as SearchTypes.SearchFilters,
        pagination: { skip, take: TAKE, ...(order ? { order } : {}) },
        search_options: {
          match_strategy: "last",
          count: "exact",
          facets,
          ...(name === "stock"
            ? { typo_tolerance: q !== undefined && Object.keys(filters).length === 0 }
            : { provider_options: { [provider]: { disjunctive: true } } }),
        },
      }),
    drop: async () => {
      last = await service.deleteIndex({ index: TABLE });
      await settle();
    },
  };
}

/** Those of the catalog's own definition that the questions use. */
function orders(name: BenchEngine["name"]): Record<string, "ASC" | "DESC">[] {
  const best = { quality: "DESC" } as const;
  if (name !== "postgres") return [best];
  return [best, { price_vnd: "ASC" }, { price_vnd: "DESC" }, { stars: "DESC", quality: "DESC" }];
}
