import { formatInstant } from "@cho-lang/shared/calendar";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import { isPrepaid } from "@cho-lang/shared/domain/payment";
import { formatPhone } from "@cho-lang/shared/phone";
import { useLocation } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Price } from "~/ui/price";
import type { PayNotice } from "../payment/answer-pay-form.server";
import type { PayFacts } from "../payment/pay.server";
import { PayPanel } from "../payment/pay-panel";
import { InvoicePart } from "../receipt/invoice-part";
import type { RequestsOfOrders } from "../refund-request/refund-request.server";
import { OrderPart } from "./order-part";
import { Row } from "./order-sums";
import { isVisitAhead, parcelsToPay, paysInVillage, visitsOf } from "./stages";

export type PurchasePageProps = {
  view: PurchaseView;
  /** How to pay a purchase that waits for its money. */
  pay: PayFacts | null;
  /** What the last press on that said. */
  notice: PayNotice | null;
  asks: Asks;
};

/** What is needed to show and offer requests for goods to go back or money to come back. */
export type Asks = {
  /** In full, by the order's number; null when they did not come in time. */
  requests: RequestsOfOrders | null;
  /** The link's, for the way to the page of requests. */
  signature: string | null;
  /** The server's clock (ISO 8601). */
  now: string;
};

/** What one cart became: parcels and visits, one order for each producer, and what is paid for each. */
export function PurchasePage({ view, pay, notice, asks }: PurchasePageProps) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  const parcels = view.orders.filter((order) => order.has_parcel);
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
      <Standing view={view} notice={notice} />
      {pay ? (
        <PayPanel id={view.id} facts={pay} notice={notice === "not_yet" ? notice : null} />
      ) : null}
      <div className="cart-grid">
        <div>
          {view.orders.map((order, index) => (
            <OrderPart
              key={order.number}
              order={order}
              position={index + 1}
              parcel={
                order.has_parcel
                  ? { position: parcels.indexOf(order) + 1, count: parcels.length }
                  : null
              }
              purchase={{ id: view.id, provider: view.payment.provider }}
              asks={asks}
              isPlaced={view.status === "placed"}
            />
          ))}
        </div>
        <Summary view={view} signature={asks.signature} />
      </div>
    </div>
  );
}

function Standing({ view, notice }: Pick<PurchasePageProps, "view" | "notice">) {
  const { purchase, pay } = usePhrases();
  const href = useHref();
  const { pathname, search } = useLocation();
  if (view.status === "placed") {
    return (
      <Notice icon="check" tone="calm" className="mt-4">
        {notice === "too_late" ? <p>{pay.changeTooLate}</p> : null}
        <p>{purchase.thanks(view.email)}</p>
      </Notice>
    );
  }
  if (view.payment.pay) return null;
  const isWaiting = view.status !== "failed";
  return (
    <Notice icon="clock" className="mt-4">
      <p>{isWaiting ? purchase.creating : purchase.failed}</p>
      {!isWaiting && isPrepaid(view.payment.provider) ? <p>{pay.failedLate}</p> : null}
      <p className="mt-3">
        {isWaiting ? (
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

function Summary({ view, signature }: { view: PurchaseView; signature: string | null }) {
  const { purchase, pay } = usePhrases();
  const { address, payment } = view;
  const left = payment.due_vnd;
  const parcels = parcelsToPay(view.orders);
  const isPaid = payment.paid_vnd > 0;
  const isSent = view.orders.some((order) => order.has_parcel);
  const visits = view.orders.reduce((sum, order) => sum + visitsOf(order), 0);
  return (
    <section className="checkout-box" aria-labelledby="summary">
      <h2 className="t-section" id="summary">
        {purchase.summary}
      </h2>
      <div>
        <h3 className="font-semibold">{isSent ? purchase.deliverTo : purchase.bookedFor}</h3>
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
        {left > 0 && parcels > 0 ? <p>{purchase.codFor(parcels)}</p> : null}
        {left > 0 && paysInVillage(view.orders) ? <p>{purchase.codOfVisits}</p> : null}
        {left > 0 || view.payment.pay ? null : (
          <p>{isPaid ? purchase.paid : purchase.nothingDue}</p>
        )}
        {isPrepaid(payment.provider) ? <p>{pay.method[payment.provider]}</p> : null}
      </div>
      <dl className="sums">
        {isSent ? <Row label={purchase.goods} amount={view.goods_vnd - visits} /> : null}
        {isSent ? <Row label={purchase.shipping(null)} amount={view.shipping_vnd} /> : null}
        {visits > 0 ? <Row label={purchase.visits} amount={visits} /> : null}
        <div className="sums-total">
          <dt>{purchase.total}</dt>
          <dd>
            <Price amount={view.total_vnd} />
          </dd>
        </div>
        {payment.paid_vnd > 0 ? <Row label={purchase.paidSoFar} amount={payment.paid_vnd} /> : null}
        {payment.refunded_vnd > 0 ? (
          <Row label={pay.refunded} amount={payment.refunded_vnd} />
        ) : null}
        {left !== view.total_vnd && !view.payment.pay ? (
          <Row label={purchase.dueLeft} amount={left} />
        ) : null}
      </dl>
      {view.status === "failed" ? null : (
        <InvoicePart id={view.id} details={view.invoice} signature={signature} />
      )}
      <div className="small quiet no-print">
        {isSent ? <p>{purchase.help}</p> : null}
        {isVisitAhead(view.orders) ? <p>{purchase.helpOfVisits}</p> : null}
        <p>{purchase.print}</p>
      </div>
    </section>
  );
}
