import { ownDatabase } from "../../../integration-tests/database";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { EVENT_KINDS, tables } from "./tables";

describe("The tables of bookings", () => {
  ownDatabase("booking-tables", "booking", migrations);

  itBelievesIn(tables);

  it("know the same kinds of events in code and database", async () => {
    const [check] = await sql()<{ definition: string }[]>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conname = 'departure_event_kind_check'`;
    const kinds = [...(check?.definition.matchAll(/'(\w+)'/g) ?? [])].map((match) => match[1]);
    expect(kinds.sort()).toEqual([...EVENT_KINDS].sort());
  });
});
