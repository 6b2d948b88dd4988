import { isRequestEnded } from "@cho-lang/shared/domain/refund-request";
import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { RefundRequestEvents } from "../events";
import { purchaseService } from "../purchase/claim";
import { refundRequestService } from "./request-service";

/** Whether an order is cancelled because its buyer's request for that was granted. */
export async function isCalledOffByRequest(
  container: MedusaContainer,
  order_id: string,
): Promise<boolean> {
  const requests = await refundRequestService(container).listOfOrders([order_id]);
  return requests.some(
    ({ is_whole, state, answer_deed, decision_deed }) =>
      is_whole &&
      (state === "paying" || state === "refunded") &&
      (answer_deed === "accept" || decision_deed === "grant"),
  );
}

const endRequestsStep = createStep("end-requests", async (order_id: string, { container }) => {
  const service = refundRequestService(container);
  const [order] = await purchaseService(container).listOrders({ order_ids: [order_id] });
  const requests = await service.listOfOrders([order_id]);
  const open = requests.filter(({ state, is_whole }) => is_whole && !isRequestEnded(state));
  if (!order?.cancelled_at) return new StepResponse([]);
  for (const { id } of open) {
    const deed = { name: "call_off" as const, refunded_vnd: order.refunded_vnd };
    await service.act(id, deed, { id: "payment", name: "payment" });
  }
  return new StepResponse(open.map(({ id }) => id));
});

/**
 * What a buyer asked to call off was cancelled otherwise, with all its money given back: there is
 * nothing left to answer. One that is being paid is left to that; a repeat changes nothing.
 * Emits refund_request.changed.
 */
export const endRequestsWorkflow = createWorkflow("end-requests", (input: { order_id: string }) => {
  const ids = endRequestsStep(transform({ input }, ({ input }) => input.order_id));
  when("some-ended", { ids }, ({ ids }) => ids.length > 0).then(() => {
    emitEventStep({
      eventName: RefundRequestEvents.CHANGED,
      data: transform({ ids }, ({ ids }) => ids.map((id) => ({ id }))),
    });
  });
  return new WorkflowResponse(ids);
});
