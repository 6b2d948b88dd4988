import { formatInstant } from "@cho-lang/shared/calendar";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import { formatPhone } from "@cho-lang/shared/phone";
import { useLocation } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Price } from "~/ui/price";
import { OrderPart } from "./order-part";
import { parcelsToPay } from "./stages";

/** What one cart became: its parcels, one for each producer, and what is paid for each. */
export function PurchasePage({ view }: { view: PurchaseView }) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  return (
    <div className="wrap pt-8">
      <h1 className="t-page">
        {purchase.heading} <span className="num font-sans">{view.number}</span>
      </h1>
      {view.placed_at ? (
        <p className="quiet mt-1">
          {purchase.placedAt(formatInstant(new Date(view.placed_at), language))}
        </p>
      ) : null}
      <Standing view={view} />
      <div className="cart-grid">
        <div>
          {view.orders.map((order, index) => (
            <OrderPart
              key={order.number}
              order={order}
              position={index + 1}
              count={view.orders.length}
            />
          ))}
        </div>
        <Summary view={view} />
      </div>
    </div>
  );
}

function Standing({ view }: { view: PurchaseView }) {
  const { purchase } = usePhrases();
  const href = useHref();
  const { pathname, search } = useLocation();
  if (view.status === "placed") {
    return (
      <Notice icon="check" tone="calm" className="mt-4">
        {purchase.thanks(view.email)}
      </Notice>
    );
  }
  return (
    <Notice icon="clock" className="mt-4">
      <p>{view.status === "creating" ? purchase.creating : purchase.failed}</p>
      <p className="mt-3">
        {view.status === "creating" ? (
          <ButtonLink look="outline" href={pathname + search}>
            {purchase.reload}
          </ButtonLink>
        ) : (
          <ButtonLink look="outline" href={href("/cart")}>
            {purchase.toCart}
          </ButtonLink>
        )}
      </p>
    </Notice>
  );
}

function Summary({ view }: { view: PurchaseView }) {
  const { purchase } = usePhrases();
  const { address, payment } = view;
  const left = Math.max(payment.due_vnd - payment.paid_vnd, 0);
  const parcels = parcelsToPay(view.orders);
  const isPaid = payment.paid_vnd > 0;
  return (
    <section className="checkout-box" aria-labelledby="summary">
      <h2 className="t-section" id="summary">
        {purchase.summary}
      </h2>
      <div>
        <h3 className="font-semibold">{purchase.deliverTo}</h3>
        <address className="not-italic">
          {[address.full_name, formatPhone(address.phone), ...address.lines].map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      </div>
      <div>
        <h3 className="font-semibold">{purchase.payment}</h3>
        <p>{left > 0 ? purchase.codFor(parcels) : isPaid ? purchase.paid : purchase.nothingDue}</p>
      </div>
      <dl className="sums">
        <Row label={purchase.goods} amount={view.goods_vnd} />
        <Row label={purchase.shipping(null)} amount={view.shipping_vnd} />
        <div className="sums-total">
          <dt>{purchase.total}</dt>
          <dd>
            <Price amount={view.total_vnd} />
          </dd>
        </div>
        {payment.paid_vnd > 0 ? <Row label={purchase.paidSoFar} amount={payment.paid_vnd} /> : null}
        {left !== view.total_vnd ? <Row label={purchase.dueLeft} amount={left} /> : null}
      </dl>
      <div className="small quiet no-print">
        <p>{purchase.help}</p>
        <p>{purchase.print}</p>
      </div>
    </section>
  );
}

function Row({ label, amount }: { label: string; amount: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Price amount={amount} className="font-normal" />
      </dd>
    </div>
  );
}
