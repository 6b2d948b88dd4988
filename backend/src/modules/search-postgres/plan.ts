import type { SearchTypes } from "@medusajs/framework/types";
import { refuseFor, SAFE_NAME, type SearchedFields, searchedFields } from "../../lib/search-limits";

/** The key of this engine in a definition's and a query's `provider_options`. */
export const ENGINE = "search-postgres";

/** A field that became a column of the documents' table. */
export type Column = {
  name: string;
  type: "text" | "integer" | "double precision" | "boolean" | "date";
  /** Read while filtering, counting or sorting; other columns are kept out of the narrow row. */
  narrow: boolean;
  facetable: boolean;
  retrievable: boolean;
  /** The date column until which (that day included) the value holds; afterwards it reads as null. */
  validUntil: string | null;
};

/** A place, kept as two narrow columns of degrees; null when it is not known. */
export type GeoColumn = { name: string; lat: string; lng: string };

export type OrderTerm = { column: string; direction: "ASC" | "DESC" };

/** How one index definition is laid out in a table. */
export type DocumentPlan = SearchedFields & {
  primaryKey: string;
  columns: Map<string, Column>;
  /** `near` means the first of them. */
  geo: GeoColumn[];
  /** Orders that get an index; the first is the order when no text is searched. */
  orders: OrderTerm[][];
};

const TYPES: Partial<Record<SearchTypes.SearchFieldKind, Column["type"]>> = {
  keyword: "text",
  text: "text",
  integer: "integer",
  float: "double precision",
  boolean: "boolean",
  date: "date",
};

/** Refuses what this engine can't hold or express, as the Search Module asks of its providers. */
export function unsupported(what: string): never {
  refuseFor(ENGINE, what);
}

/** The physical name, checked, because it becomes part of SQL text. */
export function tableOf(physicalName: string): string {
  return `search."documents_${checked(physicalName)}"`;
}

/** The words of a physical index that may stand in for mistyped ones; see terms.ts. */
export function termsOf(physicalName: string): string {
  return `search."terms_${checked(physicalName)}"`;
}

function checked(physicalName: string): string {
  if (!SAFE_NAME.test(physicalName)) unsupported(`an index named "${physicalName}"`);
  return physicalName;
}

type Options = Record<string, unknown>;

function optionsOf(source: Record<string, Options> | undefined): Options {
  return source?.[ENGINE] ?? {};
}

/**
 * Lays a definition out.
 * @throws MedusaError for field types, facets or options that this engine can't hold, so that a
 * wrong definition is found by `db:migrate` and not by a shopper.
 */
export function planDocuments(
  definition: Pick<
    SearchTypes.ResolvedSearchIndexDefinition,
    "fields" | "settings" | "primary_key"
  >,
): DocumentPlan {
  const columns = new Map<string, Column>();
  const geo: GeoColumn[] = [];
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.type === "geo") {
      if (field.array || !SAFE_NAME.test(name)) unsupported(`the geo field "${name}"`);
      geo.push({ name, lat: `_${name}_lat`, lng: `_${name}_lng` });
      continue;
    }
    const type = TYPES[field.type];
    if (!type) unsupported(`the field type "${field.type}" of "${name}"`);
    if (field.array) unsupported(`the array field "${name}"`);
    if (!SAFE_NAME.test(name)) unsupported(`a field named "${name}"`);
    const stats = typeof field.facetable === "object" && field.facetable.types?.includes("stats");
    if (stats) unsupported(`facets of type "stats" on "${name}"`);
    const narrow = Boolean(field.filterable || field.sortable || field.facetable);
    const retrievable = field.retrievable !== false;
    if (!narrow && !retrievable) continue;
    const { valid_until } = optionsOf(field.provider_options);
    columns.set(name, {
      name,
      type,
      narrow: narrow || name === definition.primary_key,
      facetable: Boolean(field.facetable),
      retrievable,
      validUntil: typeof valid_until === "string" ? valid_until : null,
    });
  }
  for (const column of columns.values()) {
    if (column.validUntil !== null && columns.get(column.validUntil)?.type !== "date") {
      unsupported(`"valid_until" of "${column.name}" that is not a filterable date field`);
    }
  }
  return {
    primaryKey: definition.primary_key,
    columns,
    geo,
    ...searchedFields(ENGINE, definition.fields),
    orders: readOrders(optionsOf(definition.settings.provider_options), columns),
  };
}

