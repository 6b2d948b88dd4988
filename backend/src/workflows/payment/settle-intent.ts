import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types";
import { MedusaError, Modules } from "@medusajs/framework/utils";
import {
  holdsMoney,
  noteRefunds,
  type readIntent,
  returnStray,
  standingOf,
} from "../../modules/payment-stripe";
import { purchaseService } from "../purchase/claim";
import { completePurchaseWorkflow } from "../purchase/complete-purchase";

type Intent = Awaited<ReturnType<typeof readIntent>>;

/** What an intent is for: `stranger`s are of another installation with the same Stripe account. */
type Purpose =
  | { for: "stranger" | "nothing" }
  | { for: "purchase"; cart_id: string; is_placed: boolean; amount_vnd: number; isVnd: boolean };

async function purposeOf(container: MedusaContainer, { metadata }: Intent): Promise<Purpose> {
  const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT);
  const { session_id = "", purchase_id = "" } = metadata;
  const [session] = await payments.listPaymentSessions({ id: session_id });
  const purchase = await purchaseService(container).findPurchase(purchase_id);
  // Purchases are never deleted.
  if (!purchase) return { for: "stranger" };
  const isAwaited =
    session !== undefined &&
    purchase.payment_collection_id === session.payment_collection_id &&
    purchase.status !== "failed";
  if (!isAwaited) return { for: "nothing" };
  const { cart_id, status } = purchase;
  const money = { amount_vnd: Number(session.amount), isVnd: session.currency_code === "vnd" };
  return { for: "purchase", cart_id, is_placed: status === "placed", ...money };
}

/**
 * Completes the purchase that this money is for, or returns money that is for none any more.
 *
 * @throws `stripe_mismatch` for money that is not what we asked for.
 */
export async function settleIntent(
  container: MedusaContainer,
  intent: Intent,
): Promise<"completed" | "returned" | "ignored"> {
  if (!holdsMoney(intent)) return "ignored";
  const purpose = await purposeOf(container, intent);
  if (purpose.for === "nothing") {
    await returnStray(intent.id);
    await noteRefunds(intent);
    return "returned";
  }
  if (purpose.for !== "purchase") return "ignored";
  const { cart_id, is_placed, amount_vnd, isVnd } = purpose;
  const { session_id = "" } = intent.metadata;
  const standing = standingOf(intent, { session_id, amount_vnd });
  if (standing === "mismatch" || !isVnd) {
    const { UNEXPECTED_STATE } = MedusaError.Types;
    const message = `${intent.id} pays ${intent.amount} ${intent.currency}, asked were ${amount_vnd} vnd`;
    throw new MedusaError(UNEXPECTED_STATE, message, "stripe_mismatch");
  }
  if (standing !== "paid" || is_placed) return "ignored";
  await completePurchaseWorkflow(container).run({ input: { cart_id, is_begun: true } });
  return "completed";
}

/** Sees to it that an intent that is for nothing any more can't be paid, and holds no money. */
export async function closeIntent(container: MedusaContainer, intent: Intent): Promise<void> {
  if ((await purposeOf(container, intent)).for !== "nothing") return;
  await returnStray(intent.id);
  await noteRefunds(intent);
}
