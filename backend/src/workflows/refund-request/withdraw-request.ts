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
import { refundRequestService } from "./request-service";

export type WithdrawRequestInput = { purchase_id: string; request_id: string };

const withdrawStep = createStep(
  "withdraw",
  async ({ purchase_id, request_id }: WithdrawRequestInput, { container }) => {
    const service = refundRequestService(container);
    const request = await service.find(request_id);
    if (request?.purchase_id !== purchase_id) notFound("The request");
    await service.act(request_id, { name: "withdraw" }, { id: "buyer", name: "buyer" });
    return new StepResponse(request.order_id);
  },
);

/** A buyer takes a request back before money or goods moved. Refuses `request_decided`. */
export const withdrawRequestWorkflow = createWorkflow(
  "withdraw-request",
  (input: WithdrawRequestInput) => {
    const order_id = withdrawStep(input);
    emitEventStep({
      eventName: RefundRequestEvents.CHANGED,
      data: transform({ input }, ({ input }) => ({ id: input.request_id })),
    });
    return new WorkflowResponse(order_id);
  },
);
