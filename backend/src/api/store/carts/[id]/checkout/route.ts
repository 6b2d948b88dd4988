import type { CheckoutDone, CheckoutView } from "@cho-lang/shared/contracts/checkout";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { MedusaContainer } from "@medusajs/framework/types";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../../../../lib/errors";
import { checkoutCartWorkflow } from "../../../../../workflows/checkout/checkout-cart";
import {
  type CheckoutCart,
  hasGoods,
  loadCheckoutCart,
} from "../../../../../workflows/checkout/load-cart";
import {
  discountsOfOptions,
  loadPricedCart,
} from "../../../../../workflows/checkout/load-priced-cart";
import { parseCheckout } from "../../../../../workflows/checkout/parse-checkout";
import { paymentOptions } from "../../../../../workflows/checkout/payment-options";
import { adjustmentsOf } from "../../../../../workflows/checkout/promotions";
import { purchaseService } from "../../../../../workflows/purchase/claim";
import { purchaseToken } from "../../../../../workflows/purchase/signature";
import { clientAddress } from "../../../../auth-throttle/client-address";
import { checkoutViewOf, chosenMethods, type PricedCart } from "./view";

const longestChoice = 8_000;
const viewQuery = z.strictObject({
  lang: z.enum(["vi", "en"]).default("vi"),
  /** `producer:option,producer:option`: deliveries to be counted instead of the cheapest. */
  shipping: z.string().max(longestChoice).default(""),
});

/** The cart grouped by producer, at today's prices. Never cached. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CheckoutView>,
): Promise<void> {
  const { lang, shipping } = parse(viewQuery, req.query);
  const cart_id = req.params.id ?? "";
  const made = await purchaseService(req.scope).findPurchaseOfCart(cart_id);
  const asked = new Map(
    shipping.split(",").flatMap((pair): [string, string][] => {
      const [producer_id, option_id] = pair.split(":");
      return producer_id && option_id ? [[producer_id, option_id]] : [];
    }),
  );
  const isMade = made?.status === "placed" || made?.status === "awaiting";
  const purchase = isMade ? { id: made.id, token: purchaseToken(made.id) } : null;
  const priced =
    made && made.status !== "failed"
      ? await asBought(req.scope, cart_id)
      : await asItWouldBe(req.scope, cart_id, asked);
  const view = checkoutViewOf({ ...priced, lang, asked, purchase });
  const payment_options = await paymentOptions(req.scope, {
    id: cart_id,
    total_vnd: view.total_vnd,
    phone: view.address?.phone ?? null,
    is_bought: purchase !== null,
  });
  res.setHeader("Cache-Control", "no-store");
  res.json({ ...view, payment_options });
}

/** The cart of a purchase, which is left alone. */
async function asBought(scope: MedusaContainer, cart_id: string): Promise<PricedCart> {
  const checkout = await loadCheckoutCart(scope, cart_id);
  const deliveries = checkout.cart.shipping_methods.flatMap(({ shipping_option_id, adjustments }) =>
    adjustmentsOf(shipping_option_id, adjustments),
  );
  return { checkout, deliveries };
}

/** The cart at today's prices and promotions, with the deliveries that are asked for. */
async function asItWouldBe(
  scope: MedusaContainer,
  cart_id: string,
  asked: ReadonlyMap<string, string>,
): Promise<PricedCart> {
  const choose = (checkout: CheckoutCart) => chosenMethods(checkout, asked);
  const { checkout, deliveries } = await loadPricedCart(scope, cart_id, choose);
  const chosen = { methods: choose(checkout), deliveries };
  return { checkout, deliveries: await discountsOfOptions(scope, checkout, chosen) };
}

/** The whole checkout in one form. The same body twice gives the same purchase. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CheckoutDone>,
): Promise<void> {
  const cart_id = req.params.id ?? "";
  const body = parseCheckout(req.body, { has_goods: await hasGoods(req.scope, cart_id) });
  const { result } = await checkoutCartWorkflow(req.scope).run({
    input: {
      cart_id,
      customer_id: req.auth_context?.actor_id || null,
      address: clientAddress({
        peer: req.socket.remoteAddress,
        forwarded: req.headers["x-forwarded-for"],
      }),
      body,
    },
  });
  const { purchase_id, status } = result;
  res.json({ purchase_id, token: purchaseToken(purchase_id), status });
}
