import type { Sql, TransactionSql } from "postgres";
import { sql } from "../../lib/sql";

/**
 * Which products' documents a changed row touches. The query reads the statement's rows from
 * `changed`. Tables of links bear the names that Medusa composes.
 */
const SOURCES: Record<string, string> = {
  product: `SELECT id FROM changed`,
  product_variant: `SELECT product_id FROM changed`,
  product_variant_price_set: `SELECT v.product_id FROM changed c
    JOIN public.product_variant v ON v.id = c.variant_id`,
  price: `SELECT v.product_id FROM changed c
    JOIN public.product_variant_price_set s ON s.price_set_id = c.price_set_id
    JOIN public.product_variant v ON v.id = s.variant_id`,
  product_variant_inventory_item: `SELECT v.product_id FROM changed c
    JOIN public.product_variant v ON v.id = c.variant_id`,
  // A reservation also writes the level's reserved quantity, in the same transaction.
  inventory_level: `SELECT v.product_id FROM changed c
    JOIN public.product_variant_inventory_item i ON i.inventory_item_id = c.inventory_item_id
    JOIN public.product_variant v ON v.id = i.variant_id`,
  image: `SELECT product_id FROM changed`,
  producer: `SELECT l.product_id FROM changed c
    JOIN public.producer_producer_product_product l ON l.producer_id = c.id`,
  village: `SELECT l.product_id FROM changed c
    JOIN public.village_village_product_product l ON l.village_id = c.id`,
  certification: `SELECT product_id FROM changed`,
  producer_producer_product_product: `SELECT product_id FROM changed`,
  village_village_product_product: `SELECT product_id FROM changed`,
  translation: `SELECT reference_id FROM changed WHERE reference = 'product'
    UNION SELECT l.product_id FROM changed c
      JOIN public.village_village_product_product l ON l.village_id = c.reference_id
      WHERE c.reference = 'village'`,
};

const EVENTS = [
  { name: "inserted", event: "INSERT", rows: "NEW" },
  { name: "updated", event: "UPDATE", rows: "NEW" },
  { name: "deleted", event: "DELETE", rows: "OLD" },
] as const;

/** The body of the function that notes what changed in a table, for every engine that is fed. */
function bodyOf(table: string): string {
  return `
        BEGIN
          INSERT INTO search.change (engine, product_id)
          SELECT e.name, s.id
          FROM (SELECT DISTINCT c.id FROM (${SOURCES[table]}) AS c(id) WHERE c.id IS NOT NULL) s
          CROSS JOIN search.engine e;
          RETURN NULL;
        END `;
}

/**
 * Sees to it that every table a document is built from notes its changes in `search.change`, in the
 * transaction of the change. Works through statement-level triggers, so that an edit of a thousand
 * rows costs one insert. Triggers that are missing, switched off, or of another release are made
 * anew; tables that don't exist yet are left for the next call. Safe to repeat; one query when
 * there is nothing to do.
 * @returns the tables that got their triggers now.
 */
export async function installTriggers(): Promise<string[]> {
  if ((await tablesWithout(sql())).length === 0) return [];
  return sql().begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('cho-lang-search-triggers'))`;
    const tables = await tablesWithout(tx);
    for (const table of tables) {
      await tx.unsafe(`
        CREATE OR REPLACE FUNCTION search.note_${table}() RETURNS trigger LANGUAGE plpgsql
        AS $body$${bodyOf(table)}$body$`);
      for (const { name, event, rows } of EVENTS) {
        await tx.unsafe(`
          CREATE OR REPLACE TRIGGER search_note_${name} AFTER ${event} ON public."${table}"
          REFERENCING ${rows} TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION search.note_${table}()`);
      }
    }
    return tables;
  });
}

/** Tables that exist and whose triggers are not all there, switched on and as this release's. */
async function tablesWithout(tx: Sql | TransactionSql): Promise<string[]> {
  const tables = Object.keys(SOURCES);
  const rows = await tx<{ name: string }[]>`
    SELECT c.relname AS name
    FROM unnest(${tables}::text[], ${tables.map(bodyOf)}::text[]) AS wanted(name, body)
    JOIN pg_namespace n ON n.nspname = 'public'
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name AND c.relkind = 'r'
    LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname LIKE 'search\\_note\\_%'
      AND t.tgenabled IN ('O', 'A')
    LEFT JOIN pg_proc p ON p.oid = t.tgfoid AND p.prosrc = wanted.body
    GROUP BY c.relname HAVING count(p.oid) < ${EVENTS.length} ORDER BY c.relname`;
  return rows.map((row) => row.name);
}
