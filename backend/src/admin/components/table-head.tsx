import type { Phrase } from "@cho-lang/shared/language";
import { Table } from "@medusajs/ui";
import { useSay } from "../lib/language";

/** The header of a table: one cell for each column. */
export function TableHead({ columns }: { columns: readonly Phrase[] }) {
  const say = useSay();
  return (
    <Table.Header>
      <Table.Row>
        {columns.map((column) => (
          <Table.HeaderCell key={column.en}>{say(column)}</Table.HeaderCell>
        ))}
      </Table.Row>
    </Table.Header>
  );
}
