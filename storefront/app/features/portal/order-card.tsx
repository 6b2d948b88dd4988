import type { ProducerOrderRow } from "@cho-lang/shared/contracts/producer";
import { progressLabel } from "@cho-lang/shared/domain/purchase";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Picture } from "~/ui/picture";
import { DeedForm } from "./deed-form";
import { useMe } from "./me";
import { mayTake, nextDeed } from "./order-deed";
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
  const { actions } = useMe();
  const { id, number, progress, buyer, lines, due_vnd } = order;
  const Title = level === 2 ? "h2" : "h3";
  const deed = nextDeed(progress);
  const path = href(`/producer/orders/${id}`);
  const isOver = progress === "cancelled";
  // The door and the village each collect their own part; the order's page tells them apart.
  const dueWords = lines.some(({ visit }) => visit) ? portal.collectLeft : portal.collect;
  return (
    <li className="order">
      <div className="order-head">
        <Title className="font-semibold">{portal.buyerAt(buyer)}</Title>
        <span className="num quiet small">{portal.orderNumber(number)}</span>
      </div>
      {showsProgress ? (
        <p className="small font-medium">{progressLabel(progress, language)}</p>
      ) : null}
      <OrderLines lines={lines} />
      {isOver ? null : (
        <p className="quiet small">{due_vnd > 0 ? dueWords(due_vnd) : portal.paid}</p>
      )}
      <div className="deeds">
        {deed && mayTake(deed, { progress, actions }) ? (
          deed === "ship" ? (
            <Link className="btn" to={`${path}#ship`}>
              {portal.deeds.ship}
            </Link>
          ) : (
            <DeedForm orderId={id} deed={deed} returnTo={returnTo} number={number} />
          )
        ) : null}
        <Link className="btn btn-outline" to={path}>
          {portal.seeOrder} <span className="sr">{number}</span>
        </Link>
      </div>
    </li>
  );
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
