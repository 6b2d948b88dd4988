import { communeByCode } from "@cho-lang/shared/communes";
import { isPrepaid } from "@cho-lang/shared/domain/payment";
import { provinceByCode } from "@cho-lang/shared/geography";
import { sumVnd } from "@cho-lang/shared/money";
import type {
  CreateShippingMethodForSingleCartDTO,
  MedusaContainer,
} from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { purchaseService } from "../../purchase/claim";
import { refuseMethod, refuseProblems } from "../../purchase/plan-purchase";
import { codProblem } from "../cash-on-delivery";
import type { CheckoutInput } from "../checkout-cart";
import type { Discount } from "../discount-rules";
import { type CheckoutCart, chosenOption, isGoods } from "../load-cart";
import { loadPricedCart } from "../load-priced-cart";
import { adjustmentsOf, isSame, writeDeliveryDiscounts } from "../promotions";

type Method = CreateShippingMethodForSingleCartDTO & { shipping_option_id: string; amount: number };
type Chosen = { methods: Method[]; deliveries: Discount[] };

/**
 * Writes the form into the cart: e-mail, address, one shipping method for each producer's parcel.
 * Nothing is undone when completing fails, so that the buyer finds the form filled in. A cart that
 * is a purchase already, or is becoming one, is left alone.
 */
export const writeCheckoutStep = createStep(
  "write-checkout",
  async (input: CheckoutInput, { container }) => {
    const existing = await purchaseService(container).findPurchaseOfCart(input.cart_id);
    if (existing && existing.status !== "failed") return new StepResponse(null);
    const choose = (checkout: CheckoutCart) => {
      if (checkout.cart.items.length === 0)
        refuse("cart_empty", "The cart is empty: add something");
      refuseProblems(checkout);
      return methodsOf(checkout, input.body.shipping);
    };
    const { checkout, deliveries } = await loadPricedCart(container, input.cart_id, choose);
    const chosen = { methods: choose(checkout), deliveries };
    await refuseWrongTotal(container, checkout, { ...chosen, input });
    await writeCart(container, checkout, input);
    await writeMethods(container, checkout, chosen);
    return new StepResponse(null);
  },
);

function methodsOf({ groups }: CheckoutCart, asked: Record<string, string>): Method[] {
  const unknown = Object.entries(asked).filter(([producer_id, option_id]) => {
    const group = groups.find(({ producer }) => producer.id === producer_id);
    return group !== undefined && !group.options.some(({ id }) => id === option_id);
  });
  if (unknown.length > 0) {
    refuse("unknown_shipping_option", "Choose one of the deliveries that the producer offers", {
      fields: unknown.map(([producer_id]) => ({
        field: `shipping.${producer_id}`,
        code: "unknown_shipping_option",
        message: "is not offered by this producer",
      })),
    });
  }
  const senders = groups.filter(({ lines }) => lines.some(isGoods));
  return senders.flatMap((group) => {
    const option = chosenOption(group, asked[group.producer.id]);
    if (!option) refuse("no_delivery", `${group.producer.name} offers no delivery now`);
    return {
      shipping_option_id: option.id,
      name: option.name,
      amount: option.price_vnd,
      is_tax_inclusive: true,
      data: { producer_id: group.producer.id },
    };
  });
}

async function refuseWrongTotal(
  container: MedusaContainer,
  { cart, groups }: CheckoutCart,
  { methods, deliveries, input }: Chosen & { input: CheckoutInput },
): Promise<void> {
  const goods = groups.flatMap(({ lines }) => lines).reduce((s, l) => s + Number(l.item.total), 0);
  const fees = sumVnd(methods.map(({ amount }) => amount));
  const total_vnd = goods + fees - sumVnd(deliveries.map(({ amount }) => amount));
  if (total_vnd !== input.body.expected_total_vnd) {
    refuse("total_changed", `The total is ${total_vnd} đồng now: look at it and confirm again`, {
      fields: [{ field: "expected_total_vnd", code: "total_changed", message: `is ${total_vnd}` }],
    });
  }
  const { phone, payment } = input.body;
  refuseMethod(payment, total_vnd);
  if (isPrepaid(payment)) return;
  const problem = await codProblem(container, { id: cart.id, total_vnd, phone });
  if (problem) {
    refuse(problem, "This is above the ceiling of cash on delivery: buy less, or receive first", {
      fields: [{ field: "payment", code: problem, message: "is above the ceiling" }],
    });
  }
}

async function writeCart(
  container: MedusaContainer,
  { cart }: CheckoutCart,
  { body, customer_id }: CheckoutInput,
): Promise<void> {
  const carts = container.resolve(Modules.CART);
  const { note, lang, payment } = body;
  const address = {
    last_name: body.full_name,
    phone: body.phone,
    address_1: body.street,
    city: communeByCode(body.commune_code)?.name ?? "",
    province: provinceByCode(body.province_code)?.full_name_vi ?? "",
    country_code: "vn",
    metadata: { province_code: body.province_code, commune_code: body.commune_code },
  };
  const own = cart.shipping_address;
  if (own) await carts.updateAddresses([{ id: own.id, ...address }]);
  await carts.updateCarts([
    {
      id: cart.id,
      email: body.email,
      ...(customer_id ? { customer_id } : {}),
      ...(own ? {} : { shipping_address: address }),
      metadata: { ...cart.metadata, checkout: { note, lang, payment } },
    },
  ]);
}

/** Replaces the cart's shipping methods, and what is taken off them, unless they are right already. */
async function writeMethods(
  container: MedusaContainer,
  { cart }: CheckoutCart,
  { methods, deliveries }: Chosen,
): Promise<void> {
  const key = (m: { shipping_option_id?: unknown; amount?: unknown }) =>
    `${String(m.shipping_option_id)} ${Number(m.amount)}`;
  const isRight = cart.shipping_methods.map(key).sort().join() === methods.map(key).sort().join();
  const had = cart.shipping_methods.flatMap(({ shipping_option_id, adjustments }) =>
    adjustmentsOf(shipping_option_id, adjustments),
  );
  if (isRight && isSame(had, deliveries)) return;
  const carts = container.resolve(Modules.CART);
  await carts.deleteShippingMethods(cart.shipping_methods.map(({ id }) => id));
  const shipping_methods = await carts.addShippingMethods(cart.id, methods);
  if (deliveries.length === 0) return;
  await writeDeliveryDiscounts(container, { id: cart.id, shipping_methods }, deliveries);
}
