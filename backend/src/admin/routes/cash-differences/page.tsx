import { formatInstant } from "@cho-lang/shared/calendar";
import type { CashDifferenceRow, CashDifferences } from "@cho-lang/shared/contracts/operator-cash";
import { CASH_DEED_LABELS } from "@cho-lang/shared/domain/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import { Table, Text } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { CashDecisions } from "../../components/cash-decisions";
import { ChoiceFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { cashPhrases } from "../../lib/cash-phrases";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { transferPhrases } from "../../lib/transfer-phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  cashPhrases.order,
  cashPhrases.missing,
  cashPhrases.came,
  cashPhrases.buyer,
  cashPhrases.producer,
  cashPhrases.reported,
  cashPhrases.result,
];
/** Milliseconds between looks at a list that fills while nobody touches it. */
const PAUSE = 15_000;

const CashDifferencesPage = () => {
  const say = useSay();
  const list = useListState();
  const path = `/cash-differences?${list.query}`;
  const { data, isError } = useAnswer<CashDifferences>(path, () => PAUSE);
  return (
    <ListPage
      title={cashPhrases.title}
      hint={cashPhrases.hint}
      list={list}
      filters={
        <ChoiceFilter
          list={list}
          name="state"
          label={phrases.state}
          all={transferPhrases.open}
          choices={[{ value: "resolved", label: say(transferPhrases.resolved) }]}
        />
      }
      columns={COLUMNS}
      rows={(data?.differences ?? []).map((row) => <DifferenceLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default CashDifferencesPage;

function DifferenceLine({ row }: { row: CashDifferenceRow }) {
  const say = useSay();
  const language = useLanguage();
  const { resolution } = row;
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <Link to={`/purchases/${row.purchase.id}`} className="text-ui-fg-interactive">
          {row.order.number}
        </Link>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{formatVnd(row.missing_vnd, language)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {formatVnd(row.came_vnd, language)} / {formatVnd(row.expected_vnd, language)}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {row.purchase.full_name} · {row.purchase.phone}
      </Table.Cell>
      <Table.Cell>
        <Link to={`/producers/${row.producer.id}`} className="text-ui-fg-interactive">
          {row.producer.name}
        </Link>
      </Table.Cell>
      <Table.Cell className="min-w-48 max-w-md break-words py-2">
        {formatInstant(new Date(row.created_at), language)} · {row.reported_by}
        {row.note === "" ? null : <Text size="small">{row.note}</Text>}
      </Table.Cell>
      <Table.Cell className="min-w-48 py-2">
        {resolution ? (
          <>
            {say(CASH_DEED_LABELS[resolution.deed])} · {resolution.by}
            {resolution.note === "" ? null : <Text size="small">{resolution.note}</Text>}
          </>
        ) : (
          <CashDecisions row={row} />
        )}
      </Table.Cell>
    </Table.Row>
  );
}
