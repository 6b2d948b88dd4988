import type { Phrase } from "@cho-lang/shared/language";
import { Table, Text } from "@medusajs/ui";
import type { ReactNode } from "react";
import { useSay } from "../lib/language";
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
    <section
      aria-label={say(label)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard can't scroll it.
      tabIndex={0}
      className="overflow-x-auto"
    >
      <Table>
        <TableHead columns={columns} />
        <Table.Body>{rows}</Table.Body>
      </Table>
    </section>
  );
}
