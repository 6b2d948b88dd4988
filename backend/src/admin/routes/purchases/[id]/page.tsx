import { formatInstant } from "@cho-lang/shared/calendar";
import type { OperatorPurchase } from "@cho-lang/shared/contracts/operator";
import {
  CANCEL_REASON_LABELS,
  CASH_DEED_LABELS,
  PURCHASE_STATUS_LABELS,
  REFUSE_REASON_LABELS,
} from "@cho-lang/shared/domain/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import { Table, Text } from "@medusajs/ui";
import { Link, useParams } from "react-router-dom";
import { ProgressBadge } from "../../../components/badges";
import { Fact, Section } from "../../../components/facts";
import { PurchasePayments } from "../../../components/purchase-payments";
import { PurchaseRequests } from "../../../components/purchase-requests";
import { TableHead } from "../../../components/table-head";
import { cashPhrases } from "../../../lib/cash-phrases";
import { useLanguage, useSay } from "../../../lib/language";
import { moneyPhrases } from "../../../lib/money-phrases";
import { phrases } from "../../../lib/phrases";
import { useAnswer } from "../../../lib/use-answer";

const LINE_COLUMNS = [
  phrases.product,
  phrases.stars,
  phrases.quantity,
  phrases.price,
  phrases.total,
];

type Order = OperatorPurchase["purchase"]["orders"][number];

const PurchasePage = () => {
  const { id = "" } = useParams();
  const say = useSay();
  const language = useLanguage();
  const { data, isError } = useAnswer<OperatorPurchase>(`/purchases/${id}`);
  if (!data) return <Text role="status">{say(isError ? phrases.failed : phrases.loading)}</Text>;
  const { purchase } = data;
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={purchase.number} level="h1">
        <Fact label={phrases.state}>{say(PURCHASE_STATUS_LABELS[purchase.status])}</Fact>
        <Fact label={phrases.reason}>{purchase.failure}</Fact>
        <Fact label={phrases.placedAt}>
          {formatInstant(new Date(purchase.placed_at ?? purchase.created_at), language)}
        </Fact>
        <Fact label={phrases.buyer}>
          {[purchase.full_name, purchase.phone, purchase.email].join(" · ")}
        </Fact>
        <Fact label={phrases.address}>{purchase.address}</Fact>
        <Fact label={phrases.note}>{purchase.note}</Fact>
        <Fact label={phrases.invoiceFor}>
          {purchase.invoice
            ? [
                purchase.invoice.company,
                purchase.invoice.tax_number,
                purchase.invoice.address,
                purchase.invoice.email,
              ].join(" · ")
            : null}
        </Fact>
        <Fact label={phrases.shipping}>{formatVnd(purchase.shipping_vnd, language)}</Fact>
        <Fact label={phrases.total}>{formatVnd(purchase.total_vnd, language)}</Fact>
      </Section>
      <PurchasePayments id={purchase.id} />
      <PurchaseRequests number={purchase.number} />
      {purchase.orders.map((order) => (
        <OrderSection key={order.order_id} order={order} />
      ))}
    </div>
  );
};

export default PurchasePage;

function OrderSection({ order }: { order: Order }) {
  const say = useSay();
  const language = useLanguage();
  const reasons: Readonly<Record<string, { vi: string; en: string }>> = {
    ...REFUSE_REASON_LABELS,
    ...CANCEL_REASON_LABELS,
  };
  const code = order.cancel_reason ?? order.refuse_reason;
  const reason = code ? reasons[code] : undefined;
  return (
    <Section
      title={`${order.number} · ${order.producer.name}`}
      actions={
        <>
          <ProgressBadge progress={order.progress} />
          <Link to={`/orders/${order.order_id}`} className="text-ui-fg-interactive">
            {say(phrases.openOrder)}
          </Link>
        </>
      }
    >
      <Table>
        <TableHead columns={LINE_COLUMNS} />
        <Table.Body>
          {order.lines.map((line) => (
            <Table.Row
              key={line.booking_uuid ?? `${line.title} ${line.price_vnd} ${line.quantity}`}
            >
              <Table.Cell>
                {line.booking_uuid ? (
                  <Link to={`/bookings/${line.booking_uuid}`} className="text-ui-fg-interactive">
                    {line.title}
                  </Link>
                ) : (
                  line.title
                )}
              </Table.Cell>
              <Table.Cell>{line.stars ? `${line.stars} ★` : "–"}</Table.Cell>
              <Table.Cell>{line.quantity}</Table.Cell>
              <Table.Cell>{formatVnd(line.price_vnd, language)}</Table.Cell>
              <Table.Cell>{formatVnd(line.total_vnd, language)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Fact label={phrases.shipping}>{formatVnd(order.shipping_vnd, language)}</Fact>
      <Fact label={phrases.total}>{formatVnd(order.total_vnd, language)}</Fact>
      <Fact label={phrases.due}>{formatVnd(order.due_vnd, language)}</Fact>
      <Fact label={phrases.collected}>{formatVnd(order.collected_vnd, language)}</Fact>
      {order.refunded_vnd > 0 ? (
        <Fact label={moneyPhrases.refunded}>{formatVnd(order.refunded_vnd, language)}</Fact>
      ) : null}
      {order.missing_vnd > 0 ? (
        <Fact label={cashPhrases.title}>
          <Link to="/cash-differences" className="text-ui-fg-interactive">
            {formatVnd(order.missing_vnd, language)}
          </Link>
        </Fact>
      ) : null}
      {order.written_off_vnd > 0 ? (
        <Fact label={CASH_DEED_LABELS.write_off}>{formatVnd(order.written_off_vnd, language)}</Fact>
      ) : null}
      <Fact label={phrases.reason}>{reason ? say(reason) : null}</Fact>
    </Section>
  );
}
