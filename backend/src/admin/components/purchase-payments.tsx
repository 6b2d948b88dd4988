import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorPurchasePayments } from "@cho-lang/shared/contracts/operator-money";
import { PAYMENT_METHOD_LABELS } from "@cho-lang/shared/domain/payment";
import { REFUND_STATE_LABELS, TRANSFER_SOURCE_LABELS } from "@cho-lang/shared/domain/transfer";
import { formatVnd } from "@cho-lang/shared/money";
import { Table, Text } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { moneyPhrases, requestStatePhrases } from "../lib/money-phrases";
import { phrases } from "../lib/phrases";
import { transferPhrases } from "../lib/transfer-phrases";
import { useAnswer } from "../lib/use-answer";
import { Fact, Section } from "./facts";
import { Differences, Disputes, OddRefunds } from "./money-tables";
import { WideTable } from "./wide-table";

type Request = OperatorPurchasePayments["requests"][number];

/** How a purchase is paid: what came, each order's part of it, and what goes back. */
export function PurchasePayments({ id }: { id: string }) {
  const say = useSay();
  const language = useLanguage();
  const { data, isError } = useAnswer<OperatorPurchasePayments>(`/purchases/${id}/payments`);
  if (!data) {
    return (
      <Section title={say(moneyPhrases.payments)}>
        <Text role="status" size="small" className="px-6 py-4">
          {say(isError ? phrases.failed : phrases.loading)}
        </Text>
      </Section>
    );
  }
  return (
    <>
      <Section title={say(moneyPhrases.payments)}>
        <Fact label={moneyPhrases.method}>{say(PAYMENT_METHOD_LABELS[data.method])}</Fact>
        <Fact label={moneyPhrases.came}>
          {data.came_vnd === null ? null : formatVnd(data.came_vnd, language)}
        </Fact>
        <Fact label={moneyPhrases.card}>
          {data.payment_intent ? <span className="break-all">{data.payment_intent}</span> : null}
        </Fact>
        <WideTable
          label={moneyPhrases.payments}
          columns={[moneyPhrases.order, moneyPhrases.paid, moneyPhrases.refunded]}
          rows={data.orders.map((order) => (
            <Table.Row key={order.number} className="whitespace-nowrap">
              <Table.Cell>{order.number}</Table.Cell>
              <Table.Cell>{formatVnd(order.paid_vnd, language)}</Table.Cell>
              <Table.Cell>{formatVnd(order.refunded_vnd, language)}</Table.Cell>
            </Table.Row>
          ))}
        />
      </Section>
      {data.requests.map((request) => (
        <RequestSection key={request.code} request={request} />
      ))}
      <RefundsSection refunds={data.refunds_due} />
      <Disputes disputes={data.disputes} />
      <OddRefunds refunds={data.odd_refunds} />
      <Differences rows={data.differences} />
    </>
  );
}

const TRANSFERS = [
  transferPhrases.amount,
  moneyPhrases.given,
  transferPhrases.occurredAt,
  transferPhrases.content,
  transferPhrases.bankId,
  transferPhrases.source,
];

function RequestSection({ request }: { request: Request }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={`${say(moneyPhrases.transfers)} · ${request.code}`}>
      <Fact label={phrases.state}>{say(requestStatePhrases[request.status])}</Fact>
      <Fact label={moneyPhrases.asked}>{formatVnd(request.amount_vnd, language)}</Fact>
      <Fact label={moneyPhrases.received}>{formatVnd(request.received_vnd, language)}</Fact>
      <WideTable
        label={moneyPhrases.transfers}
        columns={TRANSFERS}
        nothing={moneyPhrases.noTransfers}
        rows={request.transfers.map((transfer) => (
          <Table.Row key={transfer.bank_id}>
            <Table.Cell className="whitespace-nowrap">
              {formatVnd(transfer.amount_vnd, language)}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {formatVnd(transfer.given_vnd, language)}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {formatInstant(new Date(transfer.occurred_at), language)}
            </Table.Cell>
            <Table.Cell className="min-w-48 break-words py-2">{transfer.content}</Table.Cell>
            <Table.Cell>{transfer.bank_id}</Table.Cell>
            <Table.Cell>{say(TRANSFER_SOURCE_LABELS[transfer.source])}</Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}

function RefundsSection({ refunds }: { refunds: OperatorPurchasePayments["refunds_due"] }) {
  const say = useSay();
  const language = useLanguage();
  if (refunds.length === 0) return null;
  return (
    <Section title={say(transferPhrases.refunds)}>
      <WideTable
        label={transferPhrases.refunds}
        columns={[
          transferPhrases.amount,
          phrases.state,
          transferPhrases.refundOf,
          transferPhrases.bankReference,
        ]}
        rows={refunds.map((row) => (
          <Table.Row key={row.id} className="whitespace-nowrap">
            <Table.Cell>{formatVnd(row.amount_vnd, language)}</Table.Cell>
            <Table.Cell>
              <Link
                to={`/refunds-due${row.status === "sent" ? "?state=sent" : ""}`}
                className="text-ui-fg-interactive"
              >
                {say(REFUND_STATE_LABELS[row.status])}
              </Link>
            </Table.Cell>
            <Table.Cell>{row.order?.number ?? say(transferPhrases.suspense)}</Table.Cell>
            <Table.Cell>{row.bank_reference ?? "–"}</Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}
