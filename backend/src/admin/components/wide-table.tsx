import type { Phrase } from "@cho-lang/shared/language";
import { Table, Text } from "@medusajs/ui";
import type { ReactNode } from "react";
import { useSay } from "../lib/language";
import { Sideways } from "./sideways";
import { TableHead } from "./table-head";

/**
 * A table without pages; on a narrow screen it is moved sideways, with the keyboard too. Without
 * rows it says `nothing`, or stays away.
 */
export function WideTable(props: {
  label: Phrase;
  columns: readonly Phrase[];
  rows: ReactNode[];
  nothing?: Phrase;
}) {
  const { label, columns, rows, nothing } = props;
  const say = useSay();
  if (rows.length === 0) {
    if (!nothing) return null;
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {say(nothing)}
      </Text>
    );
  }
  return (
    <Sideways label={label}>
      <Table>
        <TableHead columns={columns} />
        <Table.Body>{rows}</Table.Body>
      </Table>
    </Sideways>
  );
}
