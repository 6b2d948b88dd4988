import type { CheckoutBody } from "@cho-lang/shared/contracts/checkout";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows";
import { completePurchaseWorkflow } from "../purchase/complete-purchase";
import { writeCheckoutStep } from "./steps/write-checkout";

export type CheckoutInput = {
  cart_id: string;
  /** The signed-in customer, who then owns the purchase. */
  customer_id: string | null;
  /** The network address that buys; null or missing when nobody knows it. */
  address?: string | null;
  /** Parsed by `parseCheckout`: the phone is E.164. */
  body: CheckoutBody;
};

const waitSeconds = 30;
const lockSeconds = 60;

/**
 * The one-page checkout: writes the form into the cart, then completes it. The same form twice, or
 * ten times at once, gives the same purchase.
 *
 * Refuses what `completePurchaseWorkflow` refuses, and `total_changed` when the buyer saw another
 * total, `unknown_shipping_option`, `payment_not_offered`, `card_floor`, `card_ceiling`,
 * `transfer_ceiling`, `cod_ceiling`.
 */
export const checkoutCartWorkflow = createWorkflow("checkout-cart", (input: CheckoutInput) => {
  const key = transform({ input }, ({ input }) => input.cart_id);
  acquireLockStep({ key, timeout: waitSeconds, ttl: lockSeconds });
  writeCheckoutStep(input);
  const purchase = completePurchaseWorkflow.runAsStep({
    input: transform({ input }, ({ input }) => ({
      cart_id: input.cart_id,
      address: input.address ?? null,
    })),
  });
  releaseLockStep({ key });
  return new WorkflowResponse(purchase);
});
