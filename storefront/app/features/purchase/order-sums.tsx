import { usePhrases } from "~/language/phrases";
import { Price } from "~/ui/price";
import { isBeforeDoor, type PurchaseOrder, visitsOf } from "./stages";

/** What an order costs, part by part, and what of it is still to be paid. */
export function OrderSums({ order }: { order: PurchaseOrder }) {
  const { purchase } = usePhrases();
  const visits = visitsOf(order);
  // Cash that did not come with the parcel is no more asked for at a door.
  const left = order.due_vnd - order.missing_vnd;
  const isDue = left > 0 && order.progress !== "cancelled";
  const due =
    visits === 0 ? purchase.due : isBeforeDoor(order) ? purchase.dueOfBoth : purchase.dueOfVisits;
  const total = order.has_parcel ? purchase.orderTotal : purchase.orderTotalOfVisits;
  return (
    <dl className="sums border-t border-ke pt-3">
      {order.goods_vnd > visits || visits === 0 ? (
        <Row label={purchase.goods} amount={order.goods_vnd - visits} />
      ) : null}
      {order.shipping ? (
        <Row label={purchase.shipping(order.shipping.name)} amount={order.shipping.price_vnd} />
      ) : null}
      {visits > 0 ? <Row label={purchase.visits} amount={visits} /> : null}
      <div className="font-semibold">
        <dt>{isDue ? due : total}</dt>
        <dd>
          <Price amount={isDue ? left : order.total_vnd} />
        </dd>
      </div>
    </dl>
  );
}

/** One sum with its name. */
export function Row({ label, amount }: { label: string; amount: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Price amount={amount} className="font-normal" />
      </dd>
    </div>
  );
}
