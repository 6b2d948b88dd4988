import { createHash } from "node:crypto";
import type { LocalDate } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import type postgres from "postgres";
import { sql } from "../../lib/sql";
import { condition, type FieldFilter, Parameters } from "./filters";
import { placeOf } from "./geo";
import { createTable, type DocumentPlan, tableOf, termsOf, unsupported } from "./plan";
import { addTerms, countTerms, createTerms, termsIn } from "./terms";
import { documentText } from "./text";

// Revisions are instants, so that a database restored from a backup never repeats one.
const next = (revision: string) =>
  `greatest(${revision} + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)`;
const RAISE_BOTH = `UPDATE search.document_index
  SET revision = ${next("revision")}, facets_revision = ${next("facets_revision")}`;

/** Creates the table of a physical index, or makes it anew; the register is told in the same transaction. */
export async function createDocuments(plan: DocumentPlan, name: string): Promise<void> {
  await sql().begin(async (tx) => {
    await takeTurn(tx, name);
    await tx.unsafe(`DROP TABLE IF EXISTS ${tableOf(name)}, ${termsOf(name)}`);
    for (const statement of [...createTable(plan, name), ...createTerms(name)]) {
      await tx.unsafe(statement);
    }
    await tx`INSERT INTO search.document_index (name) VALUES (${name})
      ON CONFLICT (name) DO NOTHING`;
    await tx.unsafe(`${RAISE_BOTH} WHERE name = $1`, [name]);
  });
}

export async function dropDocuments(name: string): Promise<void> {
  await sql().begin(async (tx) => {
    await takeTurn(tx, name);
    await tx.unsafe(`DROP TABLE IF EXISTS ${tableOf(name)}, ${termsOf(name)}`);
    await tx`DELETE FROM search.document_index WHERE name = ${name}`;
  });
}

export async function clearDocuments(name: string): Promise<void> {
  await sql().begin(async (tx) => {
    await takeTurn(tx, name);
    await tx.unsafe(`TRUNCATE ${tableOf(name)}, ${termsOf(name)}`);
    await tx.unsafe(`${RAISE_BOTH} WHERE name = $1`, [name]);
  });
}

/** Every physical index with its exact number of documents. */
export async function listDocuments(): Promise<
  { name: string; count: number; created_at: Date }[]
> {
  const indexes = await sql()<{ name: string; created: string }[]>`
    SELECT name, created_at::text AS created FROM search.document_index ORDER BY name`;
  return Promise.all(
    indexes.map(async (index) => {
      const [row] = await sql().unsafe(
        `SELECT count(*)::integer AS count FROM ${tableOf(index.name)}`,
      );
      return {
        name: index.name,
        created_at: new Date(index.created),
        count: Number(row?.count ?? 0),
      };
    }),
  );
}

/**
 * Tells the planner about the rows, and indexes which rows everybody may see, so that pages can be
 * read from them alone; called when the rows' number has grown much.
 */
export async function analyzeDocuments(name: string): Promise<void> {
  await sql().unsafe(`VACUUM (ANALYZE, PROCESS_TOAST false, TRUNCATE false) ${tableOf(name)}`);
}

/**
 * Writers of one index take turns, from here to the end of the transaction, so that each counts
 * terms from what the one before has left. Raising the revision would make them wait anyway.
 */
async function takeTurn(tx: postgres.TransactionSql, name: string): Promise<void> {
  await tx`SELECT FROM search.document_index WHERE name = ${name} FOR UPDATE`;
}

/**
 * Inserts or replaces documents in one transaction and answers how many really changed: a document
 * equal to the stored one is not written again. When a column that facets, filters or sorts read
 * changed, the facets' revision rises too. Writing the same document twice, or from two processes,
 * leaves the last one, and the terms count each document once.
 */
export async function putDocuments(
  plan: DocumentPlan,
  name: string,
  documents: readonly SearchTypes.SearchDocument[],
): Promise<number> {
  const rows = new Map(documents.map((document) => [document.id, rowOf(plan, document)]));
  const statement = putStatement(plan, name);
  return sql().begin(async (tx) => {
    await takeTurn(tx, name);
    const values = [`[${[...rows.values()].join()}]`, name];
    const [row] = await tx.unsafe(statement, values, { prepare: true });
    await addTerms(tx, name, row?.fresh ?? []);
    const count = Number(row?.count ?? 0);
    if (count > 0) await sortIn(tx, name);
    return count;
  });
}

/**
 * Moves what a write has gathered into the indexes of words. All documents at once take a sixth of
 * the time of one by one, and readers find nothing left to look through.
 */
async function sortIn(tx: postgres.TransactionSql, name: string): Promise<void> {
  await tx`SELECT gin_clean_pending_list(i.indexrelid::regclass)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE i.indrelid = ${tableOf(name)}::regclass AND a.amname = 'gin'`;
}

