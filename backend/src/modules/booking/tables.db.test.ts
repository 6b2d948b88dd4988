import { getTableConfig } from "drizzle-orm/pg-core";
import { ownDatabase } from "../../../integration-tests/database";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { EVENT_KINDS, tables } from "./tables";

describe("The tables of bookings", () => {
  ownDatabase("booking-tables", "booking", migrations);

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "%s has the columns that the code believes in",
    async (name, table) => {
      const rows = await sql()<{ column_name: string; udt_name: string; is_nullable: string }[]>`
        SELECT column_name, udt_name, is_nullable FROM information_schema.columns
        WHERE table_schema = 'booking' AND table_name = ${name}`;
      const types: Record<string, string> = {
        int8: "bigint",
        int4: "integer",
        float8: "double precision",
        timestamptz: "timestamp with time zone",
        _text: "text[]",
        _int4: "integer[]",
        _date: "date[]",
      };
      const real = rows.map((c) => [
        c.column_name,
        types[c.udt_name] ?? c.udt_name,
        c.is_nullable === "NO",
      ]);
      const believed = getTableConfig(table).columns.map((c) => [
        c.name,
        c.getSQLType(),
        c.notNull || c.primary,
      ]);
      expect(believed.sort()).toEqual(real.sort());
    },
  );

  it("know the same kinds of events in code and database", async () => {
    const [check] = await sql()<{ definition: string }[]>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conname = 'departure_event_kind_check'`;
    const kinds = [...(check?.definition.matchAll(/'(\w+)'/g) ?? [])].map((match) => match[1]);
    expect(kinds.sort()).toEqual([...EVENT_KINDS].sort());
  });
});
