import { formatInstant } from "@cho-lang/shared/calendar";
import type { SuspenseList, SuspenseRow } from "@cho-lang/shared/contracts/operator-transfers";
import { SUSPENSE_REASON_LABELS, SUSPENSE_REASONS } from "@cho-lang/shared/domain/payment";
import { SUSPENSE_RESOLUTION_LABELS } from "@cho-lang/shared/domain/transfer";
import { formatVnd } from "@cho-lang/shared/money";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { ChoiceFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { transferPhrases } from "../../lib/transfer-phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  transferPhrases.amount,
  transferPhrases.why,
  transferPhrases.occurredAt,
  transferPhrases.content,
  transferPhrases.meantFor,
  transferPhrases.result,
];
/** Milliseconds between looks at a list that fills while nobody touches it. */
const PAUSE = 15_000;

const SuspensePage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<SuspenseList>(`/suspense?${list.query}`, () => PAUSE);
  const reasons = SUSPENSE_REASONS.map((value) => ({
    value,
    label: say(SUSPENSE_REASON_LABELS[value]),
  }));
  return (
    <ListPage
      title={transferPhrases.suspense}
      hint={transferPhrases.suspenseHint}
      list={list}
      filters={
        <>
          <ChoiceFilter
            list={list}
            name="state"
            label={phrases.state}
            all={transferPhrases.open}
            choices={[{ value: "resolved", label: say(transferPhrases.resolved) }]}
          />
          <ChoiceFilter list={list} name="reason" label={transferPhrases.why} choices={reasons} />
        </>
      }
      columns={COLUMNS}
      rows={(data?.suspense ?? []).map((row) => <SuspenseLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default SuspensePage;

function SuspenseLine({ row }: { row: SuspenseRow }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <Link to={`/suspense/${row.id}`} className="text-ui-fg-interactive">
          {formatVnd(row.amount_vnd, language)}
        </Link>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {say(SUSPENSE_REASON_LABELS[row.reason])}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {formatInstant(new Date(row.transfer.occurred_at), language)}
      </Table.Cell>
      <Table.Cell className="min-w-48 max-w-md break-words py-2">{row.transfer.content}</Table.Cell>
      <Table.Cell>
        {row.purchase ? (
          <Link to={`/purchases/${row.purchase.id}`} className="text-ui-fg-interactive">
            {row.purchase.number}
          </Link>
        ) : (
          "–"
        )}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {row.resolution
          ? `${say(SUSPENSE_RESOLUTION_LABELS[row.resolution.kind])} · ${row.resolution.by}`
          : say(transferPhrases.open)}
      </Table.Cell>
    </Table.Row>
  );
}
