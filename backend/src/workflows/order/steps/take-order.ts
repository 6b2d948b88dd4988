import type { CancelBody, DeliverBody, RefuseBody } from "@cho-lang/shared/contracts/producer";
import { judgeStep } from "@cho-lang/shared/domain/order-progress";
import type { OrderStep } from "@cho-lang/shared/domain/purchase";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../../lib/errors";
import { PURCHASE_MODULE } from "../../../modules/purchase";
import type PurchaseModuleService from "../../../modules/purchase/service";
import { expectSameCash, missingOf } from "../cash-at-door";

/** Who acts on which order. The order must be this producer's, else it is not found. */
export interface OrderDeed {
  producer_id: string;
  order_id: string;
  /** The member who acts. */
  actor_id: string;
}

/** A step with what its button asked for. */
export interface TakeOrderInput extends OrderDeed {
  step: OrderStep;
  cancel?: CancelBody;
  deliver?: DeliverBody;
  refuse?: RefuseBody;
}

/** Tries after losing against another member; each loss means that the order moved on. */
const TRIES = 4;

/**
 * Moves the order one step on, in one statement that only one of two members can win; the other
 * looks again and is either answered as a repeat or refused with the code of `judgeStep`. A delivery
 * with another amount than before is refused too. The undo moves it back.
 */
export const takeOrderStep = createStep(
  "take-order",
  async (
    input: TakeOrderInput,
    { container },
  ): Promise<StepResponse<{ is_repeat: boolean }, TakenStep>> => {
    const purchases = container.resolve<PurchaseModuleService>(PURCHASE_MODULE);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = await purchases.findOrderOfProducer(input.producer_id, input.order_id);
      if (!found) notFound("order");
      const verdict = judgeStep(found.order, input.step);
      if (verdict.kind === "refuse") refuse(verdict.code, verdict.message);
      const missing_vnd = input.deliver ? missingOf(found.order, input.deliver) : 0;
      if (verdict.kind === "repeat") {
        if (input.deliver) await expectSameCash(found.order, missing_vnd);
        return new StepResponse({ is_repeat: true });
      }
      const taken = await purchases.takeStep(input.order_id, input.step, {
        at: new Date(),
        ...(input.cancel && { cancel_reason: input.cancel.reason, cancel_note: input.cancel.note }),
        ...(input.refuse && { refuse_reason: input.refuse.reason, refuse_note: input.refuse.note }),
        ...(input.deliver && {
          short: { missing_vnd, note: input.deliver.note, reported_by: input.actor_id },
        }),
      });
      if (taken) {
        return new StepResponse({ is_repeat: false }, { before: taken.before, step: input.step });
      }
    }
    refuse("order_busy", "Others are changing this order right now. Try again.");
  },
  async (taken, { container }) => {
    if (!taken) return;
    const purchases = container.resolve<PurchaseModuleService>(PURCHASE_MODULE);
    await purchases.undoStep(taken.before, taken.step);
  },
);

type TakenStep = {
  before: Parameters<PurchaseModuleService["undoStep"]>[0];
  step: OrderStep;
};
