import { createHash } from "node:crypto";
import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import { AbstractSearchProviderService, MedusaError } from "@medusajs/framework/utils";
import { writeInFilling } from "../../lib/filling";
import { refuseInexact } from "../../lib/search-limits";
import type { EngineMetadata } from "../../lib/search-reading";
import { sql } from "../../lib/sql";
import { isRare } from "./browse";
import { cellsOf, countsIn, cubeKey, facetNames, stampOf, wholly } from "./counts";
import { type Cube, countCube, type FacetCounts, makeCube } from "./cube";
import {
  analyzeDocuments,
  clearDocuments,
  createDocuments,
  dropDocuments,
  listDocuments,
  putDocuments,
  removeDocuments,
} from "./documents";
import { type Facet, facetResult, readFacets } from "./facets";
import { readFilters } from "./filters";
import { asTyped, readAnew } from "./metadata";
import { readQuery } from "./options";
import { type DocumentPlan, ENGINE, planDocuments, unsupported } from "./plan";
import { firstReading, ownFilters, type ReadingRow } from "./readings";
import { Stamped } from "./stamped";
import { cubeCells, facetCounts, hitsPage, type PageQuery, type Statement } from "./statements";
import { tsqueryOf } from "./text";
import { installTriggers } from "./triggers";
import { type Facts, otherReadings } from "./understand";

type Input = SearchTypes.ProviderSearchQuery;
type Result = SearchTypes.SearchResult;
type Row = Record<string, unknown>;

/** More cubes than definitions and facet lists in use would only be kept by mistake. */
const CUBES = 8;
/** Counts of searches by text that are kept, about 3 KB each. */
const COUNTS = 500;

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
  private readonly cubes = new Stamped<Cube>(CUBES);
  private readonly counts = new Stamped<FacetCounts>(COUNTS);
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
    const write = async (part: SearchTypes.SearchDocument[]) => {
      const changed = await known(input.index, () => putDocuments(plan, input.index, part));
      await this.analyzeWhenGrown(input.index, changed);
    };
    const isDone = await writeInFilling(input.documents, write);
    if (!isDone) await write(input.documents);
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
    refuseInexact(ENGINE, input);
    const plan = this.planOf(input.index);
    const options = input.search_options ?? {};
    const facets = readFacets(plan, options.facets);
    const asked = readQuery(plan, input, this.today());
    const isDisjunctive = options.provider_options?.[ENGINE]?.disjunctive === true;
    const { query, before } = await this.foreseen(asked, facets, isDisjunctive);
    const rows = await run(query.physicalName, hitsPage(query));
    const [first] = rows;
    if (!first) throw missing(query.physicalName);
    const facts = first._facts as Facts | null;
    const found =
      facts === null && !query.instead
        ? {
            hits: rows.filter((row) => row._id !== null),
            counts:
              before?.stamp === stampOf(query, first._facets_revision)
                ? before.counts
                : await this.counted(query, facets, isDisjunctive, first),
            said: asTyped(query.text),
          }
        : await readOtherwise(query, facets, isDisjunctive, facts);
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
      provider_metadata: found.said,
    };
  }

  /**
   * Counts of the last cube, which hold when the index is still as it was; else they only tell how
   * the page is best looked for.
   */
  private async foreseen(
    query: PageQuery,
    facets: Facet[],
    isDisjunctive: boolean,
  ): Promise<{ query: PageQuery; before: { stamp: string; counts: FacetCounts } | null }> {
    const accepts = wholly(query, facets, isDisjunctive);
    const cube = accepts && (await this.cubes.last(cubeKey(query, facets)));
    if (!accepts || !cube) return { query, before: null };
    const counts = countCube(cube.answer, accepts);
    const count = { passing: counts.total, all: cube.answer.total };
    return {
      query: { ...query, isRare: isRare(count, query.skip + query.take) },
      before: { stamp: cube.stamp, counts },
    };
  }

  private counted(
    query: PageQuery,
    facets: Facet[],
    isDisjunctive: boolean,
    { _facets_revision, _revision }: Row,
  ): Promise<FacetCounts> | FacetCounts {
    const accepts = wholly(query, facets, isDisjunctive);
    return accepts
      ? this.cubeOf(query, facets, String(_facets_revision)).then((cube) =>
          countCube(cube, accepts),
        )
      : this.countsOf(query, facets, isDisjunctive, String(_revision));
  }

  /** For browsing: the cube of this revision, read again only when a facet's value changed. */
  private cubeOf(query: PageQuery, facets: Facet[], revision: string): Promise<Cube> {
    return this.cubes.get(cubeKey(query, facets), stampOf(query, revision), async () => {
      const rows = await run(query.physicalName, cubeCells(query, facets));
      return makeCube(facets.length, cellsOf(rows, facets.length));
    });
  }

  /** For text, and filters that cut through facet values: counted once per revision of the index. */
  private countsOf(
    query: PageQuery,
    facets: Facet[],
    isDisjunctive: boolean,
    revision: string,
  ): Promise<FacetCounts> {
    const asked = query.filters.map(({ column, ...filter }) => [column.name, filter]);
    const text = query.text && tsqueryOf(query.text);
    const question = [text, query.near, asked, facetNames(facets), isDisjunctive];
    const key = `${query.physicalName} ${digest(JSON.stringify(question))}`;
    return this.counts.get(key, stampOf(query, revision), async () => {
      const own = isDisjunctive ? ownFilters(query, facets) : [];
      return countsIn(facets, await run(query.physicalName, facetCounts(query, facets, own)));
    });
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

/** A filter may list a thousand ids: what is kept is as short for every question. */
function digest(question: string): string {
  return createHash("sha256").update(question).digest("base64");
}

/** The second statement of a text that nothing meets as it was typed: corrected, or with fewer words. */
async function readOtherwise(
  query: PageQuery,
  facets: Facet[],
  isDisjunctive: boolean,
  facts: Facts | null,
): Promise<{ hits: Row[]; counts: FacetCounts; said: EngineMetadata }> {
  const readings = query.text && facts ? otherReadings(query.text, facts, query) : [];
  const nothing = { hits: [], counts: countsIn(facets, []), said: asTyped(query.text) };
  if (readings.length === 0 || facts === null) return nothing;
  const own = isDisjunctive ? ownFilters(query, facets) : [];
  const [row] = await run(query.physicalName, firstReading(query, facets, own, readings));
  const { found, hits, counts } = row as ReadingRow;
  const said = readAnew(readings, found, facts.terms);
  return said ? { hits, counts: countsIn(facets, counts), said } : nothing;
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
      typeof error === "object" &&
      error !== null &&
      "code" in error &&
      // No table, or one that was laid out before this code and is being made anew.
      (error.code === "42P01" || error.code === "42703");
    throw isMissing ? missing(index) : error;
  }
}

function missing(index: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `The search index "${index}" does not exist`);
}
