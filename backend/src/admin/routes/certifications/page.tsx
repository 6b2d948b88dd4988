import { formatDate } from "@cho-lang/shared/calendar";
import type {
  OperatorCertificationRow,
  OperatorCertifications,
} from "@cho-lang/shared/contracts/operator";
import {
  CERTIFICATE_STATE_LABELS,
  CERTIFICATE_STATES,
  STARS,
} from "@cho-lang/shared/domain/certification";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ShieldCheck } from "@medusajs/icons";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { CertificateBadge, SampleBadge } from "../../components/badges";
import { ChoiceFilter, ProvinceFilter, SearchFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { phrases } from "../../lib/phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  phrases.decision,
  phrases.product,
  phrases.producer,
  phrases.stars,
  phrases.expiresOn,
  phrases.state,
];

const CertificationsPage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorCertifications>(`/certifications?${list.query}`);
  const states = CERTIFICATE_STATES.map((value) => ({
    value,
    label: say(CERTIFICATE_STATE_LABELS[value]),
  }));
  const stars = STARS.map((value) => ({ value: String(value), label: "★".repeat(value) }));
  return (
    <ListPage
      title={phrases.certifications}
      list={list}
      filters={
        <>
          <SearchFilter list={list} label={phrases.searchCertificates} />
          <ChoiceFilter list={list} name="state" label={phrases.state} choices={states} />
          <ChoiceFilter list={list} name="stars" label={phrases.stars} choices={stars} />
          <ProvinceFilter list={list} />
        </>
      }
      columns={COLUMNS}
      rows={(data?.certifications ?? []).map((row) => <CertificationLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default CertificationsPage;

function CertificationLine({ row }: { row: OperatorCertificationRow }) {
  const language = useLanguage();
  return (
    <Table.Row>
      <Table.Cell>
        <Link to={`/certifications/${row.id}`} className="text-ui-fg-interactive">
          {row.decision_number}
        </Link>{" "}
        <SampleBadge isDemo={row.is_demo} />
      </Table.Cell>
      <Table.Cell>{row.product.title}</Table.Cell>
      <Table.Cell>{row.producer.name}</Table.Cell>
      <Table.Cell>{row.stars} ★</Table.Cell>
      <Table.Cell>{formatDate(row.expires_on, language)}</Table.Cell>
      <Table.Cell>
        <CertificateBadge state={row.state} />
      </Table.Cell>
    </Table.Row>
  );
}

export const config = defineRouteConfig({
  label: "certifications",
  translationNs: "choLang",
  icon: ShieldCheck,
  rank: 1,
});
