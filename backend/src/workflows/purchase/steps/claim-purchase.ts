import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { MedusaContainer } from "@medusajs/framework/types";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { env } from "../../../lib/env";
import { refuse } from "../../../lib/errors";
import { addressHash } from "../../../modules/booking";
import { leaseMs, mustGiveUp } from "../../../modules/purchase";
import type { Purchase } from "../../../modules/purchase/service";
import { loadWholeCart } from "../../checkout/load-priced-cart";
import { type Claim, purchaseService, undoDeed } from "../claim";
import { deeds } from "../deeds";
import { giveUp } from "../give-up";
import { planPurchase } from "../plan-purchase";

const pollMs = 100;
/** Somebody else's attempt is waited for until its lease must have run out. */
const patienceMs = leaseMs + 5_000;

/** Which cart is completed, and whether only a purchase that has begun may be carried on. */
export type Completing = {
  cart_id: string;
  /**
   * Whoever only looks after a purchase says so: one that was given up meanwhile is then refused
   * (`purchase_ended`) and not begun anew, which is the buyer's to do.
   */
  is_begun?: boolean;
  /** The network address that buys; null or missing when nobody knows it. */
  address?: string | null;
};

/**
 * Puts up the fence of a cart, or finds what is already behind it. Waits for whoever is at it. What
 * somebody began to give up is given up first; then the cart is free.
 */
export async function claimPurchase(
  container: MedusaContainer,
  cart_id: string,
  { is_begun = false, address = null }: Omit<Completing, "cart_id"> = {},
): Promise<Claim> {
  const service = purchaseService(container);
  const token = randomUUID();
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    let found: Awaited<ReturnType<typeof service.openFence>> = await service.approachFence(
      cart_id,
      token,
    );
    if (found.state === "free") {
      if (is_begun)
        refuse("purchase_ended", "This purchase has ended: its cart can be bought anew");
      const draft = planPurchase(await loadWholeCart(container, cart_id));
      const address_hash = address === null ? null : addressHash(address, env.SIGNING_SECRET);
      const purchase = { ...draft.purchase, address_hash };
      found = await service.openFence({ ...draft, purchase }, token);
    }
    if (found.state === "opened") {
      return { purchase_id: found.purchase_id, cart_id, token, is_resumed: false };
    }
    if (found.state === "resumed") {
      const claim = { purchase_id: found.purchase.id, cart_id, token, is_resumed: true };
      if (found.purchase.given_up === null) return claim;
      await giveUp(container, claim, found.purchase.given_up);
      continue;
    }
    if (found.state === "placed") {
      return { purchase_id: found.purchase.id, cart_id, token: null, is_resumed: false };
    }
    if (Date.now() > giveUpAt) {
      refuse("checkout_busy", "This cart is being completed by another request: ask again soon");
    }
    await sleep(pollMs);
  }
}

/**
 * The fence comes first. When a later step fails the purchase is marked failed, last of all. A
 * purchase that somebody else began may be further than the step that failed here: all of it is
 * undone then, because this workflow undoes only what it has done itself. An awaiting purchase goes
 * on waiting instead, unless it is one that can never be made.
 */
export const claimPurchaseStep = createStep(
  "claim-purchase",
  async (input: Completing, { container }) => {
    const claim = await claimPurchase(container, input.cart_id, input);
    return new StepResponse(claim, claim);
  },
  async (claim, { container }) => {
    if (!claim?.token) return;
    const service = purchaseService(container);
    const purchase = await service.findPurchase(claim.purchase_id);
    if (purchase?.status === "awaiting") {
      await goOnWaiting(container, { ...claim, token: claim.token }, purchase);
      return;
    }
    const begun = claim.is_resumed ? [...deeds].reverse() : [];
    for (const deed of begun) await undoDeed(deed, claim, container);
    await service.markFailed(claim.purchase_id, claim.token, "compensated");
  },
);

async function goOnWaiting(
  container: MedusaContainer,
  claim: Claim & { token: string },
  purchase: Purchase,
): Promise<void> {
  const service = purchaseService(container);
  const { purchase_id, token } = claim;
  if (!(await service.renewLease(purchase_id, token))) return;
  if (mustGiveUp(purchase, new Date())) {
    await giveUp(container, claim, purchase.failure ?? "impossible");
  } else {
    await service.markAwaiting(purchase_id, token);
  }
}