function putStatement(plan: DocumentPlan, name: string): string {
  const columns = [...plan.columns.values()];
  const places = plan.geo.flatMap(({ lat, lng }) => [lat, lng]);
  const quoted = [...columns.map((column) => column.name), ...places].map((name) => `"${name}"`);
  const added = ["_lead", "_lead_words", "_words", "_spelt", "_terms", "_digest"];
  const all = [...quoted, ...added.map((name) => `"${name}"`)];
  const key = `"${plan.primaryKey}"`;
  const narrow = [
    ...columns.filter((column) => column.narrow && column.name !== plan.primaryKey),
    ...places.map((name) => ({ name })),
  ].map((column) => `"${column.name}"`);
  const types = [
    ...columns.map((column) => `"${column.name}" ${column.type}`),
    ...places.map((name) => `"${name}" double precision`),
  ];
  const narrowOf = (row: string) => ["true", ...narrow.map((name) => `${row}.${name}`)].join(", ");
  const table = tableOf(name);
  return `
    WITH new AS MATERIALIZED (
      SELECT ${quoted.join(", ")}, "_lead", "_lead_words", "_words", "_spelt",
        string_to_array("_terms", ' ') AS "_terms", "_digest"
      FROM json_to_recordset($1::text::json) AS d(${types.join(", ")},
        "_lead" text, "_lead_words" text, "_words" text, "_spelt" text, "_terms" text,
        "_digest" text)
    ), changed AS MATERIALIZED (
      SELECT new.${key} AS "_key", old."_digest" IS NULL OR (${narrowOf("old")}) IS DISTINCT FROM (${narrowOf("new")}) AS "_moves",
        coalesce(old."_terms", '{}') AS "_before", new."_terms" AS "_after"
      FROM new LEFT JOIN ${table} old USING (${key})
      WHERE old."_digest" IS DISTINCT FROM new."_digest"
    ), put AS (
      INSERT INTO ${table} AS t (${all.join(", ")})
      SELECT ${quoted.join(", ")}, "_lead", array_to_tsvector(string_to_array("_lead_words", ' ')),
        array_to_tsvector(string_to_array("_words", ' ')), "_spelt", "_terms", "_digest"
      FROM new WHERE ${key} IN (SELECT "_key" FROM changed)
      ON CONFLICT (${key}) DO UPDATE SET ${all.map((column) => `${column} = excluded.${column}`).join(", ")}
      WHERE t."_digest" <> excluded."_digest"
    ), delta AS MATERIALIZED (
      SELECT word AS spelling, sum(by)::integer AS by FROM (
        SELECT unnest("_after") AS word, 1 AS by FROM changed WHERE "_before" <> "_after"
        UNION ALL
        SELECT unnest("_before"), -1 FROM changed WHERE "_before" <> "_after"
      ) d
      GROUP BY word HAVING sum(by) <> 0
    ), ${countTerms(name)}, bump AS (
      UPDATE search.document_index SET revision = ${next("revision")},
        facets_revision = CASE WHEN EXISTS (SELECT FROM changed WHERE "_moves")
          THEN ${next("facets_revision")} ELSE facets_revision END
      WHERE name = $2 AND EXISTS (SELECT FROM changed)
    )
    SELECT (SELECT count(*)::integer FROM changed) AS count,
      (SELECT coalesce(jsonb_agg(fresh), '[]') FROM fresh) AS fresh`;
}

/** A document's row as JSON; lists of words are texts, which PostgreSQL reads in half the time. */
function rowOf(plan: DocumentPlan, document: SearchTypes.SearchDocument): string {
  const row: Record<string, unknown> = {};
  for (const { name, type } of plan.columns.values()) {
    const value = document[name] ?? null;
    if (type === "integer" && value !== null && !Number.isSafeInteger(value)) {
      unsupported(`the value ${JSON.stringify(value)} of the integer field "${name}"`);
    }
    row[name] = value;
  }
  for (const { name, validUntil } of plan.columns.values()) {
    // Without a last day it reads as null already; see browse.ts, which goes by the day alone.
    if (validUntil !== null && row[validUntil] === null) row[name] = null;
  }
  for (const column of plan.geo) Object.assign(row, placeOf(column, document[column.name]));
  const strings = (names: string[]) => names.map((name) => String(document[name] ?? ""));
  const text = documentText(strings(plan.leads), strings(plan.texts), strings(plan.names));
  const json = JSON.stringify({
    ...row,
    _lead: text.lead,
    _lead_words: text.leadWords.join(" "),
    _words: text.words.join(" "),
    _spelt: text.spelt,
    _terms: termsIn(text.spelt).join(" "),
  });
  const digest = createHash("md5").update(json).digest("hex");
  return `${json.slice(0, -1)},"_digest":"${digest}"}`;
}

/** Removes the documents that pass all filters and answers how many there were. */
export async function removeDocuments(
  name: string,
  filters: readonly FieldFilter[],
  today: LocalDate,
): Promise<number> {
  const parameters = new Parameters(today);
  const where = filters.map((filter) => condition(filter, parameters)).join(" AND ");
  const text = `
    WITH gone AS (DELETE FROM ${tableOf(name)} WHERE ${where} RETURNING "_terms"),
    delta AS MATERIALIZED (
      SELECT word AS spelling, -count(*)::integer AS by
      FROM gone, unnest("_terms") w(word) GROUP BY word
    ), ${countTerms(name)}, bump AS (
      ${RAISE_BOTH} WHERE name = ${parameters.add(name, "text")} AND EXISTS (SELECT FROM gone)
    )
    SELECT count(*)::integer AS count FROM gone`;
  return sql().begin(async (tx) => {
    await takeTurn(tx, name);
    const [row] = await tx.unsafe(text, parameters.values as never[]);
    return Number(row?.count ?? 0);
  });
}
