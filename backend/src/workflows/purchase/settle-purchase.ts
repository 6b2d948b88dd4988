import { randomUUID } from "node:crypto";
import type { PurchaseStatus } from "@cho-lang/shared/domain/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { notFound } from "../../lib/errors";
import { messageOf } from "../../lib/message-of";
import type { Purchase } from "../../modules/purchase/service";
import { purchaseService } from "./claim";
import { completePurchaseWorkflow } from "./complete-purchase";
import { giveUp } from "./give-up";
import { mayBePaid } from "./received-money";

/** What is to be done: look whether the money came, or end the waiting. */
type Settling = { id: string; abandon: boolean };

/** Rounds of ending and completing; each means that money came in the very moment. */
const rounds = 3;

/**
 * Brings a purchase to where its money says, and answers where it stands then. Expected refusals of
 * making it are no errors here: the purchase says itself what became of it.
 */
const settleMoneyStep = createStep("settle-money", async (input: Settling, { container }) => {
  const service = purchaseService(container);
  for (let round = 0; round < rounds; round += 1) {
    const purchase = await service.findPurchase(input.id);
    if (!purchase) notFound("The purchase");
    if (purchase.status === "placed" || purchase.status === "failed") break;
    const end = endOf(purchase, input.abandon);
    if (end === null) {
      await lookForMoney(container, purchase);
      break;
    }
    const ended = await endWaiting(container, purchase, end);
    if (ended === "failed") break;
    if (ended === "paid") await complete(container, purchase);
  }
  const { status } = (await service.findPurchase(input.id)) as Purchase;
  return new StepResponse<{ id: string; status: PurchaseStatus }>({ id: input.id, status });
});

/** Why the waiting is to end now; null while it goes on or the money is there. */
function endOf(purchase: Purchase, abandon: boolean): string | null {
  const { status, paid_at, pay_until, given_up } = purchase;
  if (status !== "awaiting") return null;
  if (given_up !== null) return given_up;
  if (paid_at !== null) return null;
  if (abandon) return "abandoned";
  return pay_until !== null && pay_until < new Date() ? "expired" : null;
}

async function lookForMoney(container: MedusaContainer, purchase: Purchase): Promise<void> {
  if (purchase.status === "awaiting") {
    const isBusy = purchase.lease_until !== null && purchase.lease_until > new Date();
    if (isBusy || !(await mayBePaid(purchase))) return;
  }
  await complete(container, purchase);
}

/** Makes the orders if the money is there. What goes wrong is noted in the purchase and logged. */
async function complete(container: MedusaContainer, purchase: Purchase): Promise<void> {
  const { errors } = await completePurchaseWorkflow(container).run({
    input: { cart_id: purchase.cart_id, is_begun: true },
    throwOnError: false,
  });
  for (const { error } of errors) warn(container, `${purchase.id} could not be made`, error);
}

/** A provider that is away keeps the purchase from ending; the job tries it again. */
async function endWaiting(
  container: MedusaContainer,
  purchase: Purchase,
  reason: string,
): Promise<"given_up" | "paid" | "failed"> {
  const token = randomUUID();
  const found = await purchaseService(container).approachFence(purchase.cart_id, token);
  if (found.state !== "resumed") return "paid";
  const claim = { purchase_id: purchase.id, cart_id: purchase.cart_id, token, is_resumed: true };
  try {
    return await giveUp(container, claim, reason);
  } catch (error) {
    warn(container, `${purchase.id} could not be given up`, error);
    return "failed";
  }
}

function warn(container: MedusaContainer, what: string, error: unknown): void {
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Purchase ${what}: ${messageOf(error)}`);
}

/**
 * Looks whether the money of a purchase has come: makes its orders when it has, and gives it up when
 * the time to pay is over. Harmless at any time, by anybody, however often; cheap while nothing has
 * changed. Answers where the purchase stands; 404 for an unknown one.
 */
export const settlePurchaseWorkflow = createWorkflow("settle-purchase", (input: { id: string }) => {
  const settling = transform({ input }, ({ input }) => ({ ...input, abandon: false }));
  return new WorkflowResponse(settleMoneyStep(settling));
});

/**
 * The buyer gives up an awaiting purchase: its stock and seats are free, and its cart can be changed
 * and paid in another way. Against money that comes at the same moment exactly one of both wins; when
 * it is the money, the purchase is placed. Answers where it stands; 404 for an unknown one.
 */
export const abandonPurchaseWorkflow = createWorkflow(
  "abandon-purchase",
  (input: { id: string }) => {
    const settling = transform({ input }, ({ input }) => ({ ...input, abandon: true }));
    return new WorkflowResponse(settleMoneyStep(settling));
  },
);
