import { foldForSearch } from "@cho-lang/shared/vietnamese";
import type postgres from "postgres";
import { deletionsOfTerm } from "./deletions";
import { termsOf } from "./plan";

/**
 * The DDL of the terms of one physical index: one row per spelling ("phê") with its folded term
 * ("phe"), the number of documents that spell it so in one of their names, and what mistyped words
 * find it by. A spelling is gone with its last document. Counts are kept half empty, so that
 * counting up and down does not touch the indexes.
 */
export function createTerms(physicalName: string): string[] {
  const table = termsOf(physicalName);
  return [
    `CREATE TABLE ${table} (
      spelling text COLLATE "C" PRIMARY KEY,
      term text COLLATE "C" NOT NULL,
      documents integer NOT NULL CHECK (documents > 0),
      deletions text[] COLLATE "C" NOT NULL
    ) WITH (fillfactor = 60)`,
    `CREATE INDEX ON ${table} (term)`,
    `CREATE INDEX ON ${table} USING gin (deletions) WITH (fastupdate = off)`,
  ];
}

/**
 * The different words of a document's names, each in the spelling that comes first: who writes
 * "Đồng Nai" and "Dong Nai" is one document of "dong", as it is in the other engine.
 */
export function termsIn(spelt: string): string[] {
  const terms = new Map<string, string>();
  for (const word of spelt.split(/\s/)) {
    const term = foldForSearch(word);
    if (term !== "" && !terms.has(term)) terms.set(term, word);
  }
  return [...terms.values()];
}

/**
 * Counts the terms up and down by `delta(spelling, by)` as further CTEs of a write, and answers as
 * `fresh(spelling, documents)` those that are new. The writer holds the index's lock, so that the
 * counts that it sees are the last ones.
 */
export function countTerms(physicalName: string): string {
  const table = termsOf(physicalName);
  return `counted AS (
      UPDATE ${table} t SET documents = t.documents + delta.by FROM delta
      WHERE t.spelling = delta.spelling AND t.documents + delta.by > 0
    ), forgotten AS (
      DELETE FROM ${table} t USING delta
      WHERE t.spelling = delta.spelling AND t.documents + delta.by <= 0
    ), fresh AS (
      SELECT delta.spelling, delta.by AS documents FROM delta
      LEFT JOIN ${table} t USING (spelling)
      WHERE t.spelling IS NULL AND delta.by > 0
    )`;
}

/** Enters terms that no document had before; in the transaction that wrote their documents. */
export async function addTerms(
  tx: postgres.TransactionSql,
  physicalName: string,
  fresh: readonly { spelling: string; documents: number }[],
): Promise<void> {
  const rows = fresh.map(({ spelling, documents }) => {
    const term = foldForSearch(spelling);
    return { spelling, documents, term, deletions: deletionsOfTerm(term) };
  });
  if (rows.length === 0) return;
  await tx.unsafe(
    `INSERT INTO ${termsOf(physicalName)} (spelling, term, documents, deletions)
      SELECT spelling, term, documents, deletions FROM jsonb_to_recordset($1::text::jsonb)
        AS r(spelling text, term text, documents integer, deletions text[])
      ORDER BY spelling`,
    [JSON.stringify(rows)],
    { prepare: true },
  );
}
