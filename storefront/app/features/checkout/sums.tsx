import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import { usePhrases } from "~/language/phrases";
import { Price } from "~/ui/price";
import { type CartSums, isVisit } from "../cart/totals";

/** Goods, delivery, visits and total; the total is read aloud when script changes it. */
export function Sums({ view, sums }: { view: CheckoutView; sums: CartSums }) {
  const { cart } = usePhrases();
  const senders = view.groups.filter((group) => !group.lines.every(isVisit)).length;
  const goods = { count: view.item_count - view.visit_count, producers: senders };
  return (
    <dl className="sums" id="sums" aria-live="polite">
      {senders > 0 ? (
        <div>
          <dt>{cart.goods(goods)}</dt>
          <dd>
            <Price amount={sums.goods_vnd} className="font-normal" />
          </dd>
        </div>
      ) : null}
      {sums.parcels > 0 ? (
        <div>
          <dt>{cart.shipping(sums.parcels)}</dt>
          <dd>
            <Price amount={sums.shipping_vnd} className="font-normal" />
          </dd>
        </div>
      ) : null}
      {view.visit_count > 0 ? (
        <div>
          <dt>{cart.visits(view.visit_count)}</dt>
          <dd>
            <Price amount={sums.visits_vnd} className="font-normal" />
          </dd>
        </div>
      ) : null}
      <div className="sums-total">
        <dt>{cart.total}</dt>
        <dd>
          <Price amount={sums.total_vnd} />
        </dd>
      </div>
    </dl>
  );
}
