import type { OperatorProducerRow, OperatorProducers } from "@cho-lang/shared/contracts/operator";
import {
  LEGAL_FORM_LABELS,
  PRODUCER_STATUS_LABELS,
  PRODUCER_STATUSES,
} from "@cho-lang/shared/domain/producer";
import { provinceByCode, provinceName } from "@cho-lang/shared/geography";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { BuildingStorefront } from "@medusajs/icons";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { ProducerBadge, SampleBadge } from "../../components/badges";
import { ChoiceFilter, ProvinceFilter, SearchFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  phrases.name,
  phrases.legalForm,
  phrases.province,
  phrases.products,
  phrases.certifications,
  phrases.orders,
  phrases.state,
];

const ProducersPage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorProducers>(`/producers?${list.query}`);
  const statuses = PRODUCER_STATUSES.map((value) => ({
    value,
    label: say(PRODUCER_STATUS_LABELS[value]),
  }));
  return (
    <ListPage
      title={phrases.producers}
      list={list}
      filters={
        <>
          <SearchFilter list={list} label={phrases.searchProducers} />
          <ChoiceFilter list={list} name="status" label={phrases.state} choices={statuses} />
          <ProvinceFilter list={list} />
        </>
      }
      columns={COLUMNS}
      rows={(data?.producers ?? []).map((row) => <ProducerLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default ProducersPage;

function ProducerLine({ row }: { row: OperatorProducerRow }) {
  const language = useLanguage();
  const province = provinceByCode(row.province_code);
  return (
    <Table.Row>
      <Table.Cell>
        <Link to={`/producers/${row.id}`} className="text-ui-fg-interactive">
          {row.name}
        </Link>{" "}
        <SampleBadge isDemo={row.is_demo} />
      </Table.Cell>
      <Table.Cell>{LEGAL_FORM_LABELS[row.legal_form][language]}</Table.Cell>
      <Table.Cell>{province ? provinceName(province, language) : row.province_code}</Table.Cell>
      <Table.Cell>{row.product_count}</Table.Cell>
      <Table.Cell>{row.certificate_count}</Table.Cell>
      <Table.Cell>{row.order_count}</Table.Cell>
      <Table.Cell>
        <ProducerBadge status={row.status} />
      </Table.Cell>
    </Table.Row>
  );
}

export const config = defineRouteConfig({
  label: "producers",
  translationNs: "choLang",
  icon: BuildingStorefront,
  rank: 2,
});
