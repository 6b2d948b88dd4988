import type { MedusaContainer } from "@medusajs/framework/types";
import type { Discount } from "./discount-rules";
import { type CheckoutCart, loadCheckoutCart } from "./load-cart";
import {
  discountsOf,
  type PricedMethod,
  writeDeliveryDiscounts,
  writeLineDiscounts,
} from "./promotions";
import { refreshPricesWorkflow, stalePrices } from "./refresh-prices";

/**
 * A cart at today's prices and with what today's promotions take off it, all in whole đồng. Lines
 * are written when they change; `deliveries` is what the deliveries that `choose` names would cost
 * less.
 */
export async function loadPricedCart(
  container: MedusaContainer,
  cart_id: string,
  choose: (checkout: CheckoutCart) => readonly PricedMethod[],
): Promise<{ checkout: CheckoutCart; deliveries: Discount[] }> {
  let checkout = await loadCheckoutCart(container, cart_id);
  const changes = stalePrices(checkout);
  if (changes.length > 0) {
    await refreshPricesWorkflow(container).run({ input: { changes } });
    checkout = await loadCheckoutCart(container, cart_id);
  }
  const { lines, deliveries } = await discountsOf(container, checkout.cart, choose(checkout));
  if (await writeLineDiscounts(container, checkout.cart, lines)) {
    checkout = await loadCheckoutCart(container, cart_id);
  }
  return { checkout, deliveries };
}

/**
 * A cart that is completed as it is: Medusa's own routes put promotions into it with fractions of a
 * đồng, which no order may have. They are computed anew then, for the deliveries that it has.
 */
export async function loadWholeCart(
  container: MedusaContainer,
  cart_id: string,
): Promise<CheckoutCart> {
  const checkout = await loadCheckoutCart(container, cart_id);
  const { items, shipping_methods } = checkout.cart;
  const discounts = [...items, ...shipping_methods].flatMap((one) => one.adjustments ?? []);
  if (discounts.every(({ amount }) => Number.isInteger(Number(amount)))) return checkout;
  const methods = shipping_methods.map(({ shipping_option_id, amount }) => ({
    shipping_option_id,
    amount: Number(amount),
  }));
  const { lines, deliveries } = await discountsOf(container, checkout.cart, methods);
  await writeLineDiscounts(container, checkout.cart, lines);
  await writeDeliveryDiscounts(container, checkout.cart, deliveries);
  return loadCheckoutCart(container, cart_id);
}

/**
 * What promotions take off each delivery that could be chosen: off those that are chosen exactly,
 * off any other as if each producer's parcel travelled with its next one.
 */
export async function discountsOfOptions(
  container: MedusaContainer,
  { cart, groups }: CheckoutCart,
  chosen: { methods: readonly PricedMethod[]; deliveries: readonly Discount[] },
): Promise<Discount[]> {
  if (chosen.deliveries.length === 0) return [];
  const isChosen = (id: string) => chosen.methods.some((one) => one.shipping_option_id === id);
  const others = groups.map(({ options }) => options.filter(({ id }) => !isChosen(id)));
  const discounts = [...chosen.deliveries];
  for (let rank = 0; rank < Math.max(...others.map(({ length }) => length)); rank += 1) {
    const methods = others.flatMap((options) => {
      const option = options[rank];
      return option ? [{ shipping_option_id: option.id, amount: option.price_vnd }] : [];
    });
    discounts.push(...(await discountsOf(container, cart, methods)).deliveries);
  }
  return discounts;
}
