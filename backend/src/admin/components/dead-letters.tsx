import { formatInstant } from "@cho-lang/shared/calendar";
import type {
  DeadLetters,
  SearchEngine,
  SearchEngineState,
} from "@cho-lang/shared/contracts/operator-search";
import { Button, Table, Text } from "@medusajs/ui";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { phrases } from "../lib/phrases";
import { ENGINE_NAMES, searchPhrases } from "../lib/search-phrases";
import { useAnswer } from "../lib/use-answer";
import { useDecision } from "../lib/use-decision";
import { Section } from "./facts";
import { RowPages } from "./row-pages";

/** What can be done stands second, so that a phone shows it without moving the table. */
const COLUMNS = [
  phrases.product,
  phrases.decisions,
  searchPhrases.error,
  phrases.at,
  searchPhrases.tries,
  searchPhrases.engine,
];
const PATH = "/catalog/dead-letters";
/** Milliseconds between looks at a list that fills while nobody touches it. */
const PAUSE = 15_000;

type DeadLetter = DeadLetters["dead_letters"][number];

/** Products that could not be brought into search, and trying them again. */
export function DeadLetterSection({ engines }: { engines: readonly SearchEngineState[] }) {
  const say = useSay();
  const decide = useDecision();
  const [offset, setOffset] = useState(0);
  const { data, isError } = useAnswer<DeadLetters>(`${PATH}?offset=${offset}`, () => PAUSE);
  const retry = (engine: SearchEngine, product_ids?: string[]) =>
    decide(`${PATH}/retry`, { engine, product_ids });
  return (
    <Section
      title={say(searchPhrases.deadLetters)}
      actions={engines
        .filter(({ dead }) => dead > 0)
        .map(({ engine }) => (
          <Button
            key={engine}
            size="small"
            variant="secondary"
            onClick={async () => {
              if (await retry(engine)) setOffset(0);
            }}
          >
            {say(searchPhrases.retryAll)} ({ENGINE_NAMES[engine]})
          </Button>
        ))}
    >
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {say(searchPhrases.deadHint)}
      </Text>
      <RowPages
        label={searchPhrases.deadLetters}
        columns={COLUMNS}
        rows={(data?.dead_letters ?? []).map((row) => (
          <DeadLetterLine
            key={`${row.engine} ${row.product_id}`}
            row={row}
            retry={() => retry(row.engine, [row.product_id])}
          />
        ))}
        nothing={searchPhrases.noDead}
        answer={data}
        failed={isError}
        setOffset={setOffset}
      />
    </Section>
  );
}

function DeadLetterLine(props: { row: DeadLetter; retry: () => Promise<boolean> }) {
  const { row, retry } = props;
  const say = useSay();
  const language = useLanguage();
  return (
    <Table.Row>
      <Table.Cell className="min-w-36 py-2">
        {row.title === null ? (
          `${say(searchPhrases.gone)} (${row.product_id})`
        ) : (
          <Link to={`/products/${row.product_id}`} className="text-ui-fg-interactive">
            {row.title}
          </Link>
        )}
      </Table.Cell>
      <Table.Cell>
        <Button
          size="small"
          variant="secondary"
          className="whitespace-nowrap"
          aria-label={`${say(searchPhrases.retry)}: ${row.title ?? row.product_id}`}
          onClick={retry}
        >
          {say(searchPhrases.retry)}
        </Button>
      </Table.Cell>
      <Table.Cell className="min-w-64 max-w-md break-words py-2" lang="en">
        {row.error}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {formatInstant(new Date(row.dead_at), language)}
      </Table.Cell>
      <Table.Cell>{row.tries}</Table.Cell>
      <Table.Cell>{ENGINE_NAMES[row.engine]}</Table.Cell>
    </Table.Row>
  );
}
