import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import { AbstractSearchProviderService, MedusaError } from "@medusajs/framework/utils";
import { sql } from "../../lib/sql";
import {
  type Acceptance,
  type Cell,
  type Cube,
  countCube,
  type FacetCounts,
  makeCube,
} from "./cube";
import {
  analyzeDocuments,
  clearDocuments,
  createDocuments,
  dropDocuments,
  listDocuments,
  putDocuments,
  removeDocuments,
} from "./documents";
import { acceptance, type Facet, facetResult, readFacets } from "./facets";
import { type FieldFilter, readFilters } from "./filters";
import { bounded, readOrder, refuseOptions } from "./options";
import { type DocumentPlan, ENGINE, planDocuments, unsupported } from "./plan";
import {
  browsePage,
  cubeCells,
  HITS_PART,
  type PageQuery,
  type Statement,
  searchPage,
  TOTAL_PART,
} from "./statements";
import { textQuery } from "./text";
import { installTriggers } from "./triggers";

type Input = SearchTypes.ProviderSearchQuery;
type Result = SearchTypes.SearchResult;
type Row = Record<string, unknown>;

/** More cubes than definitions and facet lists in use would only be kept by mistake. */
const CUBES = 8;

export type SearchPostgresOptions = {
  /** The clock; tests travel in time with it. */
  now?: () => Date;
};

/**
 * Search in the shop's own PostgreSQL: folded words in a tsvector, facets in narrow typed columns,
 * and at most two statements for each search. Counts are always exact. With
 * `provider_options["search-postgres"].disjunctive` each facet is counted without its own filter
 * in the same pass.
 */
export class SearchPostgresService extends AbstractSearchProviderService {
  static override identifier = ENGINE;

  private readonly now: () => Date;
  private readonly plans = new WeakMap<object, DocumentPlan>();
  private readonly cubes = new Map<string, { stamp: string; cube: Promise<Cube> }>();
  private readonly written = new Map<string, { since: number; analyzed: number }>();

  constructor(_container: unknown, options: SearchPostgresOptions = {}) {
    super();
    this.now = options.now ?? (() => new Date());
  }

  override async upsertIndex({ index }: { index: SearchTypes.ResolvedSearchIndexDefinition }) {
    await createDocuments(this.planOf(index), index.physical_name);
    await installTriggers();
    return succeeded(index.physical_name);
  }

  override async deleteIndex({ index }: { index: string }) {
    await dropDocuments(index);
    return succeeded(index);
  }

