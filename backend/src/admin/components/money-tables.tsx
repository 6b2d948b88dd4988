import { formatDate, formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorMoney } from "@cho-lang/shared/contracts/operator-money";
import { MONEY_DIFFERENCE_LABELS } from "@cho-lang/shared/domain/money-check";
import { PAYMENT_METHOD_LABELS } from "@cho-lang/shared/domain/payment";
import { formatVnd } from "@cho-lang/shared/money";
import { Table, Text } from "@medusajs/ui";
import { Link } from "react-router-dom";
import { useLanguage, useSay } from "../lib/language";
import { disputePhrases, moneyPhrases } from "../lib/money-phrases";
import { phrases } from "../lib/phrases";
import { transferPhrases } from "../lib/transfer-phrases";
import { Section } from "./facts";
import { WideTable } from "./wide-table";

const DIFFERENCES = [
  moneyPhrases.day,
  moneyPhrases.row,
  moneyPhrases.what,
  moneyPhrases.found,
  moneyPhrases.expected,
];

/** Where rows contradict each other; nothing when they agree. */
export function Differences({ rows }: { rows: OperatorMoney["differences"] }) {
  const say = useSay();
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <Section title={say(moneyPhrases.differences)}>
      <WideTable
        label={moneyPhrases.differences}
        columns={DIFFERENCES}
        rows={rows.map((row) => (
          <Table.Row key={`${row.kind} ${row.subject}`}>
            <Table.Cell className="whitespace-nowrap">{formatDate(row.day, language)}</Table.Cell>
            <Table.Cell className="whitespace-nowrap">{row.subject}</Table.Cell>
            <Table.Cell className="min-w-48 py-2">
              {say(MONEY_DIFFERENCE_LABELS[row.kind])}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {formatVnd(row.found_vnd, language)}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {formatVnd(row.expected_vnd, language)}
            </Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}

const DAYS = [
  moneyPhrases.day,
  moneyPhrases.method,
  moneyPhrases.providerIn,
  moneyPhrases.providerOut,
  moneyPhrases.booksIn,
  moneyPhrases.booksOut,
  moneyPhrases.ordersIn,
  moneyPhrases.ordersOut,
  moneyPhrases.waiting,
];

/** Sums by day and way to pay. */
export function MoneyDays({ days }: { days: OperatorMoney["days"] }) {
  const say = useSay();
  const language = useLanguage();
  const amount = (vnd: number | null) => (vnd === null ? "–" : formatVnd(vnd, language));
  return (
    <Section title={say(moneyPhrases.days)}>
      <WideTable
        label={moneyPhrases.days}
        columns={DAYS}
        nothing={moneyPhrases.noDays}
        rows={days.map((row) => (
          <Table.Row key={`${row.day} ${row.method}`} className="whitespace-nowrap">
            <Table.Cell>{formatDate(row.day, language)}</Table.Cell>
            <Table.Cell>{say(PAYMENT_METHOD_LABELS[row.method])}</Table.Cell>
            <Table.Cell>{amount(row.provider_in_vnd)}</Table.Cell>
            <Table.Cell>{amount(row.provider_out_vnd)}</Table.Cell>
            <Table.Cell>{amount(row.books_in_vnd)}</Table.Cell>
            <Table.Cell>{amount(row.books_out_vnd)}</Table.Cell>
            <Table.Cell>{amount(row.orders_in_vnd)}</Table.Cell>
            <Table.Cell>{amount(row.orders_out_vnd)}</Table.Cell>
            <Table.Cell>{amount(row.waiting_vnd)}</Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}

const DISPUTES = [
  transferPhrases.amount,
  phrases.state,
  moneyPhrases.dueBy,
  phrases.reason,
  moneyPhrases.openedAt,
  phrases.purchase,
];

/** What buyers' banks dispute; nothing without any. */
export function Disputes({ disputes }: { disputes: OperatorMoney["disputes"] }) {
  const say = useSay();
  const language = useLanguage();
  if (disputes.length === 0) return null;
  return (
    <Section title={say(moneyPhrases.disputes)}>
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {say(moneyPhrases.disputesHint)}
      </Text>
      <WideTable
        label={moneyPhrases.disputes}
        columns={DISPUTES}
        rows={disputes.map((row) => {
          const state = disputePhrases[row.status];
          return (
            <Table.Row key={row.id} className="whitespace-nowrap">
              <Table.Cell>{formatVnd(row.amount_vnd, language)}</Table.Cell>
              <Table.Cell>{state ? say(state) : row.status}</Table.Cell>
              <Table.Cell>
                {row.due_by ? formatInstant(new Date(row.due_by), language) : "–"}
              </Table.Cell>
              <Table.Cell lang="en">{row.reason}</Table.Cell>
              <Table.Cell>{formatInstant(new Date(row.opened_at), language)}</Table.Cell>
              <Table.Cell>
                <PurchaseLink id={row.purchase_id} />
              </Table.Cell>
            </Table.Row>
          );
        })}
      />
    </Section>
  );
}

const ODD_REFUNDS = [transferPhrases.amount, phrases.state, phrases.at, phrases.purchase];

/** Refunds of cards that our own books do not tell; nothing without any. */
export function OddRefunds({ refunds }: { refunds: OperatorMoney["odd_refunds"] }) {
  const say = useSay();
  const language = useLanguage();
  if (refunds.length === 0) return null;
  return (
    <Section title={say(moneyPhrases.oddRefunds)}>
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {say(moneyPhrases.oddRefundsHint)}
      </Text>
      <WideTable
        label={moneyPhrases.oddRefunds}
        columns={ODD_REFUNDS}
        rows={refunds.map((row) => (
          <Table.Row key={row.id} className="whitespace-nowrap">
            <Table.Cell>{formatVnd(row.amount_vnd, language)}</Table.Cell>
            <Table.Cell lang="en">{row.status}</Table.Cell>
            <Table.Cell>{formatInstant(new Date(row.made_at), language)}</Table.Cell>
            <Table.Cell>
              <PurchaseLink id={row.purchase_id} />
            </Table.Cell>
          </Table.Row>
        ))}
      />
    </Section>
  );
}

function PurchaseLink({ id }: { id: string }) {
  const say = useSay();
  if (id === "") return <>–</>;
  return (
    <Link to={`/purchases/${id}`} className="text-ui-fg-interactive">
      {say(phrases.purchase)}
    </Link>
  );
}
