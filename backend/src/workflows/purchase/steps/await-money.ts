import { isPrepaid } from "@cho-lang/shared/domain/payment";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { type Claim, noteFailure, purchaseService } from "../claim";
import { findCollection, livePayment, masterOf, openSession, paymentService } from "../payments";

/**
 * Asks the provider whether the money of a prepaid purchase is there. While it is not, the purchase
 * waits: its lease is free, and the claim that is answered has no token, so that nothing after this
 * is done. When it is, the purchase is marked as paid, and from then on goods and seats stay kept
 * whatever fails, until the orders are made or the money is given back.
 */
export const awaitMoneyStep = createStep("await-money", async (claim: Claim, { container }) => {
  if (!claim.token) return new StepResponse(claim);
  const service = purchaseService(container);
  const { purchase_id, token } = claim;
  const purchase = await service.findPurchase(purchase_id);
  if (!purchase || !isPrepaid(purchase.payment)) return new StepResponse(claim);
  if (!(await service.renewLease(purchase_id, token))) {
    refuse("checkout_taken_over", "Another attempt is completing this cart: ask again");
  }
  try {
    const making = { purchase, plan: purchase.plan ?? [], container };
    const payments = paymentService(making);
    const master = masterOf(making);
    if (!livePayment(await findCollection(payments, master.collection_id))) {
      const session = await openSession(making, master);
      if (!(await payments.authorizePaymentSession(session.id, {}))) {
        await service.markAwaiting(purchase_id, token);
        return new StepResponse({ ...claim, token: null });
      }
    }
    await service.markPaid(purchase_id, token);
    return new StepResponse(claim);
  } catch (error) {
    await noteFailure(claim, error, container);
    throw error;
  }
});
