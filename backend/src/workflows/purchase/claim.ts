import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { RefusalError, refuse } from "../../lib/errors";
import { messageOf } from "../../lib/message-of";
import { PURCHASE_MODULE } from "../../modules/purchase";
import type { OrderPlan } from "../../modules/purchase/plan";
import type PurchaseModuleService from "../../modules/purchase/service";
import type { Purchase } from "../../modules/purchase/service";

/** The right to make one purchase. Without a token there is nothing left to make. */
export type Claim = {
  purchase_id: string;
  cart_id: string;
  token: string | null;
  /** Somebody else began this purchase and died: deeds that were not done here may be done. */
  is_resumed: boolean;
};

/** One purchase while it is made: who it is for and what its orders are made from. */
export type Making = { purchase: Purchase; plan: OrderPlan[]; container: MedusaContainer };

/**
 * One thing that is done while a purchase is made. Both sides know what to do from the plan alone:
 * `run` finds what an attempt that crashed has left and completes it, `undo` removes whatever is
 * there, also after half a run.
 */
export type Deed = {
  name: string;
  /** What it made stays while a prepaid purchase waits; only giving that up undoes it. */
  isKept?: true;
  run(making: Making): Promise<void>;
  undo(making: Making): Promise<void>;
};

export function purchaseService(container: MedusaContainer): PurchaseModuleService {
  return container.resolve(PURCHASE_MODULE) as PurchaseModuleService;
}

/** Reads what is being made; null when somebody else has finished or given up. */
async function making(claim: Claim, container: MedusaContainer): Promise<Making | null> {
  const service = purchaseService(container);
  if (!claim.token || !(await service.renewLease(claim.purchase_id, claim.token))) return null;
  const purchase = await service.findPurchase(claim.purchase_id);
  return purchase?.plan ? { purchase, plan: purchase.plan, container } : null;
}

/** Does a deed once for the holder of the lease, and undoes it when it fails half-way. */
export async function runDeed(deed: Deed, claim: Claim, container: MedusaContainer): Promise<void> {
  if (!claim.token) return;
  const now = await making(claim, container);
  if (!now) {
    refuse("checkout_taken_over", "Another attempt is completing this cart: ask again");
  }
  try {
    await deed.run(now);
  } catch (error) {
    await noteFailure(claim, error, container);
    await undoDeed(deed, claim, container);
    throw error;
  }
}

/**
 * Notes why an awaiting purchase could not be made now. An expected refusal stays one however often
 * it is tried; everything else may pass.
 */
export async function noteFailure(
  { purchase_id, token }: Claim,
  error: unknown,
  container: MedusaContainer,
): Promise<void> {
  if (!token) return;
  const is_hopeless = error instanceof RefusalError;
  const code = is_hopeless ? String(error.code) : messageOf(error).slice(0, longestNote);
  await purchaseService(container).noteFailure({ purchase_id, token }, { code, is_hopeless });
}

const longestNote = 300;

/**
 * Undoes a deed for the holder of the lease; a worker that lost it leaves everything alone. What is
 * kept for an awaiting purchase stays until that is given up.
 */
export async function undoDeed(
  deed: Deed,
  claim: Claim,
  container: MedusaContainer,
): Promise<void> {
  const now = await making(claim, container);
  if (!now) return;
  const { status, given_up } = now.purchase;
  if (deed.isKept && status === "awaiting" && given_up === null) return;
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  logger.warn(`Undoing ${deed.name} of ${claim.purchase_id}`);
  await deed.undo(now);
}

/** A workflow step that does a deed and compensates by undoing it. */
export function stepOf(deed: Deed) {
  return createStep(
    deed.name,
    async (claim: Claim, { container }) => {
      await runDeed(deed, claim, container);
      return new StepResponse(undefined, claim);
    },
    async (claim, { container }) => {
      if (claim) await undoDeed(deed, claim, container);
    },
  );
}
