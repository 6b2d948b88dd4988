import type { CheckoutDone, CheckoutView } from "@cho-lang/shared/contracts/checkout";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../../../../lib/errors";
import { checkoutCartWorkflow } from "../../../../../workflows/checkout/checkout-cart";
import { hasGoods, loadCheckoutCart } from "../../../../../workflows/checkout/load-cart";
import { parseCheckout } from "../../../../../workflows/checkout/parse-checkout";
import { paymentOptions } from "../../../../../workflows/checkout/payment-options";
import {
  refreshPricesWorkflow,
  stalePrices,
} from "../../../../../workflows/checkout/refresh-prices";
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
  let checkout = await loadCheckoutCart(req.scope, cart_id);
  const made = await purchaseService(req.scope).findPurchaseOfCart(cart_id);
  const changes = stalePrices(checkout);
  if (changes.length > 0 && (!made || made.status === "failed")) {
    await refreshPricesWorkflow(req.scope).run({ input: { changes } });
    checkout = await loadCheckoutCart(req.scope, cart_id);
  }
  const asked = new Map(
    shipping.split(",").flatMap((pair): [string, string][] => {
      const [producer_id, option_id] = pair.split(":");
      return producer_id && option_id ? [[producer_id, option_id]] : [];
    }),
  );
  const isMade = made?.status === "placed" || made?.status === "awaiting";
  const purchase = isMade ? { id: made.id, token: purchaseToken(made.id) } : null;
  const view = checkoutViewOf({ checkout, lang, asked, purchase });
  const payment_options = await paymentOptions(req.scope, {
    id: cart_id,
    total_vnd: view.total_vnd,
    phone: view.address?.phone ?? null,
    is_bought: purchase !== null,
  });
  res.setHeader("Cache-Control", "no-store");
  res.json({ ...view, payment_options });
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
      body,
    },
  });
  const { purchase_id, status } = result;
  res.json({ purchase_id, token: purchaseToken(purchase_id), status });
}
      address: clientAddress({
        peer: req.socket.remoteAddress,
        forwarded: req.headers["x-forwarded-for"],
      }),
