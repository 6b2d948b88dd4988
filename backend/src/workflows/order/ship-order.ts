import type { ShipBody } from "@cho-lang/shared/contracts/producer";
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import {
  acquireLockStep,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows";
import { OrderEvents } from "../events";
import { orderLock } from "./order-lock";
import { type Parcel, readParcelStep } from "./steps/read-parcel";
import { refuseOtherTrackingStep } from "./steps/refuse-other-tracking";
import { type OrderDeed, takeOrderStep } from "./steps/take-order";

export type ShipOrderInput = OrderDeed & ShipBody;

/**
 * The carrier has the parcel. The step is taken first, so that it excludes a cancellation at the
 * same moment; then Medusa's fulfilment takes the goods out of stock and its shipment keeps the
 * tracking number. Whatever of this exists already is not made again: a repeat after a crash
 * finishes the work, a repeat with another number is refused (order_already_shipped). Emits
 * order.shipped.
 */
export const shipOrderWorkflow = createWorkflow("ship-order", (input: ShipOrderInput) => {
  acquireLockStep(transform({ input }, ({ input }) => orderLock(input)));
  const taken = takeOrderStep(transform({ input }, shipStep));
  const before = readParcelStep({ order_id: input.order_id });
  refuseOtherTrackingStep({ parcel: before, tracking_number: input.tracking_number });

  when("no-fulfillment", { before }, ({ before }) => before.fulfillment_id === null).then(() => {
    createOrderFulfillmentWorkflow.runAsStep({ input: transform({ input, before }, fulfillment) });
  });
  const packed = readParcelStep({ order_id: input.order_id }).config({ name: "read-packed" });
  when("not-shipped", { packed }, ({ packed }) => !packed.is_shipped).then(() => {
    createOrderShipmentWorkflow.runAsStep({ input: transform({ input, packed }, shipment) });
  });

  emitEventStep({ eventName: OrderEvents.SHIPPED, data: { id: input.order_id } });
  releaseLockStep(transform({ input }, ({ input }) => ({ key: orderLock(input).key })));
  return new WorkflowResponse(taken);
});

function shipStep({ input }: { input: ShipOrderInput }) {
  const { producer_id, order_id, actor_id } = input;
  return { producer_id, order_id, actor_id, step: "ship" as const };
}

function fulfillment({ input, before }: { input: ShipOrderInput; before: Parcel }) {
  return {
    order_id: input.order_id,
    items: before.items,
    created_by: input.actor_id,
    metadata: { carrier: input.carrier },
  };
}

function shipment({ input, packed }: { input: ShipOrderInput; packed: Parcel }) {
  return {
    order_id: input.order_id,
    fulfillment_id: packed.fulfillment_id ?? "",
    items: packed.items,
    created_by: input.actor_id,
    labels: [{ tracking_number: input.tracking_number, tracking_url: "", label_url: "" }],
  };
}
