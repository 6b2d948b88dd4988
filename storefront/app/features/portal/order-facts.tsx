import { formatInstant } from "@cho-lang/shared/calendar";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import { formatPhone } from "@cho-lang/shared/phone";
import { useLanguage, usePhrases } from "~/language/phrases";
import { Icon } from "~/ui/icon";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { SectionHead } from "~/ui/section-head";

/** To whom the parcel goes: a call with one tap, the address as it is written on a parcel. */
export function Recipient({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const { recipient, note } = order;
  return (
    <section className="mt-8" aria-labelledby="recipient">
      <SectionHead title={portal.recipient} id="recipient" />
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

/** The goods of the parcel and what they come to. */
export function ParcelSums({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const sums: [string, number][] = [
    [portal.goods, order.goods_vnd],
    [portal.shipping(order.shipping?.name ?? null), order.shipping?.price_vnd ?? 0],
    [portal.total, order.total_vnd],
  ];
  return (
    <section className="mt-8" aria-labelledby="goods">
      <SectionHead title={portal.goodsList} id="goods" />
      <ul className="order-lines">
        {order.detail_lines.map((line) => (
          <li key={line.id} className="order-line">
            <Picture picture={line.picture} isDecoration className="order-picture" />
            <span className="min-w-0 flex-1">
              {line.title}
              <span className="small quiet block">
                {line.unit ? `${line.unit} · ` : null}
                <Price amount={line.price_vnd} className="font-normal" />
              </span>
            </span>
            <span className="sr">{portal.timesSpoken(line.quantity)}</span>
            <span className="order-count" aria-hidden="true">
              {portal.times(line.quantity)}
            </span>
          </li>
        ))}
      </ul>
      <dl className="sums">
        {sums.map(([term, amount]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <Price amount={amount} />
            </dd>
          </div>
        ))}
        {order.progress === "cancelled" ? null : (
          <div className="sums-due">
            <dt>{order.due_vnd > 0 ? portal.toCollect : portal.paid}</dt>
            <dd>{order.due_vnd > 0 ? <Price amount={order.due_vnd} /> : null}</dd>
          </div>
        )}
      </dl>
    </section>
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
