import type { SqlMigration } from "../../../lib/migrate";

/** Texts that found nothing, by day; see operator-tables.ts. */
export const addEmptyQueries: SqlMigration = {
  title: "005-empty-queries",
  up: `
    CREATE TABLE search.empty_query (
      folded text NOT NULL,
      day date NOT NULL,
      text text NOT NULL,
      times integer NOT NULL CHECK (times > 0),
      last_at timestamptz NOT NULL,
      PRIMARY KEY (folded, day)
    );
    CREATE INDEX empty_query_day ON search.empty_query (day);
  `,
};
