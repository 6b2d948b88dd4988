import { StepResponse } from "@medusajs/framework/workflows-sdk";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";
import { PURCHASE_MODULE } from "../../modules/purchase";
import type PurchaseModuleService from "../../modules/purchase/service";

/**
 * Medusa's cancellation, by whatever way it came, is the producer's order's too: nothing is due any
 * more. After our own workflow the step was taken before and this changes nothing. The undo of a
 * cancellation that failed later gives the step back.
 */
cancelOrderWorkflow.hooks.orderCanceled(
  async ({ order }, { container }) => {
    const purchases = container.resolve<PurchaseModuleService>(PURCHASE_MODULE);
    const taken = await purchases.takeStep(order.id, "cancel", {
      at: new Date(),
      cancel_reason: "other",
      cancel_note: "",
    });
    return new StepResponse(undefined, taken?.before);
  },
  async (before, { container }) => {
    if (!before) return;
    await container.resolve<PurchaseModuleService>(PURCHASE_MODULE).undoStep(before, "cancel");
  },
);