  override async clearIndex({ index }: { index: string }) {
    await clearDocuments(index);
    return succeeded(index);
  }

  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    return (await listDocuments()).map(({ name, count, created_at }) => ({
      name,
      provider: ENGINE,
      document_count: count,
      created_at,
    }));
  }

  override async upsertDocuments(input: {
    index: string;
    definition: SearchTypes.ResolvedSearchIndexDefinition;
    documents: SearchTypes.SearchDocument[];
  }) {
    const plan = this.planOf(input.definition);
    const changed = await known(input.index, () =>
      putDocuments(plan, input.index, input.documents),
    );
    await this.analyzeWhenGrown(input.index, changed);
    return succeeded(input.index);
  }

  override async deleteDocuments({ index, filters }: SearchTypes.SearchDeleteDocumentsInput) {
    const fields = Object.fromEntries(
      Object.keys(filters).map((name) => [name, { type: "keyword" as const, filterable: true }]),
    );
    const plan = planDocuments({ fields, settings: {}, primary_key: "id" });
    const list = readFilters(plan, filters);
    if (list.length === 0) unsupported("deleting without a filter");
    await known(index, () => removeDocuments(index, list, this.today()));
    return succeeded(index);
  }

  override async search(input: Input): Promise<Result> {
    const started = performance.now();
    refuseOptions(input);
    const plan = this.planOf(input.index);
    const options = input.search_options ?? {};
    const facets = readFacets(plan, options.facets);
    const text = textQuery(input.q, options.match_strategy === "last");
    const query: PageQuery = {
      plan,
      physicalName: input.index.physical_name,
      today: this.today(),
      filters: readFilters(plan, input.filters),
      order: readOrder(plan, input.pagination?.order),
      attributes: input.attributes_to_retrieve.filter((name) => plan.columns.has(name)),
      skip: bounded(input.pagination?.skip ?? 0),
      take: bounded(input.pagination?.take ?? 20),
    };
    const isDisjunctive = options.provider_options?.[ENGINE]?.disjunctive === true;
    const accepts = text === null && isDisjunctive ? acceptances(facets, query.filters) : null;
    const found =
      accepts === null
        ? await this.searchRows(query, facets, text, isDisjunctive)
        : await this.browse(query, facets, accepts);
    return {
      hits: found.hits.map((row) => hitOf(query, row)),
      facets: Object.fromEntries(
        facets.map((facet, index) => [
          facet.column.name,
          facetResult(facet, found.counts.facets[index] ?? new Map()),
        ]),
      ),
      metadata: {
        skip: query.skip,
        take: query.take,
        count: options.count === "none" ? null : found.counts.total,
        ...(input.q === undefined ? {} : { query: input.q }),
        processing_time_ms: Math.round((performance.now() - started) * 100) / 100,
      },
    };
  }

  /** Hits from the table, counts from the cube: two statements when something changed, else one. */
  private async browse(query: PageQuery, facets: Facet[], accepts: Acceptance[]) {
    const rows = await run(query.physicalName, browsePage(query));
    const [first] = rows;
    if (!first) throw missing(query.physicalName);
    const hits = rows.filter((row) => row._id !== null);
    const cube = await this.cubeOf(query, facets, String(first._revision));
    return { hits, counts: countCube(cube, accepts) };
  }

  private cubeOf(query: PageQuery, facets: Facet[], revision: string): Promise<Cube> {
    const names = facets.map((facet) => `${facet.column.name}:${facet.bounds?.join(",") ?? ""}`);
    const key = `${query.physicalName} ${names.join(" ")}`;
    const stamp = `${query.today} ${revision}`;
    const known = this.cubes.get(key);
    if (known?.stamp === stamp) return known.cube;
    const cube = run(query.physicalName, cubeCells(query, facets)).then((rows) =>
      makeCube(facets.length, cellsOf(rows, facets.length)),
    );
    // Searches that come meanwhile wait for the same cube. A cube read later than its revision says
    // is newer, never older, and the next search with a newer revision replaces it.
    this.cubes.delete(key);
    this.cubes.set(key, { stamp, cube });
    cube.catch(() => this.cubes.delete(key));
    for (const oldest of this.cubes.keys()) {
      if (this.cubes.size <= CUBES) break;
      this.cubes.delete(oldest);
    }
    return cube;
  }

  /** Text, and filters that cut through facet values: everything in one statement. */
  private async searchRows(
    query: PageQuery,
    facets: Facet[],
    text: ReturnType<typeof textQuery>,
    isDisjunctive: boolean,
  ): Promise<{ hits: Row[]; counts: FacetCounts }> {
    const facetOf = (filter: FieldFilter) =>
      isDisjunctive ? facets.findIndex((facet) => facet.column.name === filter.column.name) : -1;
    const statement = searchPage({
      ...query,
      filters: query.filters.filter((filter) => facetOf(filter) < 0),
      facetFilters: query.filters
        .map((filter) => ({ facet: facetOf(filter), filter }))
        .filter(({ facet }) => facet >= 0),
      text,
      facets,
    });
    const rows = await run(query.physicalName, statement);
    const counts: FacetCounts = { total: 0, facets: facets.map(() => new Map()) };
    const hits: Row[] = [];
    for (const row of rows) {
      const part = Number(row._part);
      const count = Number(row._count);
      if (part === HITS_PART) hits.push(row);
      else if (row._value === null) continue;
      else if (part !== TOTAL_PART) counts.facets[part]?.set(String(row._value), count);
      else if (row._value === "true") counts.total = count;
    }
    return { hits, counts };
  }

  /** The planner's numbers are renewed whenever what was written since has doubled the index. */
  private async analyzeWhenGrown(index: string, changed: number): Promise<void> {
    const state = this.written.get(index) ?? { since: 0, analyzed: 0 };
    state.since += changed;
    this.written.set(index, state);
    if (state.since < Math.max(200, state.analyzed)) return;
    state.analyzed += state.since;
    state.since = 0;
    await analyzeDocuments(index);
  }

  private planOf(index: SearchTypes.ResolvedSearchIndexDefinition): DocumentPlan {
    // The definition is copied for each call, but its fields are always the same object.
    let plan = this.plans.get(index.fields);
    if (!plan) {
      plan = planDocuments(index);
      this.plans.set(index.fields, plan);
    }
    return plan;
  }

  private today(): LocalDate {
    return todayInVietnam(this.now());
  }
}

function succeeded(index: string): SearchTypes.SearchTask {
  return { index, status: "succeeded" };
}

/** Per facet the values that its filters let pass, or null when the cube can't answer. */
function acceptances(facets: Facet[], filters: FieldFilter[]): Acceptance[] | null {
  const result: Acceptance[] = facets.map(() => null);
  for (const filter of filters) {
    const index = facets.findIndex((facet) => facet.column.name === filter.column.name);
    const facet = facets[index];
    const accepts = facet ? acceptance(facet, filter) : null;
    if (accepts === null) return null;
    result[index] = accepts;
  }
  return facets.length === 0 ? null : result;
}

function cellsOf(rows: Row[], facetCount: number): Cell[] {
  return rows
    .filter((row) => row.n !== null)
    .map((row) => ({
      count: Number(row.n),
      values: Array.from({ length: facetCount }, (_, index) => {
        const value = row[`f${index}`];
        return value === null ? null : String(value);
      }),
    }));
}

function hitOf(query: PageQuery, row: Row): SearchTypes.SearchHit {
  const document: Row = {};
  for (const name of query.attributes) document[name] = row[name] ?? null;
  return { id: String(row._id), document };
}

async function run(index: string, { text, values }: Statement): Promise<Row[]> {
  return known(index, () => sql().unsafe<Row[]>(text, values as never[], { prepare: true }));
}

/** A table that is gone is the Search Module's NOT_FOUND: it looks up the active version again. */
async function known<T>(index: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isMissing =
      typeof error === "object" && error !== null && "code" in error && error.code === "42P01";
    throw isMissing ? missing(index) : error;
  }
}

function missing(index: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `The search index "${index}" does not exist`);
}
