import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import { usePhrases } from "~/language/phrases";
import { Price } from "~/ui/price";
import type { CartSums } from "../cart/totals";

/** Goods, delivery and total; the total is read aloud when script changes it. */
export function Sums({ view, sums }: { view: CheckoutView; sums: CartSums }) {
  const { cart } = usePhrases();
  return (
    <dl className="sums" id="sums" aria-live="polite">
      <div>
        <dt>{cart.goods({ count: view.item_count, producers: view.groups.length })}</dt>
        <dd>
          <Price amount={sums.goods_vnd} className="font-normal" />
        </dd>
      </div>
      {sums.parcels > 0 ? (
        <div>
          <dt>{cart.shipping(sums.parcels)}</dt>
          <dd>
            <Price amount={sums.shipping_vnd} className="font-normal" />
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
