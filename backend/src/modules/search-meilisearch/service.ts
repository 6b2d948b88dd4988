import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { Logger, SearchTypes } from "@medusajs/framework/types";
import { AbstractSearchProviderService } from "@medusajs/framework/utils";
import { EngineAwayError } from "../../lib/engine-away";
import { writeInFilling } from "../../lib/filling";
import { pagePosition } from "../../lib/search-limits";
import type { EngineMetadata } from "../../lib/search-reading";
import { typedWords, type Written } from "../../lib/search-words";
import { type Answer, answer } from "./answer";
import { known, makeClients, refused, type SearchMeilisearchOptions } from "./client";
import { dayNumber, shownDocument, storedDocument } from "./documents";
import { readFacets } from "./facets";
import { readDeletion, readFilters } from "./filters";
import { endOf, Indexes, taskOf } from "./indexes";
import { ENGINE, type Layout, layOut, TERMS } from "./layout";
import { ownOptions, readOrder, refuseOptions } from "./options";
import type { Question } from "./question";
import { asTyped, readOtherwise, together } from "./reading";
import type { TextQuery } from "./text";

type Input = SearchTypes.ProviderSearchQuery;
type Definition = SearchTypes.ResolvedSearchIndexDefinition;
type Dependencies = { logger?: Logger };

const NOTHING: EngineMetadata = { reading: null, suggestions: [] };

/**
 * Search in a Meilisearch server, with the same answers as search-postgres: the same folded words,
 * synonyms, corrections and order, exact counts, and facets that with
 * `provider_options["search-meilisearch"].disjunctive` are counted without their own filter. A
 * search is one request, and more only when nothing has all words, when the last word is half a
 * name, or for later pages by relevance: six at most, or seven on such a page, whatever is typed.
 */
export class SearchMeilisearchService extends AbstractSearchProviderService {
  static override identifier = ENGINE;

  private readonly now: () => Date;
  private readonly clients: ReturnType<typeof makeClients>;
  private readonly indexes: Indexes;
  private readonly layouts = new WeakMap<object, Layout>();

  constructor({ logger }: Dependencies, options: SearchMeilisearchOptions) {
    super();
    this.now = options.now ?? (() => new Date());
    this.clients = makeClients(options);
    this.indexes = new Indexes(this.clients, logger ?? console);
  }

  override upsertIndex({ index }: { index: Definition }) {
    return this.indexes.make(index);
  }

  override async deleteIndex({ index }: { index: string }) {
    this.indexes.forget(index);
    return taskOf(index, await known(index, () => this.clients.writing.deleteIndex(index)));
  }

  override async clearIndex({ index }: { index: string }) {
    const { writing } = this.clients;
    return taskOf(index, await known(index, () => writing.index(index).deleteAllDocuments()));
  }

