import { formatInstant } from "@cho-lang/shared/calendar";
import type {
  OperatorPaymentEventRow,
  OperatorPaymentEvents,
} from "@cho-lang/shared/contracts/operator-payments";
import {
  PAYMENT_EVENT_PROVIDER_LABELS,
  PAYMENT_EVENT_PROVIDERS,
  PAYMENT_EVENT_STATE_LABELS,
  PAYMENT_EVENT_STATES,
} from "@cho-lang/shared/domain/payment-event";
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { EnvelopeContent } from "@medusajs/icons";
import { Table } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { PaymentEventBadge } from "../../components/badges";
import { ChoiceFilter } from "../../components/filters";
import { ListPage } from "../../components/list-page";
import { useLanguage, useSay } from "../../lib/language";
import { useListState } from "../../lib/list-state";
import { paymentEventPhrases, paymentKindPhrases } from "../../lib/payment-event-phrases";
import { phrases } from "../../lib/phrases";
import { useAnswer } from "../../lib/use-answer";

const COLUMNS = [
  paymentEventPhrases.receivedAt,
  paymentEventPhrases.provider,
  paymentEventPhrases.kind,
  phrases.state,
  paymentEventPhrases.attempts,
  paymentEventPhrases.error,
];
/** Milliseconds between looks at a list that fills while nobody touches it. */
const PAUSE = 10_000;

const PaymentEventsPage = () => {
  const say = useSay();
  const list = useListState();
  const { data, isError } = useAnswer<OperatorPaymentEvents>(
    `/payment-events?${list.query}`,
    () => PAUSE,
  );
  const states = PAYMENT_EVENT_STATES.map((value) => ({
    value,
    label: say(PAYMENT_EVENT_STATE_LABELS[value]),
  }));
  const providers = PAYMENT_EVENT_PROVIDERS.map((value) => ({
    value,
    label: say(PAYMENT_EVENT_PROVIDER_LABELS[value]),
  }));
  return (
    <ListPage
      title={paymentEventPhrases.title}
      list={list}
      filters={
        <>
          <ChoiceFilter list={list} name="state" label={phrases.state} choices={states} />
          <ChoiceFilter
            list={list}
            name="provider"
            label={paymentEventPhrases.provider}
            choices={providers}
          />
        </>
      }
      columns={COLUMNS}
      rows={(data?.events ?? []).map((row) => <EventLine key={row.id} row={row} />)}
      answer={data}
      failed={isError}
    />
  );
};

export default PaymentEventsPage;

function EventLine({ row }: { row: OperatorPaymentEventRow }) {
  const say = useSay();
  const language = useLanguage();
  const kind = paymentKindPhrases[row.kind];
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <Link to={`/payment-events/${row.id}`} className="text-ui-fg-interactive">
          {formatInstant(new Date(row.received_at), language)}
        </Link>
      </Table.Cell>
      <Table.Cell>{say(PAYMENT_EVENT_PROVIDER_LABELS[row.provider])}</Table.Cell>
      <Table.Cell>{kind ? say(kind) : row.kind}</Table.Cell>
      <Table.Cell>
        <PaymentEventBadge state={row.state} />
      </Table.Cell>
      <Table.Cell>{row.attempts}</Table.Cell>
      <Table.Cell className="max-w-md break-words py-2" lang="en">
        {row.error}
      </Table.Cell>
    </Table.Row>
  );
}

export const config = defineRouteConfig({
  label: "paymentEvents",
  translationNs: "choLang",
  icon: EnvelopeContent,
  rank: 6,
});
