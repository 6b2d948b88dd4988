import { formatInstant } from "@cho-lang/shared/calendar";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { formatPhone } from "@cho-lang/shared/phone";
import { useLanguage, usePhrases } from "~/language/phrases";
import { Icon } from "~/ui/icon";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { SectionHead } from "~/ui/section-head";
import { villageDue, visitsSum } from "./order-parts";
import { isOver } from "./order-tone";
import { VisitLine } from "./visit-line";

/**
 * To whom the parcel goes, or who comes: a call with one tap, the address as it is written on a
 * parcel.
 */
export function Recipient({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const { recipient, note } = order;
  return (
    <section className="mt-8" aria-labelledby="recipient">
      <SectionHead title={order.has_parcel ? portal.recipient : portal.guest} id="recipient" />
      {recipient ? (
        <div className="mt-2">
          <p className="font-semibold">{recipient.full_name}</p>
          <address className="not-italic">
            {recipient.lines.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </address>
          <a className="btn btn-outline mt-3" href={`tel:${recipient.phone}`}>
            <Icon name="phone" size={20} />
            {portal.call(formatPhone(recipient.phone))}
          </a>
        </div>
      ) : (
        <p className="quiet mt-2">{portal.recipientGone}</p>
      )}
      {note ? (
        <div className="mt-4">
          <h3 className="font-semibold">{portal.buyerNote}</h3>
          <p className="whitespace-pre-line">{note}</p>
        </div>
      ) : null}
    </section>
  );
}

/** The goods and visits of the order and what they come to. */
export function OrderSums({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const hasVisits = order.detail_lines.some(({ visit }) => visit);
  const title = !hasVisits
    ? portal.goodsList
    : order.has_parcel
      ? portal.mixedList
      : portal.visitList;
  return (
    <section className="mt-8" aria-labelledby="goods">
      <SectionHead title={title} id="goods" />
      <ul className="order-lines">
        {order.detail_lines.map((line) => (
          <DetailLine key={line.id} line={line} />
        ))}
      </ul>
      <dl className="sums">
        {partsOf(order, portal).map(([term, amount]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <Price amount={amount} />
            </dd>
          </div>
        ))}
        <div className="sums-total">
          <dt>{portal.total}</dt>
          <dd>
            <Price amount={order.total_vnd} />
          </dd>
        </div>
        {order.progress === "cancelled" ? null : <DueRows order={order} />}
      </dl>
    </section>
  );
}

type Words = ReturnType<typeof usePhrases>["portal"];

/** Goods with their delivery and visits; an order of visits alone is told by its total. */
function partsOf(order: ProducerOrder, portal: Words): [string, number][] {
  if (!order.has_parcel) return [];
  const visits = visitsSum(order);
  const parts: [string, number][] = [
    [portal.goods, order.goods_vnd - visits],
    [portal.shipping(order.shipping?.name ?? null), order.shipping?.price_vnd ?? 0],
  ];
  return visits > 0 ? [...parts, [portal.visitSum, visits]] : parts;
}

/** What the door collects, what it did not get, and what the village collects. */
function DueRows({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const rows = [
    [portal.toCollect, order.parcel_due_vnd],
    [portal.parcels.missing, order.missing_vnd],
    [portal.toCollectAtVillage, villageDue(order)],
  ] as const;
  if (order.due_vnd === 0) {
    if (isOver(order.progress)) return null;
    return (
      <div className="sums-due">
        <dt>{portal.paid}</dt>
        <dd />
      </div>
    );
  }
  return rows.map(([term, amount]) =>
    amount > 0 ? (
      <div key={term} className="sums-due">
        <dt>{term}</dt>
        <dd>
          <Price amount={amount} />
        </dd>
      </div>
    ) : null,
  );
}

function DetailLine({ line }: { line: ProducerOrder["detail_lines"][number] }) {
  const { portal } = usePhrases();
  return (
    <li className="order-line">
      <Picture picture={line.picture} isDecoration className="order-picture" />
      <span className="min-w-0 flex-1">
        {line.title}
        {line.visit ? <VisitLine visit={line.visit} isLink /> : null}
        <span className="small quiet block">
          {line.unit && !line.visit ? `${line.unit} · ` : null}
          <Price amount={line.price_vnd} className="font-normal" />
        </span>
      </span>
      {line.visit ? null : (
        <>
          <span className="sr">{portal.timesSpoken(line.quantity)}</span>
          <span className="order-count" aria-hidden="true">
            {portal.times(line.quantity)}
          </span>
        </>
      )}
    </li>
  );
}

/** What happened to the order, oldest first, and the parcel's numbers. */
export function OrderHistory({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const language = useLanguage();
  return (
    <section className="mt-8" aria-labelledby="history">
      <SectionHead title={portal.history} id="history" />
      <ol className="stages mt-3">
        {order.history.map(({ progress, at }) => (
          <li key={progress}>
            <span className="font-medium">{portal.happened[progress]}</span>
            <time className="small quiet block" dateTime={at}>
              {formatInstant(new Date(at), language)}
            </time>
          </li>
        ))}
      </ol>
      {order.tracking.length > 0 ? (
        <p className="mt-3">
          {portal.tracking}:{" "}
          <strong className="font-semibold">
            {order.tracking.map((each) => portal.trackingBy(each)).join("; ")}
          </strong>
        </p>
      ) : null}
    </section>
  );
}
