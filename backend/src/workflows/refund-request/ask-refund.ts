import type { AskRefundBody } from "@cho-lang/shared/contracts/refund-request";
import { answerBy } from "@cho-lang/shared/domain/refund-request";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { notFound } from "../../lib/errors";
import { RefundRequestEvents } from "../events";
import { purchaseService } from "../purchase/claim";
import { judgeAsk } from "./judge-ask";
import { loadChoice } from "./load-choice";
import { refundRequestService } from "./request-service";

export type AskRefundInput = { purchase_id: string; order_number: string; body: AskRefundBody };

/** Nothing follows that could fail, so there is no undo: a request that stands is answered. */
const storeRequestStep = createStep(
  "store-request",
  async ({ purchase_id, order_number, body }: AskRefundInput, { container }) => {
    const purchase = await purchaseService(container).findPurchase(purchase_id);
    if (!purchase) notFound("The purchase");
    const now = new Date();
    const loaded = await loadChoice(container, { purchase, order_number }, now);
    const worth = judgeAsk(loaded, body);
    const { order, facts, choice } = loaded;
    const payee = loaded.needs_payee ? body.payee : undefined;
    const stored = await refundRequestService(container).ask({
      ...worth,
      purchase_id,
      order_id: order.order_id,
      order_number: order.number,
      producer_id: order.producer_id,
      kind: body.kind,
      reason: body.reason,
      text: body.text,
      is_whole: choice.is_whole,
      payee_bank_bin: payee?.bank_bin ?? null,
      payee_account: payee?.account_number ?? null,
      payee_name: payee?.name ?? null,
      asked_at: now,
      answer_by: answerBy(facts.progress, now),
      photo_ids: body.photos,
    });
    return new StepResponse(stored.id);
  },
);

/**
 * A buyer asks for money back. What is asked for is worked out from the order as it stands now, so
 * that no form can name a sum. Refuses what `judgeAsk` and the module's `ask` refuse. Emits
 * refund_request.changed.
 */
export const askRefundWorkflow = createWorkflow("ask-refund", (input: AskRefundInput) => {
  const id = storeRequestStep(input);
  emitEventStep({
    eventName: RefundRequestEvents.CHANGED,
    data: transform({ id }, ({ id }) => ({ id })),
  });
  return new WorkflowResponse(id);
});
