import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorPurchaseRow, OperatorPurchases } from "@cho-lang/shared/contracts/operator";
import { PURCHASE_STATUS_LABELS, PURCHASE_STATUSES } from "@cho-lang/shared/domain/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ShoppingBag } from "@medusajs/icons";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { ProgressBadge } from "../../components/badges";
import { ChoiceFilter, SearchFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  phrases.number,
  phrases.placedAt,
  phrases.buyer,
  phrases.producer,
  phrases.total,
  phrases.progress,
];

const PurchasesPage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorPurchases>(`/purchases?${list.query}`);
  const statuses = PURCHASE_STATUSES.map((value) => ({
    value,
    label: say(PURCHASE_STATUS_LABELS[value]),
  }));
  return (
    <ListPage
      title={phrases.purchases}
      list={list}
      filters={
        <>
          <SearchFilter list={list} label={phrases.searchPurchases} />
          <ChoiceFilter list={list} name="status" label={phrases.state} choices={statuses} />
        </>
      }
      columns={COLUMNS}
      rows={(data?.purchases ?? []).map((row) => <PurchaseLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default PurchasesPage;

function PurchaseLine({ row }: { row: OperatorPurchaseRow }) {
  const language = useLanguage();
  const states = [...new Set(row.progress)];
  return (
    <Table.Row>
      <Table.Cell>
        <Link to={`/purchases/${row.id}`} className="text-ui-fg-interactive">
          {row.number}
        </Link>
      </Table.Cell>
      <Table.Cell>{formatInstant(new Date(row.placed_at ?? row.created_at), language)}</Table.Cell>
      <Table.Cell>{row.full_name}</Table.Cell>
      <Table.Cell>{row.producers.join(", ")}</Table.Cell>
      <Table.Cell>{formatVnd(row.total_vnd, language)}</Table.Cell>
      <Table.Cell>
        {row.status === "placed"
          ? states.map((progress) => <ProgressBadge key={progress} progress={progress} />)
          : PURCHASE_STATUS_LABELS[row.status][language]}
      </Table.Cell>
    </Table.Row>
  );
}

export const config = defineRouteConfig({
  label: "purchases",
  translationNs: "choLang",
  icon: ShoppingBag,
  rank: 3,
});
