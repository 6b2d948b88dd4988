import { formatInstant } from "@cho-lang/shared/calendar";
import { progressLabel } from "@cho-lang/shared/domain/purchase";
import { formatPhone } from "@cho-lang/shared/phone";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Notice } from "~/ui/notice";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { Stars } from "~/ui/stars";
import { cancelWords, type PurchaseOrder, stagesOf } from "./stages";

export type OrderPartProps = { order: PurchaseOrder; position: number; count: number };

/** One producer's parcel: where it stands, what comes next, what is in it, what it costs. */
export function OrderPart({ order, position, count }: OrderPartProps) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { producer } = order;
  const titleId = `order-${position}`;
  return (
    <section className="rule pt-3 pb-10" aria-labelledby={titleId}>
      <p className="small quiet flex flex-wrap justify-between gap-x-6">
        <span>{purchase.orderOf({ position, count })}</span>
        <span className="num">{purchase.orderNumber(order.number)}</span>
      </p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="font-semibold" id={titleId}>
          {producer.handle ? (
            <a className="tap hover:underline" href={href(`/producers/${producer.handle}`)}>
              {producer.name}
            </a>
          ) : (
            producer.name
          )}
        </h2>
        <p className="font-semibold">{progressLabel(order.progress, language)}</p>
      </div>
      <Notice
        tone="calm"
        icon={order.progress === "shipped" ? "truck" : "info"}
        className="mt-2 mb-4"
      >
        <p>{purchase.next[order.progress]}</p>
        {order.cancel_reason ? (
          <p>{purchase.cancelReason(cancelWords(order.cancel_reason, language))}</p>
        ) : null}
        {order.tracking.map((tracking) => (
          <p key={tracking.number}>
            {purchase.tracking}:{" "}
            <span className="num font-medium">{purchase.trackingBy(tracking)}</span>
          </p>
        ))}
        {producer.phone ? (
          <a className="link tap" href={`tel:${producer.phone}`}>
            {purchase.callProducer(formatPhone(producer.phone))}
          </a>
        ) : null}
      </Notice>
      <Stages order={order} />
      <ul className="mt-2">
        {order.lines.map((line) => (
          <Line key={`${line.title}${line.unit}`} line={line} />
        ))}
      </ul>
      <OrderSums order={order} />
    </section>
  );
}

function Stages({ order }: { order: PurchaseOrder }) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  return (
    <ol className="stages small" aria-label={purchase.history}>
      {stagesOf(order).map(({ progress, at }) => (
        <li key={progress} className={at ? undefined : "is-ahead"}>
          {at ? (
            <>
              <span className="font-medium">{purchase.happened[progress]}</span>{" "}
              <time className="quiet num" dateTime={at}>
                {formatInstant(new Date(at), language)}
              </time>
            </>
          ) : (
            <>
              {purchase.ahead[progress]} <span className="sr">({purchase.notYet})</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Line({ line }: { line: PurchaseOrder["lines"][number] }) {
  const { purchase } = usePhrases();
  const href = useHref();
  return (
    <li className="cart-line">
      <Picture picture={line.picture} className="cart-picture" isDecoration />
      <div className="cart-name">
        {line.handle ? (
          <a className="font-semibold hover:underline" href={href(`/products/${line.handle}`)}>
            {line.title}
          </a>
        ) : (
          <span className="font-semibold">{line.title}</span>
        )}
        <p className="text-13 quiet">{line.unit}</p>
        {line.stars ? <Stars stars={line.stars} /> : null}
      </div>
      <p className="cart-stepper num quiet">
        {purchase.quantity(line.quantity)} <Price amount={line.price_vnd} className="font-normal" />
      </p>
      <p className="cart-price">
        <Price amount={line.total_vnd} />
      </p>
    </li>
  );
}

function OrderSums({ order }: { order: PurchaseOrder }) {
  const { purchase } = usePhrases();
  return (
    <dl className="sums border-t border-ke pt-3">
      <div>
        <dt>{purchase.goods}</dt>
        <dd>
          <Price amount={order.goods_vnd} className="font-normal" />
        </dd>
      </div>
      {order.shipping ? (
        <div>
          <dt>{purchase.shipping(order.shipping.name)}</dt>
          <dd>
            <Price amount={order.shipping.price_vnd} className="font-normal" />
          </dd>
        </div>
      ) : null}
      <div className="font-semibold">
        <dt>
          {order.due_vnd > 0 && order.progress !== "cancelled" ? purchase.due : purchase.orderTotal}
        </dt>
        <dd>
          <Price
            amount={
              order.due_vnd > 0 && order.progress !== "cancelled" ? order.due_vnd : order.total_vnd
            }
          />
        </dd>
      </div>
    </dl>
  );
}
