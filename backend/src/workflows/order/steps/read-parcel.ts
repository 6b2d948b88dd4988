import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";

/** What Medusa knows of the one parcel of an order. */
export interface Parcel {
  fulfillment_id: string | null;
  is_shipped: boolean;
  is_delivered: boolean;
  tracking_numbers: string[];
  /** All goods of the order; what needs no shipping is not among them. */
  items: { id: string; quantity: number }[];
  is_cancelled: boolean;
}

/** Reads an order's parcel afresh, so that a repeat finishes what an earlier try began. */
export const readParcelStep = createStep(
  "read-parcel",
  async (input: { order_id: string }, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const { data } = await query.graph({
      entity: "order",
      fields: [
        "id",
        "status",
        "items.id",
        "items.detail.quantity",
        "items.requires_shipping",
        "fulfillments.id",
        "fulfillments.canceled_at",
        "fulfillments.shipped_at",
        "fulfillments.delivered_at",
        "fulfillments.labels.tracking_number",
      ],
      filters: { id: input.order_id },
    });
    const [order] = data as unknown as OrderShape[];
    if (!order) throw new Error(`Order ${input.order_id} is in the fence but not in Medusa.`);
    const parcel = (order.fulfillments ?? []).find(({ canceled_at }) => !canceled_at);
    return new StepResponse<Parcel>({
      fulfillment_id: parcel?.id ?? null,
      is_shipped: Boolean(parcel?.shipped_at),
      is_delivered: Boolean(parcel?.delivered_at),
      tracking_numbers: (parcel?.labels ?? []).map(({ tracking_number }) => tracking_number),
      items: order.items
        .filter(({ requires_shipping }) => requires_shipping)
        .map(({ id, detail }) => ({ id, quantity: Number(detail.quantity) })),
      is_cancelled: order.status === "canceled",
    });
  },
);

type Instant = string | Date | null;
type OrderShape = {
  id: string;
  status: string;
  items: { id: string; detail: { quantity: number }; requires_shipping: boolean }[];
  fulfillments?: {
    id: string;
    canceled_at: Instant;
    shipped_at: Instant;
    delivered_at: Instant;
    labels?: { tracking_number: string }[];
  }[];
};
