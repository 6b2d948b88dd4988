import type { DecideRequest } from "@cho-lang/shared/contracts/operator-refund-requests";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { notFound } from "../../lib/errors";
import type { RequestActor } from "../../modules/refund-request/service";
import { orderOfRequest } from "./order-of-request";
import { payRequestWorkflow } from "./pay-request";
import { refundRequestService } from "./request-service";

export type DecideRequestInput = {
  request_id: string;
  decision: DecideRequest;
  actor: RequestActor;
};

/** Nothing after it can fail: paying keeps its failures and is tried again, so there is no undo. */
const takeDecisionStep = createStep(
  "take-decision",
  async ({ request_id, decision, actor }: DecideRequestInput, { container }) => {
    const service = refundRequestService(container);
    const request = await service.find(request_id);
    if (!request) notFound("The request");
    const { note: text } = decision;
    if (decision.deed === "refuse") {
      await service.act(request_id, { name: "refuse", text }, actor);
      return new StepResponse(request_id);
    }
    const { amount_vnd, goods_back } = decision;
    const { order } = await orderOfRequest(container, request);
    const most_vnd = order.collected_vnd;
    await service.act(request_id, { name: "grant", amount_vnd, most_vnd, goods_back, text }, actor);
    return new StepResponse(request_id);
  },
);

/**
 * The operator decides what producer and buyer could not: how much goes back, with or without the
 * goods, or nothing. Of an order that was to be called off, less than all that was paid calls off
 * visits and keeps the rest; goods that were not sent stay ordered then, and the buyer gets only the
 * money. Refuses `request_decided`, `grant_too_much`. Emits refund_request.changed.
 */
export const decideRequestWorkflow = createWorkflow(
  "decide-request",
  (input: DecideRequestInput) => {
    const id = takeDecisionStep(input);
    const of = transform({ id }, ({ id }) => ({ id }));
    payRequestWorkflow.runAsStep({ input: of });
    return new WorkflowResponse(id);
  },
);