  /** What the server holds; nothing while it can't be reached. */
  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    try {
      const { indexes } = await known("", () => this.clients.reading.getStats());
      return Object.entries(indexes).map(([name, { numberOfDocuments }]) => ({
        name,
        provider: ENGINE,
        document_count: numberOfDocuments,
      }));
    } catch (error) {
      if (error instanceof EngineAwayError) return [];
      throw error;
    }
  }

  override async upsertDocuments(input: {
    index: string;
    definition: Definition;
    documents: SearchTypes.SearchDocument[];
  }) {
    const { index, definition } = input;
    const layout = this.layoutOf(definition);
    await this.indexes.ready(index, { ...definition, physical_name: index });
    const { writing } = this.clients;
    const { primaryKey } = layout;
    const write = async (part: SearchTypes.SearchDocument[]) => {
      const documents = part.map((document) => storedDocument(layout, document));
      const add = () => writing.index(index).addDocuments(documents, { primaryKey });
      return taskOf(index, await known(index, add));
    };
    const isDone = await writeInFilling(input.documents, async (part) => {
      const { status, error } = await this.waitForTask(await write(part));
      if (status === "failed") throw refused(error?.message ?? status);
    });
    return isDone ? { index, status: "succeeded" as const } : write(input.documents);
  }

  override async deleteDocuments({ index, filters }: SearchTypes.SearchDeleteDocumentsInput) {
    const asked = readDeletion(filters);
    const documents = this.clients.writing.index(index);
    return taskOf(
      index,
      await known(index, () =>
        documents.deleteDocuments("ids" in asked ? asked.ids : { filter: asked.expression }),
      ),
    );
  }

  /**
   * Waits until a write is applied. A task that failed is answered as such, with the server's words.
   * @throws EngineAwayError when it isn't over in time.
   */
  async waitForTask(
    task: SearchTypes.SearchTask,
    { timeout_ms }: { timeout_ms?: number } = {},
  ): Promise<SearchTypes.SearchTask> {
    if (task.id === undefined || task.status === "succeeded" || task.status === "failed") {
      return task;
    }
    return endOf(task, await this.indexes.wait(task.index, Number(task.id), timeout_ms));
  }

  override async search(input: Input): Promise<SearchTypes.SearchResult> {
    const started = performance.now();
    refuseOptions(input);
    const question = this.questionOf(input);
    const typed = typedWords(input.q ?? "");
    const lastIsPrefix = input.search_options?.match_strategy === "last";
    const words = typed.map(({ folded }) => folded);
    const text = words.length === 0 ? null : { words, lastIsPrefix };
    const { found, metadata } = await this.read(question, text, typed);
    const { layout, attributes, today, skip, take } = question;
    return {
      hits: found.hits.map((hit) => ({
        id: String(hit[layout.primaryKey]),
        document: shownDocument(layout, attributes, hit, today),
      })),
      facets: found.facets,
      metadata: {
        skip,
        take,
        count: input.search_options?.count === "none" ? null : found.count,
        ...(input.q === undefined ? {} : { query: input.q }),
        processing_time_ms: Math.round((performance.now() - started) * 100) / 100,
      },
      provider_metadata: metadata,
    };
  }

  /** Asks as typed, and otherwise when the whole index has nothing for the text. */
  private async read(
    question: Question,
    text: TextQuery | null,
    typed: readonly Written[],
  ): Promise<{ found: Answer; metadata: EngineMetadata }> {
    const { index } = question;
    const ask = together(async (queries) => {
      const { results } = await known(index, () => this.clients.reading.multiSearch({ queries }));
      return results;
    });
    const first = await answer(ask, question, text);
    if (text === null) return { found: first, metadata: NOTHING };
    const inNames = first.withNames !== null;
    const asked = { ...text, inNames };
    // Half a name finds more than was asked for at first; mostly the last word is a whole one.
    const found = first.withNames ? await answer(ask, question, asked) : first;
    if (found.withText !== 0) return { found, metadata: asTyped(asked, typed) };
    const similar = (word: string) => this.similar(index, word);
    const other = await readOtherwise({ index, ask, similar }, asked, typed);
    if (other === null) return { found, metadata: asTyped(asked, typed) };
    const [read, metadata] = await Promise.all([answer(ask, question, other.query), other.tell()]);
    return { found: read, metadata };
  }

  /** Words of documents that look like this one; the server allows errors by a word's length. */
  private async similar(index: string, word: string) {
    const { facetHits } = await known(index, () =>
      this.clients.reading
        .index(index)
        .searchForFacetValues({ facetName: TERMS, facetQuery: word }),
    );
    return facetHits.map(({ value, count }) => ({ word: value, documents: count }));
  }

  private questionOf(input: Input): Question {
    const layout = this.layoutOf(input.index);
    const today = dayNumber(todayInVietnam(this.now()));
    const { disjunctive, near, sort_by_distance } = ownOptions(input);
    return {
      layout,
      index: input.index.physical_name,
      today,
      filters: readFilters(layout, input.filters, today),
      facets: readFacets(layout, input.search_options?.facets),
      isDisjunctive: disjunctive === true,
      near: near ?? null,
      sortsByDistance: sort_by_distance === true,
      order: readOrder(layout, input.pagination?.order),
      attributes: input.attributes_to_retrieve,
      skip: pagePosition(ENGINE, input.pagination?.skip ?? 0),
      take: pagePosition(ENGINE, input.pagination?.take ?? 20),
    };
  }

  private layoutOf(definition: Definition): Layout {
    // The definition is copied for each call, but its fields are always the same object.
    let layout = this.layouts.get(definition.fields);
    if (!layout) {
      layout = layOut(definition);
      this.layouts.set(definition.fields, layout);
    }
    return layout;
  }
}
