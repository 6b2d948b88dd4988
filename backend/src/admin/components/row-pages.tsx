import type { Phrase } from "@cho-lang/shared/language";
import { Table, Text } from "@medusajs/ui";
import type { ReactNode } from "react";
import { useSay } from "../lib/language";
import { phrases } from "../lib/phrases";
import { usePageWords } from "../lib/use-page-words";
import { Sideways } from "./sideways";
import { TableHead } from "./table-head";

/**
 * A table in a section with its pages; on a narrow screen it is moved sideways, with the keyboard
 * too. Without rows it says `nothing`.
 */
export function RowPages(props: {
  label: Phrase;
  columns: readonly Phrase[];
  rows: ReactNode[];
  nothing: Phrase;
  answer: { count: number; limit: number; offset: number } | undefined;
  failed: boolean;
  setOffset: (offset: number) => void;
}) {
  const { label, columns, rows, nothing, answer, failed, setOffset } = props;
  const say = useSay();
  const words = usePageWords();
  if (!answer || (answer.count === 0 && rows.length === 0)) {
    const phrase = failed ? phrases.failed : answer ? nothing : phrases.loading;
    return (
      <Text role="status" size="small" className="text-ui-fg-subtle px-6 py-4">
        {say(phrase)}
      </Text>
    );
  }
  const { count, limit, offset } = answer;
  const pages = Math.max(1, Math.ceil(count / limit));
  const page = Math.floor(offset / limit);
  return (
    <>
      <Sideways label={label}>
        <Table>
          <TableHead columns={columns} />
          <Table.Body>{rows}</Table.Body>
        </Table>
      </Sideways>
      {pages > 1 ? (
        <Table.Pagination
          translations={words}
          count={count}
          pageSize={limit}
          pageIndex={page}
          pageCount={pages}
          canPreviousPage={page > 0}
          canNextPage={page + 1 < pages}
          previousPage={() => setOffset(Math.max(0, offset - limit))}
          nextPage={() => setOffset(offset + limit)}
        />
      ) : null}
    </>
  );
}
