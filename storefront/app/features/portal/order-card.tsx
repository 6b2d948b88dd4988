import type { ProducerOrderRow } from "@cho-lang/shared/contracts/producer";
import { progressLabel } from "@cho-lang/shared/domain/purchase";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Picture } from "~/ui/picture";
import { DeedForm } from "./deed-form";
import { useMe } from "./me";
import { isTap, mayTake, nextDeed } from "./order-deed";
import { isOver, toneOf } from "./order-tone";
import { VisitLine } from "./visit-line";

export type OrderCardProps = {
  order: ProducerOrderRow;
  /** The page to come back to after the deed, with its language. */
  returnTo: string;
  /** Says how far the order has come, where orders of all kinds stand together. */
  showsProgress?: boolean;
  /** The heading's level on this page. */
  level: 2 | 3;
};

/** One order: for whom, what and how much, what to collect, and the next deed. */
export function OrderCard({ order, returnTo, showsProgress = false, level }: OrderCardProps) {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { id, number, progress, buyer, lines } = order;
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li className="order">
      <div className="order-head">
        <Title className="font-semibold">{portal.buyerAt(buyer)}</Title>
        <span className="num quiet small">{portal.orderNumber(number)}</span>
      </div>
      {showsProgress ? (
        <p>
          <span className={`state-word is-${toneOf(progress)}`}>
            {progressLabel(progress, language)}
          </span>
        </p>
      ) : null}
      <OrderLines lines={lines} />
      <DueWords order={order} />
      <div className="deeds">
        <CardDeed order={order} returnTo={returnTo} />
        <Link className="btn btn-outline" to={href(`/producer/orders/${id}`)}>
          {portal.seeOrder} <span className="sr">{number}</span>
        </Link>
      </div>
    </li>
  );
}

/** The next deed, here with one tap or by its form on the order's page. */
function CardDeed({ order, returnTo }: Pick<OrderCardProps, "order" | "returnTo">) {
  const { portal } = usePhrases();
  const href = useHref();
  const { actions } = useMe();
  const { id, number, progress, due_vnd } = order;
  const deed = nextDeed(progress);
  if (!deed || !mayTake(deed, { progress, actions })) return null;
  if (isTap(deed, due_vnd)) {
    return <DeedForm orderId={id} deed={deed} returnTo={returnTo} number={number} />;
  }
  return (
    <Link className="btn" to={`${href(`/producer/orders/${id}`)}#${deed}`}>
      {portal.deeds[deed]} <span className="sr">{number}</span>
    </Link>
  );
}

/** What is still to be collected, or that all is paid; nothing of an order that came to nothing. */
function DueWords({ order }: { order: ProducerOrderRow }) {
  const { portal } = usePhrases();
  const { progress, due_vnd, lines } = order;
  const hasVisits = lines.some(({ visit }) => visit);
  if (due_vnd === 0) {
    return isOver(progress) ? null : <p className="quiet small">{portal.paid}</p>;
  }
  if (progress === "cancelled") return null;
  // The door and the village each collect their own part; the order's page tells them apart.
  const words = hasVisits
    ? portal.collectLeft
    : progress === "delivered"
      ? portal.parcels.missingOf
      : portal.collect;
  return <p className="quiet small">{words(due_vnd)}</p>;
}

/** Picture, name and a big count for each line. */
function OrderLines({ lines }: { lines: ProducerOrderRow["lines"] }) {
  const { portal } = usePhrases();
  return (
    <ul className="order-lines">
      {lines.map((line, index) => (
        // A list that is never reordered; two lines may have the same title.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id of their own here
        <li key={index} className="order-line">
          <Picture picture={line.picture} isDecoration className="order-picture" />
          <span className="min-w-0 flex-1">
            {line.title}
            {line.visit ? <VisitLine visit={line.visit} /> : null}
            {line.unit && !line.visit ? (
              <span className="small quiet block">{line.unit}</span>
            ) : null}
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
      ))}
    </ul>
  );
}
