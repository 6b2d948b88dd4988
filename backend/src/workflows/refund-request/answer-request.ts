import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { notFound, refuse } from "../../lib/errors";
import type { RequestActor, RequestDeed } from "../../modules/refund-request/service";
import { orderOfRequest } from "./order-of-request";
import { payRequestWorkflow } from "./pay-request";
import { refundRequestService } from "./request-service";

/** What a producer's member can say. */
export type ProducerDeed =
  | { name: "accept" }
  | { name: "decline"; text: string }
  | { name: "receive"; is_sound: boolean };
export type AnswerRequestInput = {
  /** The request must be this producer's, else it is not found. */
  producer_id: string;
  request_id: string;
  deed: ProducerDeed;
  actor: RequestActor;
};

/**
 * Nothing after it can fail: paying keeps its failures and is tried again, so there is no undo. An
 * order that left meanwhile can't be called off by accepting (`order_already_shipped`).
 */
const takeAnswerStep = createStep(
  "take-answer",
  async ({ producer_id, request_id, deed, actor }: AnswerRequestInput, { container }) => {
    const service = refundRequestService(container);
    const request = await service.find(request_id);
    if (request?.producer_id !== producer_id) notFound("request");
    const { order, can_call_off } = await orderOfRequest(container, request);
    if (deed.name === "accept" && request.state === "open" && request.is_whole) {
      if (!can_call_off && !order.cancelled_at) {
        refuse(
          "order_already_shipped",
          "It can't be called off any more: decline and say so, the operator decides",
        );
      }
    }
    if (deed.name === "accept" && request.state === "open" && order.refused_at) {
      const lines = await service.listLines(request_id);
      if (lines.some(({ is_visit }) => !is_visit)) refuseRefused();
    }
    const done: RequestDeed =
      deed.name === "accept" ? { ...deed, most_vnd: order.collected_vnd } : deed;
    const { is_repeat } = await service.act(request_id, done, actor);
    return new StepResponse({ is_repeat });
  },
);

/** Its goods' price goes back with the parcel, and must not go twice. */
function refuseRefused(): never {
  refuse(
    "order_already_refused",
    "The parcel came back, and its price goes back with it: decline, the operator decides the rest",
  );
}

/**
 * A producer accepts or declines what a buyer asks, or has the goods back. When money is due after
 * it, it is given back at once. Refuses `request_decided`, `order_already_shipped`,
 * `order_already_refused`. Emits refund_request.changed.
 */
export const answerRequestWorkflow = createWorkflow(
  "answer-request",
  (input: AnswerRequestInput) => {
    const taken = takeAnswerStep(input);
    const of = transform({ input }, ({ input }) => ({ id: input.request_id }));
    payRequestWorkflow.runAsStep({ input: of });
    return new WorkflowResponse(taken);
  },
);
