import type { Phrase } from "@cho-lang/shared/language";
import { Container, Heading, Table, Text } from "@medusajs/ui";
import type { ReactNode } from "react";
import { useSay } from "../lib/language";
import type { ListState } from "../lib/list-state";
import { phrases } from "../lib/phrases";
import { usePageWords } from "../lib/use-page-words";
import { Sideways } from "./sideways";
import { TableHead } from "./table-head";

/** A list with its filters, a table and pages. `rows` are table rows, one cell per column. */
export function ListPage(props: {
  title: Phrase;
  hint?: Phrase;
  list: ListState;
  filters: ReactNode;
  columns: readonly Phrase[];
  rows: ReactNode[];
  answer: { count: number; page_size: number } | undefined;
  failed: boolean;
}) {
  const { title, hint, list, filters, columns, rows, answer, failed } = props;
  const say = useSay();
  const words = usePageWords();
  const count = answer?.count ?? 0;
  const size = answer?.page_size ?? 20;
  const pages = Math.max(1, Math.ceil(count / size));
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">{say(title)}</Heading>
        {hint ? (
          <Text size="small" className="text-ui-fg-subtle">
            {say(hint)}
          </Text>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-4 px-6 py-4">{filters}</div>
      <Sideways label={title}>
        <Table>
          <TableHead columns={columns} />
          <Table.Body>{rows}</Table.Body>
        </Table>
      </Sideways>
      <ListMessage failed={failed} loading={!answer} empty={rows.length === 0} />
      <Table.Pagination
        translations={words}
        count={count}
        pageSize={size}
        pageIndex={list.page - 1}
        pageCount={pages}
        canPreviousPage={list.page > 1}
        canNextPage={list.page < pages}
        previousPage={() => list.setPage(list.page - 1)}
        nextPage={() => list.setPage(list.page + 1)}
      />
    </Container>
  );
}

function ListMessage(props: { failed: boolean; loading: boolean; empty: boolean }) {
  const say = useSay();
  if (!props.failed && !props.loading && !props.empty) return null;
  const phrase = props.failed ? phrases.failed : props.loading ? phrases.loading : phrases.nothing;
  return (
    <Text role="status" className="text-ui-fg-subtle px-6 py-4">
      {say(phrase)}
    </Text>
  );
}
