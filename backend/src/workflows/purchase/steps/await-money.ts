import { isPrepaid } from "@cho-lang/shared/domain/payment";
import type { MedusaContainer } from "@medusajs/framework/types";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";
import { type Claim, type Making, noteFailure, purchaseService } from "../claim";
import { findCollection, livePayment, masterOf, openSession, paymentService } from "../payments";

/**
 * Asks the provider whether the money of a prepaid purchase is there. While it is not, the purchase
 * waits: its lease is free, and the claim that is answered has no token, so that nothing after this
 * is done. When it is, the purchase is marked as paid, and from then on goods and seats stay kept
 * whatever fails, until the orders are made or the money is given back.
 */
export async function awaitMoney(claim: Claim, container: MedusaContainer): Promise<Claim> {
  const { purchase_id, token } = claim;
  const service = purchaseService(container);
  const purchase = token ? await service.findPurchase(purchase_id) : null;
  if (!token || !purchase || !isPrepaid(purchase.payment)) return claim;
  if (!(await service.renewLease(purchase_id, token))) {
    refuse("checkout_taken_over", "Another attempt is completing this cart: ask again");
  }
  try {
    if (await isAuthorised({ purchase, plan: purchase.plan ?? [], container })) {
      await service.markPaid(purchase_id, token);
      return claim;
    }
    await service.markAwaiting(purchase_id, token);
    return { ...claim, token: null };
  } catch (error) {
    await noteFailure(claim, error, container);
    throw error;
  }
}

async function isAuthorised(making: Making): Promise<boolean> {
  const payments = paymentService(making);
  const master = masterOf(making);
  if (livePayment(await findCollection(payments, master.collection_id))) return true;
  const session = await openSession(making, master);
  return (await payments.authorizePaymentSession(session.id, {})) !== null;
}

export const awaitMoneyStep = createStep(
  "await-money",
  async (claim: Claim, { container }) => new StepResponse(await awaitMoney(claim, container)),
);