function readOrders(options: Options, columns: DocumentPlan["columns"]): OrderTerm[][] {
  const orders = Array.isArray(options.orders) ? (options.orders as Record<string, unknown>[]) : [];
  return orders.map((order) =>
    Object.entries(order).map(([column, direction]) => {
      if (!columns.has(column)) unsupported(`an order by the unknown field "${column}"`);
      return { column, direction: direction === "ASC" ? "ASC" : "DESC" };
    }),
  );
}

/** The DDL of one physical index. The table must not exist. */
export function createTable(plan: DocumentPlan, physicalName: string): string[] {
  const table = tableOf(physicalName);
  const columns = [...plan.columns.values()].map((column) =>
    column.name === plan.primaryKey ? `"${column.name}" text PRIMARY KEY` : columnOf(column),
  );
  // What is not read while filtering is stored apart (out of line from 128 bytes on), so that a
  // scan of the narrow rows stays short.
  const wide = [...plan.columns.values()].filter(
    (column) => !column.narrow && column.type === "text",
  );
  const indexed = [...plan.columns.values()].filter(
    (column) => column.narrow && column.type === "text" && column.name !== plan.primaryKey,
  );
  const lasting = [...plan.columns.values()].filter((column) => column.validUntil !== null);
  return [
    `CREATE TABLE ${table} (${[
      ...columns,
      ...plan.geo.flatMap(({ lat, lng }) => [lat, lng].map((name) => `"${name}" double precision`)),
      `"_lead" text NOT NULL DEFAULT ''`,
      `"_lead_words" tsvector NOT NULL DEFAULT ''`,
      `"_words" tsvector NOT NULL DEFAULT ''`,
      `"_spelt" text NOT NULL DEFAULT ''`,
      `"_terms" text[] NOT NULL DEFAULT '{}'`,
      `"_digest" text NOT NULL`,
    ].join(", ")}) WITH (toast_tuple_target = 128, fillfactor = 90)`,
    ...[...wide.map((column) => column.name), "_words", "_spelt", "_terms"].map(
      (name) => `ALTER TABLE ${table} ALTER COLUMN "${name}" SET STORAGE EXTERNAL`,
    ),
    ...["_lead", "_lead_words"].map(
      (name) => `ALTER TABLE ${table} ALTER COLUMN "${name}" SET STORAGE MAIN`,
    ),
    ...[...indexed.map((column) => column.name), plan.primaryKey, "_digest"].map(
      (name) => `ALTER TABLE ${table} ALTER COLUMN "${name}" SET STORAGE PLAIN`,
    ),
    // New entries are gathered, and sorted in by the writer before it is done: see sortIn.
    `CREATE INDEX ON ${table} USING gin ("_words")`,
    // For suggestions, which are met in titles only.
    `CREATE INDEX ON ${table} USING gin ("_lead_words")`,
    ...indexed.map((column) => `CREATE INDEX ON ${table} ("${column.name}")`),
    ...plan.geo.map(({ lat, lng }) => `CREATE INDEX ON ${table} ("${lat}", "${lng}")`),
    // Which documents are on a page, and the facet cube, are read from these alone: see browse.ts.
    ...plan.orders.map(
      (order) => `CREATE INDEX ON ${table} (${orderBy(plan, order)})${beside(plan, order)}`,
    ),
    // Documents whose value's last day is over, which are few.
    ...[...new Set(lasting.map((column) => column.validUntil))].map(
      (name) => `CREATE INDEX ON ${table} ("${name}")`,
    ),
  ];
}

/** What facets filter by and count, kept in the index of an order beside what it sorts by. */
function beside(plan: DocumentPlan, order: OrderTerm[]): string {
  const sorted = new Set(orderTerms(plan, order).map(({ column }) => column));
  const counted = [...plan.columns.values()].filter((column) => column.facetable);
  const names = new Set(counted.flatMap(({ name, validUntil }) => [name, validUntil ?? name]));
  const list = [...names].filter((name) => !sorted.has(name)).map((name) => `"${name}"`);
  return list.length === 0 ? "" : ` INCLUDE (${list.join(", ")})`;
}

function columnOf(column: Column): string {
  return `"${column.name}" ${column.type}`;
}

/** The terms of an ORDER BY with the primary key as the last word, so that pages never overlap. */
export function orderTerms(plan: DocumentPlan, order: OrderTerm[]): OrderTerm[] {
  const direction = order.at(-1)?.direction ?? "ASC";
  return [...order, { column: plan.primaryKey, direction }];
}

function orderBy(plan: DocumentPlan, order: OrderTerm[]): string {
  return orderTerms(plan, order)
    .map(({ column, direction }) => `"${column}" ${direction} NULLS LAST`)
    .join(", ");
}
