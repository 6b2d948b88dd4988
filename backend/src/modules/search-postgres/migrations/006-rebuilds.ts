import type { SqlMigration } from "../../../lib/migrate";

/** What operators asked to be filled anew; see operator-tables.ts. */
export const addRebuilds: SqlMigration = {
  title: "006-rebuilds",
  up: `
    CREATE TABLE search.rebuild (
      engine text PRIMARY KEY,
      claim uuid NOT NULL,
      expected integer NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now(),
      beat_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz,
      error text
    );
  `,
};
