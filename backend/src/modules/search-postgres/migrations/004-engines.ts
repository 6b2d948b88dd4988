import type { SqlMigration } from "../../../lib/migrate";

/**
 * The engines that are fed, and one queue for each of them; see tables.ts. The default engine of a
 * change serves the triggers of an older release until they are written anew.
 */
export const addEngines: SqlMigration = {
  title: "004-engines",
  up: `
    CREATE TABLE search.engine (
      name text PRIMARY KEY,
      index_name text NOT NULL,
      registered_at timestamptz NOT NULL DEFAULT now(),
      failures integer NOT NULL DEFAULT 0,
      rests_until timestamptz,
      error text
    );
    INSERT INTO search.engine (name, index_name) VALUES ('search-postgres', 'catalog');
    ALTER TABLE search.change ADD COLUMN engine text NOT NULL DEFAULT 'search-postgres';
    DROP INDEX search.change_product;
    DROP INDEX search.change_due;
    CREATE INDEX change_product ON search.change (engine, product_id);
    CREATE INDEX change_due ON search.change (engine, next_try_at);
    ALTER TABLE search.drained ADD COLUMN engine text NOT NULL DEFAULT 'search-postgres';
    ALTER TABLE search.drained DROP CONSTRAINT drained_pkey;
    ALTER TABLE search.drained ADD PRIMARY KEY (engine, product_id);
    ALTER TABLE search.drained ALTER COLUMN engine DROP DEFAULT;
  `,
};
