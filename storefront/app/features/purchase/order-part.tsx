import { formatInstant } from "@cho-lang/shared/calendar";
import { isPrepaid, type PaymentMethod } from "@cho-lang/shared/domain/payment";
import { progressLabel, refuseReasonLabel } from "@cho-lang/shared/domain/purchase";
import { formatVnd } from "@cho-lang/shared/money";
import { formatPhone } from "@cho-lang/shared/phone";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import type { Phrases } from "~/language/vi";
import type { IconName } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Picture } from "~/ui/picture";
import { Price } from "~/ui/price";
import { Stars } from "~/ui/stars";
import { ReceiptLink } from "../receipt/receipt-link";
import { canAsk } from "../refund-request/asking";
import { AskLink, OrderRequests } from "../refund-request/order-requests";
import { OrderSums } from "./order-sums";
import type { Asks } from "./purchase-page";
import { cancelWords, type PurchaseOrder, stagesOf } from "./stages";
import { VisitPart } from "./visit-part";

export type OrderPartProps = {
  order: PurchaseOrder;
  /** For the part's own names on the page. */
  position: number;
  /** Which of the purchase's parcels it is; null when it sends nothing. */
  parcel: { position: number; count: number } | null;
  purchase: { id: string; provider: PaymentMethod };
  asks: Asks;
  /** False while the purchase waits for its money: nothing has happened to the order yet. */
  isPlaced: boolean;
};

/** One producer's parcel or visit: where it stands, what comes next, what is in it, what it costs. */
export function OrderPart(props: OrderPartProps) {
  const { order, position, parcel, isPlaced } = props;
  const { purchase } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { producer } = order;
  const titleId = `order-${position}`;
  return (
    <section className="rule pt-3 pb-10" aria-labelledby={titleId}>
      <p className="small quiet flex flex-wrap justify-between gap-x-6">
        <span>{parcel ? purchase.orderOf(parcel) : purchase.orderOfVisits}</span>
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
        {isPlaced ? (
          <p className="font-semibold">{progressLabel(order.progress, language)}</p>
        ) : null}
      </div>
      {isPlaced ? (
        <>
          <Progress
            order={order}
            isParcel={parcel !== null}
            isPrepaid={isPrepaid(props.purchase.provider)}
          />
          <Requests {...props} />
          <Stages order={order} />
        </>
      ) : null}
      <ul className="mt-2">
        {order.lines.map((line) =>
          line.visit ? (
            <VisitPart key={line.visit.uuid} line={line} visit={line.visit} />
          ) : (
            <Line key={`${line.title}${line.unit}`} line={line} />
          ),
        )}
      </ul>
      <OrderSums order={order} />
      {isPlaced ? <ReceiptLink {...requestsPage(props)} /> : null}
      {isPlaced ? <Ask {...props} /> : null}
    </section>
  );
}

function requestsPage({ order, purchase, asks }: OrderPartProps) {
  return { id: purchase.id, number: order.number, signature: asks.signature };
}

function Requests(props: OrderPartProps) {
  const { order, purchase, asks } = props;
  return (
    <OrderRequests
      marks={order.requests}
      requests={asks.requests?.[order.number] ?? null}
      provider={purchase.provider}
      page={requestsPage(props)}
    />
  );
}

/** The way to ask for goods to go back or money to come back, where one may ask now. */
function Ask(props: OrderPartProps) {
  const { order, asks } = props;
  const states = order.requests.map(({ state }) => state);
  return canAsk(order, states, new Date(asks.now)) ? <AskLink page={requestsPage(props)} /> : null;
}

type ProgressProps = { order: PurchaseOrder; isParcel: boolean; isPrepaid: boolean };

/** What comes next for an order, what went amiss, and whom to call. */
function Progress({ order, isParcel, isPrepaid }: ProgressProps) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  const { producer } = order;
  return (
    <Notice tone="calm" icon={ICONS[order.progress] ?? "info"} className="mt-2 mb-4">
      <p>{nextWords(order.progress, { isParcel, isPrepaid }, purchase)}</p>
      {order.missing_vnd > 0 ? (
        <p>{purchase.missing(formatVnd(order.missing_vnd, language))}</p>
      ) : null}
      {order.refuse_reason ? (
        <p>{purchase.cancelReason(refuseReasonLabel(order.refuse_reason, language))}</p>
      ) : null}
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
          {(isParcel ? purchase.callProducer : purchase.callHost)(formatPhone(producer.phone))}
        </a>
      ) : null}
    </Notice>
  );
}

function nextWords(
  progress: PurchaseOrder["progress"],
  { isParcel, isPrepaid }: { isParcel: boolean; isPrepaid: boolean },
  words: Phrases["purchase"],
): string {
  if (progress === "cancelled" && isPrepaid) return words.cancelledPaid;
  if (progress === "cancelled" && !isParcel) return words.cancelledVisits;
  if (progress === "shipped" && isPrepaid) return words.shippedPaid;
  if (progress === "refused" && isPrepaid) return words.refusedPaid;
  if (progress === "returned" && isPrepaid) return words.returnedPaid;
  return words.next[progress];
}

/** Icons of the states that have one of their own. */
const ICONS: Readonly<Partial<Record<PurchaseOrder["progress"], IconName>>> = {
  shipped: "truck",
  refused: "return",
  returned: "return",
  booked: "calendar",
};

function Stages({ order }: { order: PurchaseOrder }) {
  const { purchase } = usePhrases();
  const language = useLanguage();
  return (
    <ol
      className="stages small"
      aria-label={order.has_parcel ? purchase.history : purchase.historyOfVisits}
    >
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
