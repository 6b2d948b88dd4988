import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { forEachInTurn } from "../../lib/each";
import { offeredMethods } from "../../lib/payment-providers";
import { closeLeftOpen, readIntent, selectLeftOpen } from "../../modules/payment-stripe";
import { closeIntent } from "./settle-intent";

/**
 * Cards' payments that were left open while STRIPE_API_KEY was away: with the key back none can be
 * paid any more, and what the buyers paid meanwhile goes back to them. Harmless to repeat; does
 * nothing without the key.
 */
export async function returnLeftOpen(container: MedusaContainer): Promise<void> {
  if (!offeredMethods().includes("stripe")) return;
  await forEachInTurn(await selectLeftOpen(), async (id) => {
    await closeIntent(container, await readIntent(id));
    await closeLeftOpen(id);
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.info(`The payment ${id}, left open without a key, is closed at Stripe`);
  });
}
