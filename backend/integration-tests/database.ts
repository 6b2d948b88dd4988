import postgres from "postgres";
import { runSqlMigrations, type SqlMigration } from "../src/lib/migrate";
import { closeSql } from "../src/lib/sql";
import { testDatabaseUrl } from "./support";

/** Gives one test file a database of its own with one module's schema, and drops it at the end. */
export function ownDatabase(name: string, schema: string, migrations: SqlMigration[]): void {
  const database = `db-${name}-${process.pid}`;
  const admin = postgres(testDatabaseUrl("postgres"), { max: 1, onnotice: () => undefined });
  beforeAll(async () => {
    await admin.unsafe(`CREATE DATABASE "${database}"`);
    process.env.DATABASE_URL = testDatabaseUrl(database);
    await closeSql();
    await runSqlMigrations(schema, migrations);
  });
  afterAll(async () => {
    await closeSql();
    await admin.unsafe(`DROP DATABASE "${database}" WITH (FORCE)`);
    await admin.end();
  });
}
