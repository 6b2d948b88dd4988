import { sql } from "./sql";

/** One step of a Drizzle module's schema. `title` never changes once released. */
export type SqlMigration = {
  /** "001-purchase": the file's name. */
  title: string;
  up: string;
};

/**
 * Brings `schema` up to date and answers what was run, oldest first. Each migration runs in a
 * transaction of its own together with its note in `public.sql_migration`; processes that migrate
 * at the same time take turns on an advisory lock.
 *
 * @throws the database's error of the first migration that fails; those before it stay applied.
 */
export async function runSqlMigrations(
  schema: string,
  migrations: SqlMigration[],
): Promise<{ name: string; path: string }[]> {
  const done: { name: string; path: string }[] = [];
  await sql().begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtext('cho-lang-migrate'))`;
    await tx`CREATE TABLE IF NOT EXISTS public.sql_migration (
      schema_name text NOT NULL, title text NOT NULL, run_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (schema_name, title))`;
    await tx`CREATE SCHEMA IF NOT EXISTS ${tx(schema)}`;
  });
  for (const migration of migrations) {
    await sql().begin(async (tx) => {
      await tx`SELECT pg_advisory_xact_lock(hashtext('cho-lang-migrate'))`;
      const noted = await tx`INSERT INTO public.sql_migration (schema_name, title)
        VALUES (${schema}, ${migration.title}) ON CONFLICT DO NOTHING`;
      if (noted.count === 0) return;
      await tx.unsafe(migration.up);
      done.push({ name: `${schema}/${migration.title}`, path: schema });
    });
  }
  return done;
}

/**
 * What a Drizzle module's index spreads into its default export, so that `medusa db:migrate`
 * migrates it with everything else. Both keys must be there: with one alone Medusa runs it twice.
 */
export function sqlMigrations(schema: string, migrations: SqlMigration[]) {
  return {
    runMigrations: () => runSqlMigrations(schema, migrations),
    revertMigration: async () => {
      throw new Error(`Migrations of ${schema} only go forward; restore a backup instead.`);
    },
    generateMigration: async () => undefined,
  };
}
