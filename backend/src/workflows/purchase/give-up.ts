import { formatVnd } from "@cho-lang/shared/money";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { offeredMethods } from "../../lib/payment-providers";
import { noteLeftOpen } from "../../modules/payment-stripe";
import { sendMailWorkflow } from "../mail/send-mail";
import { type Claim, purchaseService, undoDeed } from "./claim";
import { deeds } from "./deeds";
import { findCollection, livePayment, paymentService } from "./payments";
import { purchaseReturnedMail } from "./purchase-mail";
import { purchaseLink } from "./signature";

/** Why an awaiting purchase is given up: the time to pay ended, or the buyer changed his mind. */
const UNPAID_REASONS = ["expired", "abandoned"] as const;

/** How long after the time to pay a key of Stripe that was taken away is waited for. */
const DESERTED_HOURS = 6;

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
 *
 * A card purchase whose provider has lost its key for hours is given up without it; see `leaveOpen`.
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
  await leaveOpen(container, purchase_id);
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

/**
 * Cards whose key was taken away can be asked nothing, and stock must not be kept for ever. Hours
 * after the time to pay, the payments are noted as left open, for which the provider lets go of
 * them. Until the key is back payments:check names them; then the job tells Stripe, and what came
 * goes back.
 */
async function leaveOpen(container: MedusaContainer, purchase_id: string): Promise<void> {
  if (offeredMethods().includes("stripe")) return;
  const { purchase, collection } = await masterCollection(container, purchase_id);
  const { payment, pay_until, total_vnd: amount_vnd } = purchase;
  if (payment !== "stripe" || !isDeserted(pay_until, new Date())) return;
  const asked = [...(collection?.payment_sessions ?? []), ...(collection?.payments ?? [])];
  const intents = asked.flatMap(({ data }) =>
    typeof data?.payment_intent === "string" ? [data.payment_intent] : [],
  );
  await noteLeftOpen(
    [...new Set(intents)].map((payment_intent) => ({ payment_intent, purchase_id, amount_vnd })),
  );
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.warn(`Purchase ${purchase_id} ends without Stripe, which has no key: ${intents.join()}`);
}

/** Whether a key that was taken away is not waited for any longer. */
function isDeserted(pay_until: Date | null, now: Date): boolean {
  return pay_until !== null && now.getTime() - pay_until.getTime() > DESERTED_HOURS * 3_600_000;
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
  return { purchase, payments, collection };
}
