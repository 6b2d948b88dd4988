import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type { Actor } from "../../../lib/actor";
import { PRODUCER_MODULE } from "../../../modules/producer";
import type { ShopDecision } from "../../../modules/producer/rules";
import type ProducerModuleService from "../../../modules/producer/service";

export interface DecideShopInput {
  producer_id: string;
  decision: ShopDecision;
  actor: Actor;
  reason: string | null;
}

/** Suspends or reopens a shop with its event; the undo restores state and history. */
export const decideShopStep = createStep(
  "decide-shop",
  async (input: DecideShopInput, { container }) => {
    const service = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
    const change = await service.decideAboutShop(input);
    return new StepResponse(change, change);
  },
  async (change, { container }) => {
    if (!change) return;
    await container.resolve<ProducerModuleService>(PRODUCER_MODULE).undoShopDecision(change);
  },
);
