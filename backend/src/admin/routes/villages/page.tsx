import type { OperatorVillages } from "@cho-lang/shared/contracts/operator";
import { VILLAGE_KIND_LABELS } from "@cho-lang/shared/domain/village";
import { provinceByCode, provinceName } from "@cho-lang/shared/geography";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { MapPin } from "@medusajs/icons";
import { Table } from "@medusajs/ui";
import { ProvinceFilter, SearchFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useLanguage } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  phrases.name,
  phrases.kind,
  phrases.commune,
  phrases.province,
  phrases.producers,
  phrases.products,
];

const VillagesPage = () => {
  const language = useLanguage();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorVillages>(`/villages?${list.query}`);
  return (
    <ListPage
      title={phrases.villages}
      list={list}
      filters={
        <>
          <SearchFilter list={list} label={phrases.searchVillages} />
          <ProvinceFilter list={list} />
        </>
      }
      columns={COLUMNS}
      rows={(data?.villages ?? []).map((row) => {
        const province = provinceByCode(row.province_code);
        return (
          <Table.Row key={row.id}>
            <Table.Cell>{row.name}</Table.Cell>
            <Table.Cell>{VILLAGE_KIND_LABELS[row.kind][language]}</Table.Cell>
            <Table.Cell>{row.commune_name}</Table.Cell>
            <Table.Cell>
              {province ? provinceName(province, language) : row.province_code}
            </Table.Cell>
            <Table.Cell>{row.producer_count}</Table.Cell>
            <Table.Cell>{row.product_count}</Table.Cell>
          </Table.Row>
        );
      })}
      answer={data}
      failed={isError}
    />
  );
};

export default VillagesPage;

export const config = defineRouteConfig({
  label: "villages",
  translationNs: "choLang",
  icon: MapPin,
  rank: 4,
});
