import type { MedusaContainer } from "@medusajs/framework/types";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { refuse } from "../../lib/errors";
import { messageOf } from "../../lib/message-of";
import { findRefund } from "../../modules/purchase";
import type { PurchaseOrder } from "../../modules/purchase/service";
import type { RefundRequest } from "../../modules/refund-request/service";
import { RefundRequestEvents } from "../events";
import { cancelProducerOrderWorkflow } from "../order/cancel-order";
import { refundOrderWorkflow } from "../order/refund-order";
import { callOffVisits } from "./call-off-visits";
import { accountOf, nameAccountOf } from "./name-account";
import { orderOfRequest } from "./order-of-request";
import { refundRequestService } from "./request-service";

/** Who acts in the books of Medusa and of the bookings: one who stays the same at every try. */
const ACTOR = "refund-request";

/** What will not be otherwise at the next try: the operator has to decide anew. */
const HOPELESS: readonly string[] = [
  "order_already_shipped",
  "order_already_visited",
  "visit_already_happened",
  "refund_too_much",
  "goods_not_of_order",
  "goods_not_sent",
];
const LONGEST_FAILURE = 500;

/**
 * Does what was granted. Never throws for what the deed refuses: the failure is kept in the request,
 * the operator sees it, and the job tries again; what can't ever be done goes back to the operator.
 */
const payRequestStep = createStep("pay-request", async ({ id }: { id: string }, { container }) => {
  const service = refundRequestService(container);
  const request = await service.find(id);
  if (request?.state !== "paying") return new StepResponse({ is_paid: false });
  await service.noteTry(id, null);
  const by = { id: ACTOR, name: "payment" };
  try {
    await pay(container, request);
    await nameAccountOf(container, request);
  } catch (error) {
    const text = failureOf(error);
    if (HOPELESS.includes(codeOf(error))) await service.act(id, { name: "fail", text }, by);
    else await service.noteTry(id, text);
    return new StepResponse({ is_paid: false });
  }
  await service.act(id, { name: "pay" }, by);
  return new StepResponse({ is_paid: true });
});

const refundKey = ({ id }: RefundRequest) => `request:${id}`;

/**
 * Every way is found again by a repeat: cancelling is a repeat by itself, a refund by its key. Two
 * workers who pay the same request at once give the money back once. A refund that was begun is
 * ended as a refund: what it has given back lowers what was collected, and must not look like all.
 */
async function pay(container: MedusaContainer, request: RefundRequest): Promise<void> {
  if (!request.is_whole) return refund(container, request);
  const { order, can_call_off, left_at } = await orderOfRequest(container, request);
  const isBegun = (await findRefund(refundKey(request))) !== null;
  const isAll = !isBegun && (request.granted_vnd ?? 0) >= order.collected_vnd;
  if (order.cancelled_at) {
    if (isBegun) return refund(container, request);
    // Nothing is collected any more: a cancellation that died before its refund is ended. What is
    // still collected is what the producer keeps of visits that were called off.
    return order.collected_vnd === 0 ? cancelOrder(container, order) : undefined;
  }
  if (can_call_off && isAll) return cancelOrder(container, order);
  if (can_call_off && !order.has_parcel) {
    return callOffVisits(container, {
      order,
      actor: ACTOR,
      refund: () => refund(container, request),
    });
  }
  if (!can_call_off && !isBegun) refuseLeft(request, left_at);
  await refund(container, request);
}

/** Calling off was granted, and the parcel left or a guest came before it was done. */
function refuseLeft({ decision_deed, decided_at }: RefundRequest, left_at: Date | null): void {
  const isKnown = decision_deed === "grant" && decided_at && left_at && left_at <= decided_at;
  if (isKnown) return;
  refuse(
    "order_already_shipped",
    "The parcel left, or a guest came, before it was called off: decide anew what goes back",
  );
}

async function cancelOrder(
  container: MedusaContainer,
  { producer_id, order_id }: PurchaseOrder,
): Promise<void> {
  const cancel = { reason: "buyer_asked" as const, note: "" };
  await cancelProducerOrderWorkflow(container).run({
    input: { producer_id, order_id, actor_id: ACTOR, cancel },
  });
}

/** Money, and the goods that came back. Nothing is left to do for a request of 0 đồng. */
async function refund(container: MedusaContainer, request: RefundRequest): Promise<void> {
  const { id, order_id, number } = request;
  const amount_vnd = request.granted_vnd ?? 0;
  const lines = request.received_at ? await refundRequestService(container).listLines(id) : [];
  const goods = lines.map(({ line_item_id, quantity }) => ({ line_item_id, quantity }));
  if (amount_vnd === 0 && goods.length === 0) return;
  await refundOrderWorkflow(container).run({
    input: {
      order_id,
      key: refundKey(request),
      amount_vnd,
      goods,
      is_sound: request.is_sound ?? false,
      payee: accountOf(request),
      actor_id: ACTOR,
      note: number,
    },
  });
}

function codeOf(error: unknown): string {
  const isCoded = typeof error === "object" && error !== null && "code" in error;
  return isCoded ? String(error.code ?? "") : "";
}

function failureOf(error: unknown): string {
  const message = messageOf(error);
  const code = codeOf(error);
  return (code ? `${code}: ${message}` : message).slice(0, LONGEST_FAILURE);
}

/**
 * Gives back what was granted to a request that is `paying`; harmless at any time. Emits
 * refund_request.changed, also for what was done to the request just before.
 */
export const payRequestWorkflow = createWorkflow("pay-request", (input: { id: string }) => {
  const paid = payRequestStep(input);
  emitEventStep({
    eventName: RefundRequestEvents.CHANGED,
    data: transform({ input }, ({ input }) => ({ id: input.id })),
  });
  return new WorkflowResponse(paid);
});
