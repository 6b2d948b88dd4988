import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { sql } from "../src/lib/sql";

/** Drizzle's names of the types that PostgreSQL calls otherwise. */
const TYPES: Record<string, string> = {
  int8: "bigint",
  int4: "integer",
  int2: "smallint",
  bool: "boolean",
  float8: "double precision",
  timestamptz: "timestamp with time zone",
  _text: "text[]",
  _int4: "integer[]",
  _date: "date[]",
};

/** Says, table by table, that a module's Drizzle tables are those that its migrations make. */
export function itBelievesIn(tables: readonly PgTable[]): void {
  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "%s has the columns that the code believes in",
    async (name, table) => {
      const { schema, columns } = getTableConfig(table);
      const rows = await sql()<{ column_name: string; udt_name: string; is_nullable: string }[]>`
        SELECT column_name, udt_name, is_nullable FROM information_schema.columns
        WHERE table_schema = ${schema ?? "public"} AND table_name = ${name}`;
      const real = rows.map((c) => [
        c.column_name,
        TYPES[c.udt_name] ?? c.udt_name,
        c.is_nullable === "NO",
      ]);
      const believed = columns.map((c) => [c.name, c.getSQLType(), c.notNull || c.primary]);
      expect(believed.length).toBeGreaterThan(0);
      expect(believed.sort()).toEqual(real.sort());
    },
  );
}
