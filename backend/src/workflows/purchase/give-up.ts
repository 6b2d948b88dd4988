import { formatVnd } from "@cho-lang/shared/money";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { sendMailWorkflow } from "../mail/send-mail";
import { type Claim, purchaseService, undoDeed } from "./claim";
import { deeds } from "./deeds";
import { findCollection, livePayment, paymentService } from "./payments";
import { purchaseReturnedMail } from "./purchase-mail";
import { purchaseLink } from "./signature";

/** Why an awaiting purchase is given up: the time to pay ended, or the buyer changed his mind. */
const UNPAID_REASONS = ["expired", "abandoned"] as const;

/** The error of a provider whose session was paid in the moment in which it was to be closed. */
const ALREADY_PAID = "already_paid";

type Held = Claim & { token: string };

/**
 * Gives up an awaiting purchase under its lease: the provider takes no more money, stock and seats
 * are freed, the purchase fails, and its cart can be changed and bought again. The reason is written
 * first, so that after a crash the next worker goes on with giving up.
 *
 * Money that came in the meantime: when only the time or the buyer's patience had ended, the
 * purchase goes on and the answer is `paid`, with the lease free; so it is when the lease was lost.
 * Otherwise the orders cannot be made, and all of it is given back.
 */
export async function giveUp(
  container: MedusaContainer,
  claim: Held,
  reason: string,
): Promise<"given_up" | "paid"> {
  const service = purchaseService(container);
  const { purchase_id, token } = claim;
  const isUnpaid = UNPAID_REASONS.some((one) => one === reason);
  if (!(await service.markGivenUp(purchase_id, token, reason))) return "paid";
  if ((await closeMoney(container, purchase_id)) === "paid") {
    if (isUnpaid) {
      await service.markGivenUp(purchase_id, token, null);
      await service.markAwaiting(purchase_id, token);
      return "paid";
    }
    await giveBack(container, purchase_id);
    await tellReturned(container, purchase_id);
  }
  for (const deed of [...deeds].reverse()) await undoDeed(deed, claim, container);
  await service.markFailed(purchase_id, token, reason);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.info(`Purchase ${purchase_id} was given up: ${reason}`);
  return "given_up";
}

/** Closes the provider's session; `paid` when the money is there already. A repeat does nothing. */
async function closeMoney(
  container: MedusaContainer,
  purchase_id: string,
): Promise<"closed" | "paid"> {
  const { payments, collection } = await masterCollection(container, purchase_id);
  if ((collection?.payments ?? []).length > 0) return "paid";
  for (const { id } of collection?.payment_sessions ?? []) {
    try {
      await payments.deletePaymentSession(id);
    } catch (error) {
      if (isAlreadyPaid(error)) return "paid";
      throw error;
    }
  }
  return "closed";
}

function isAlreadyPaid(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === ALREADY_PAID;
}

/** Sends back all that was paid for a purchase that cannot be made; a repeat does nothing. */
async function giveBack(container: MedusaContainer, purchase_id: string): Promise<void> {
  const { payments, collection } = await masterCollection(container, purchase_id);
  const [session] = collection?.payment_sessions ?? [];
  const known = (collection?.payments ?? []).length > 0;
  if (!known && session) await payments.authorizePaymentSession(session.id, {});
  const { collection: paid } = await masterCollection(container, purchase_id);
  const payment = livePayment(paid);
  if (payment) await payments.cancelPayment(payment.id);
}

/** Tells the buyer, once, that the money goes back. */
async function tellReturned(container: MedusaContainer, purchase_id: string): Promise<void> {
  const purchase = await purchaseService(container).findPurchase(purchase_id);
  if (!purchase) return;
  const { lang, number, payment, total_vnd, email, payment_collection_id } = purchase;
  await sendMailWorkflow(container).run({
    input: {
      to: email,
      template: "purchase-returned",
      text: purchaseReturnedMail({
        language: lang,
        number,
        method: payment,
        total: formatVnd(total_vnd, lang),
        link: purchaseLink(purchase_id, lang),
      }),
      key: `purchase-returned:${payment_collection_id}`,
      about: { type: "purchase", id: purchase_id },
    },
  });
}

async function masterCollection(container: MedusaContainer, purchase_id: string) {
  const purchase = await purchaseService(container).findPurchase(purchase_id);
  if (!purchase) throw new Error(`The purchase ${purchase_id} is gone.`);
  const payments = paymentService({ container });
  const collection = await findCollection(payments, purchase.payment_collection_id);
  return { payments, collection };
}
