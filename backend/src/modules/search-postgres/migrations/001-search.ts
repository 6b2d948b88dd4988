import type { SqlMigration } from "../../../lib/migrate";

/** The register of physical indexes and the queue of changes; see tables.ts. */
export const createSearch: SqlMigration = {
  title: "001-search",
  up: `
    CREATE TABLE search.document_index (
      name text PRIMARY KEY,
      facets_revision bigint NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE search.change (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      product_id text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now(),
      tries smallint NOT NULL DEFAULT 0,
      next_try_at timestamptz NOT NULL DEFAULT now(),
      error text,
      dead_at timestamptz
    );
    CREATE INDEX change_product ON search.change (product_id);
    CREATE INDEX change_due ON search.change (next_try_at);
    CREATE TABLE search.drained (
      product_id text PRIMARY KEY,
      index_version bigint NOT NULL,
      drained_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX drained_at_idx ON search.drained (drained_at);
  `,
};
