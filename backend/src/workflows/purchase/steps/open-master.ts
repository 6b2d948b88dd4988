import { isPrepaid } from "@cho-lang/shared/domain/payment";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { RefusalError, refuse } from "../../../lib/errors";
import type { Deed, Making } from "../claim";
import { findCollection, livePayment, masterOf, openSession, paymentService } from "../payments";

/**
 * Asks the buyer for the money: the provider's session of the whole purchase. A session that a crash
 * left without the provider's answer was shown to nobody and is made anew. Cash needs none.
 */
export const openMaster: Deed = {
  name: "open-master",
  isKept: true,
  async run(making) {
    if (!isPrepaid(making.purchase.payment)) return;
    const payments = paymentService(making);
    const master = masterOf(making);
    const existing = await findCollection(payments, master.collection_id);
    if (livePayment(existing)) return;
    const blank = existing?.payment_sessions?.find(({ data }) => !isAnswered(data));
    if (blank) await payments.deletePaymentSession(blank.id);
    await asking(making, () => openSession(making, master));
  },
  /** What was paid was given back before, and its record stays. */
  async undo(making) {
    const { purchase } = making;
    if (!isPrepaid(purchase.payment)) return;
    const payments = paymentService(making);
    const existing = await findCollection(payments, purchase.payment_collection_id);
    if (!existing || (existing.payments ?? []).length > 0) return;
    for (const { id } of existing.payment_sessions ?? []) await payments.deletePaymentSession(id);
    await payments.deletePaymentCollections([existing.id]);
  },
};

/** Whether a provider has added what the buyer pays with. */
function isAnswered(data: Record<string, unknown>): boolean {
  return typeof data.content === "string" || typeof data.client_secret === "string";
}

/** A provider that is away is no fault of the buyer's, who may pay in another way. */
async function asking(making: Making, ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    const logger = making.container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.error(
      `${making.purchase.id}: no session could be opened`,
      error instanceof Error ? error : new Error(String(error)),
    );
    const message = "does not answer now: try again in a moment, or pay in another way";
    refuse("payment_unavailable", `payment ${message}`, {
      fields: [{ field: "payment", code: "payment_unavailable", message }],
    });
  }
}
