import { createHash } from "node:crypto";
import type { LocalDate } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import { sql } from "../../lib/sql";
import { condition, type FieldFilter, Parameters } from "./filters";
import { createTable, type DocumentPlan, tableOf, unsupported } from "./plan";
import { documentText } from "./text";

// Revisions are instants, so that a database restored from a backup never repeats one.
const next = (revision: string) =>
  `greatest(${revision} + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)`;
const RAISE_BOTH = `UPDATE search.document_index
  SET revision = ${next("revision")}, facets_revision = ${next("facets_revision")}`;

/** Creates the table of a physical index, or makes it anew; the register is told in the same transaction. */
export async function createDocuments(plan: DocumentPlan, name: string): Promise<void> {
  await sql().begin(async (tx) => {
    await tx.unsafe(`DROP TABLE IF EXISTS ${tableOf(name)}`);
    for (const statement of createTable(plan, name)) await tx.unsafe(statement);
    await tx`INSERT INTO search.document_index (name) VALUES (${name})
      ON CONFLICT (name) DO NOTHING`;
    await tx.unsafe(`${RAISE_BOTH} WHERE name = $1`, [name]);
  });
}

export async function dropDocuments(name: string): Promise<void> {
  await sql().begin(async (tx) => {
    await tx.unsafe(`DROP TABLE IF EXISTS ${tableOf(name)}`);
    await tx`DELETE FROM search.document_index WHERE name = ${name}`;
  });
}

export async function clearDocuments(name: string): Promise<void> {
  await sql().begin(async (tx) => {
    await tx.unsafe(`TRUNCATE ${tableOf(name)}`);
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

/** Tells the planner about the rows; called when their number has grown much. */
export async function analyzeDocuments(name: string): Promise<void> {
  await sql().unsafe(`ANALYZE ${tableOf(name)}`);
}

/**
 * Inserts or replaces documents in one statement and answers how many really changed: a document
 * equal to the stored one is not written again. When a column that facets, filters or sorts read
 * changed, the facets' revision rises too, in the same transaction. Writing the same document twice, or
 * from two processes, leaves the last one.
 */
export async function putDocuments(
  plan: DocumentPlan,
  name: string,
  documents: readonly SearchTypes.SearchDocument[],
): Promise<number> {
  const rows = new Map(documents.map((document) => [document.id, rowOf(plan, document)]));
  const columns = [...plan.columns.values()];
  const quoted = columns.map((column) => `"${column.name}"`);
  const all = [...quoted, `"_lead"`, `"_lead_words"`, `"_words"`, `"_digest"`];
  const key = `"${plan.primaryKey}"`;
  const narrow = columns.filter((column) => column.narrow).map((column) => `"${column.name}"`);
  const types = columns.map((column) => `"${column.name}" ${column.type}`);
  const table = tableOf(name);
  const text = `
    WITH new AS (
      SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS d(${types.join(", ")},
        "_lead" text, "_lead_words" text[], "_words" text[], "_digest" text)
    ), put AS (
      INSERT INTO ${table} AS t (${all.join(", ")})
      SELECT ${quoted.join(", ")}, "_lead", array_to_tsvector("_lead_words"),
        array_to_tsvector("_words"), "_digest"
      FROM new
      ON CONFLICT (${key}) DO UPDATE SET ${all.map((column) => `${column} = excluded.${column}`).join(", ")}
      WHERE t."_digest" <> excluded."_digest"
      RETURNING ${key}
    ), moved AS (
      SELECT 1 FROM new LEFT JOIN ${table} old USING (${key})
      WHERE (${narrow.map((column) => (column === key ? column : `old.${column}`)).join(", ")})
        IS DISTINCT FROM (${narrow.map((column) => (column === key ? column : `new.${column}`)).join(", ")})
        OR old."_digest" IS NULL
      LIMIT 1
    ), bump AS (
      UPDATE search.document_index SET revision = ${next("revision")},
        facets_revision = CASE WHEN EXISTS (SELECT FROM moved)
          THEN ${next("facets_revision")} ELSE facets_revision END
      WHERE name = $2 AND EXISTS (SELECT FROM put)
    )
    SELECT count(*)::integer AS count FROM put`;
  const [row] = await sql().unsafe(text, [JSON.stringify([...rows.values()]), name]);
  return Number(row?.count ?? 0);
}

function rowOf(plan: DocumentPlan, document: SearchTypes.SearchDocument) {
  const row: Record<string, unknown> = {};
  for (const { name, type } of plan.columns.values()) {
    const value = document[name] ?? null;
    if (type === "integer" && value !== null && !Number.isSafeInteger(value)) {
      unsupported(`the value ${JSON.stringify(value)} of the integer field "${name}"`);
    }
    row[name] = value;
  }
  const strings = (names: string[]) => names.map((name) => String(document[name] ?? ""));
  const text = documentText(strings(plan.leads), strings(plan.texts));
  const digest = createHash("md5")
    .update(JSON.stringify([row, text]))
    .digest("hex");
  return {
    ...row,
    _lead: text.lead,
    _lead_words: text.leadWords,
    _words: text.words,
    _digest: digest,
  };
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
    WITH gone AS (DELETE FROM ${tableOf(name)} WHERE ${where} RETURNING 1),
    bump AS (
      ${RAISE_BOTH} WHERE name = ${parameters.add(name, "text")} AND EXISTS (SELECT FROM gone)
    )
    SELECT count(*)::integer AS count FROM gone`;
  const [row] = await sql().unsafe(text, parameters.values as never[]);
  return Number(row?.count ?? 0);
}
