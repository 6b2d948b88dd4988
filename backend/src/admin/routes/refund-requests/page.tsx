import { formatInstant } from "@cho-lang/shared/calendar";
import type {
  OperatorRefundRequestRow,
  OperatorRefundRequests,
} from "@cho-lang/shared/contracts/operator-refund-requests";
import {
  REQUEST_REASON_LABELS,
  REQUEST_STATE_LABELS,
  REQUEST_STATES,
} from "@cho-lang/shared/domain/refund-request";
import type { Phrase } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ArrowUturnLeft } from "@medusajs/icons";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { ChoiceFilter, SearchFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { RequestBadge } from "../../components/request-badge";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { formatCount } from "../../lib/numbers";
import { phrases } from "../../lib/phrases";
import { requestPhrases } from "../../lib/refund-request-phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  phrases.number,
  phrases.state,
  requestPhrases.asked,
  requestPhrases.reason,
  phrases.producer,
  phrases.buyer,
  requestPhrases.askedAt,
];
/** Milliseconds between looks at a list that changes while nobody touches it. */
const PAUSE = 30_000;

const RefundRequestsPage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorRefundRequests>(
    `/refund-requests?${list.query}`,
    () => PAUSE,
  );
  const waiting = useAnswer<OperatorRefundRequests>(
    "/refund-requests?state=to_decide",
    () => PAUSE,
  );
  const states = REQUEST_STATES.map((value) => ({
    value,
    label: say(REQUEST_STATE_LABELS[value]),
  }));
  return (
    <ListPage
      title={titleOf(waiting.data?.count ?? 0)}
      hint={requestPhrases.hint}
      list={list}
      filters={
        <>
          <SearchFilter list={list} label={requestPhrases.search} />
          <ChoiceFilter list={list} name="state" label={phrases.state} choices={states} />
        </>
      }
      columns={COLUMNS}
      rows={(data?.requests ?? []).map((row) => <RequestLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default RefundRequestsPage;

/** The title says how many wait for the operator. */
function titleOf(count: number): Phrase {
  const { title, toDecide } = requestPhrases;
  if (count === 0) return title;
  return {
    vi: `${title.vi} (${formatCount(count, "vi")} ${toDecide.vi})`,
    en: `${title.en} (${formatCount(count, "en")} ${toDecide.en})`,
  };
}

function RequestLine({ row }: { row: OperatorRefundRequestRow }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Table.Row className="whitespace-nowrap">
      <Table.Cell>
        <Link to={`/refund-requests/${row.id}`} className="text-ui-fg-interactive">
          {row.number}
        </Link>
      </Table.Cell>
      <Table.Cell>
        <RequestBadge state={row.state} />
      </Table.Cell>
      <Table.Cell>{formatVnd(row.amount_vnd, language)}</Table.Cell>
      <Table.Cell>{say(REQUEST_REASON_LABELS[row.reason])}</Table.Cell>
      <Table.Cell>{row.producer.name}</Table.Cell>
      <Table.Cell>{row.buyer.full_name}</Table.Cell>
      <Table.Cell>{formatInstant(new Date(row.asked_at), language)}</Table.Cell>
    </Table.Row>
  );
}

export const config = defineRouteConfig({
  label: "refundRequests",
  translationNs: "choLang",
  icon: ArrowUturnLeft,
  rank: 4,
});
