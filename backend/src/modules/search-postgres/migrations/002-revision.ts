import type { SqlMigration } from "../../../lib/migrate";

/** A second revision that rises with every changed document; see tables.ts. */
export const addRevision: SqlMigration = {
  title: "002-revision",
  up: `ALTER TABLE search.document_index ADD COLUMN revision bigint NOT NULL DEFAULT 0`,
};
