import { sql } from "../lib/sql";

/** The table that answers searches now, and a stamp of what is in it. */
export type CatalogTable = { name: string; revision: string };

/** So many of the best goods and of the best tours are looked at first; mostly enough of them fit. */
const HEAD = 1000;

/** Null before the catalog was filled for the first time. */
export async function catalogTable(): Promise<CatalogTable | null> {
  const [row] = await sql()<CatalogTable[]>`
    SELECT d.name, d.revision::text AS revision FROM search_index i
    JOIN search_index_version v ON v.search_index_id = i.id AND v.version = i.active_version
    JOIN search.document_index d ON d.name = v.physical_name
    WHERE i.name = 'catalog' AND i.deleted_at IS NULL AND v.deleted_at IS NULL`;
  return row ?? null;
}

/** What shoppers see of each producer, village, province, group and subgroup; one of them is set. */
export type CatalogCount = {
  producer: string | null;
  village: string | null;
  province: string | null;
  group: string | null;
  subgroup: string | null;
  count: number;
};

/** Goods and visits behind each name of the catalog, counted in one pass. */
export async function catalogCounts({ name }: CatalogTable): Promise<CatalogCount[]> {
  return sql()<CatalogCount[]>`
    SELECT producer, village, province, "group", subgroup, count(*)::integer AS count
    FROM ${sql()(`search.documents_${name}`)}
    GROUP BY GROUPING SETS ((producer), (village), (province), ("group"), (subgroup))`;
}

export type MakerName = { handle: string; name: string; province_code: string };

/** The names of open producers. */
export async function producerNames(): Promise<MakerName[]> {
  return sql()<MakerName[]>`
    SELECT handle, name, province_code FROM producer
    WHERE deleted_at IS NULL AND status = 'open'`;
}

/** The names of villages in both languages. */
export async function villageNames(): Promise<(MakerName & { name_en: string | null })[]> {
  return sql()<(MakerName & { name_en: string | null })[]>`
    SELECT v.handle, v.name, v.province_code, en.translations->>'name' AS name_en
    FROM village v
    LEFT JOIN translation en ON en.reference_id = v.id AND en.reference = 'village'
      AND en.locale_code = 'en-US' AND en.deleted_at IS NULL
    WHERE v.deleted_at IS NULL`;
}

/** The card of a product or tour as its document holds it: JSON in the asked language. */
export type TitleRow = { kind: "product" | "tour"; card: string };

/**
 * Goods and tours, at most `each` of a kind, with a title, in either language, in which each of the
 * folded words begins a word: first those that begin with the text, then by quality. Frequent words
 * are met among the best; only for rare ones the index of titles is asked, with all words but the
 * last whole, since beginnings are dear there. So among frequent words "begins with" is decided
 * within the best, and several words half typed are met only there.
 * @throws PostgresError 42P01 when the table is gone, because an index built anew took its place.
 */
export async function titlesBeginning(
  { name }: CatalogTable,
  wish: { words: readonly string[]; each: number; lang: "vi" | "en" },
): Promise<TitleRow[]> {
  const { words, each, lang } = wish;
  const table = sql()(`search.documents_${name}`);
  const card = sql()(lang === "vi" ? "card_vi" : "card_en");
  const begun = tsquery(words, () => true);
  const whole = tsquery(words, (index) => index === words.length - 1);
  const text = `\n${words.join(" ")}`;
  const best = (kind: TitleRow["kind"]) => sql()`(
    WITH head AS MATERIALIZED (
      SELECT id, quality, "_lead", "_lead_words" @@ ${begun}::text::tsquery AS is_met
      FROM ${table} WHERE kind = ${kind}
      ORDER BY kind NULLS LAST, quality DESC NULLS LAST, id DESC NULLS LAST LIMIT ${HEAD}
    ), gate AS MATERIALIZED (
      SELECT count(*) = ${HEAD} AND count(*) FILTER (WHERE is_met) < ${each} AS is_open FROM head
    ), found AS (
      SELECT id, quality, "_lead" FROM head WHERE is_met
      UNION
      SELECT id, quality, "_lead" FROM ${table}
      WHERE kind = ${kind} AND "_lead_words" @@ ${whole}::text::tsquery
        AND (SELECT is_open FROM gate)
    )
    SELECT id, strpos("_lead", ${text}) = 0 AS is_inside FROM found
    ORDER BY is_inside, quality DESC, id DESC LIMIT ${each}
  )`;
  return sql()<TitleRow[]>`
    SELECT d.kind, d.${card} AS card
    FROM (${best("product")} UNION ALL ${best("tour")}) b
    JOIN ${table} d USING (id)
    ORDER BY d.kind, b.is_inside, d.quality DESC, d.id DESC`;
}

/** Folded words hold letters and digits only, so nothing in them needs escaping. */
function tsquery(words: readonly string[], isBegun: (index: number) => boolean): string {
  return words.map((word, index) => `'${word}'${isBegun(index) ? ":*" : ""}`).join(" & ");
}
