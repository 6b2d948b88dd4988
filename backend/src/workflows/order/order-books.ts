import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** One line of an order as Medusa's books have it. */
export interface BookedLine {
  id: string;
  variant_id: string | null;
  is_goods: boolean;
  /** Sent to the buyer, and of this what is back or on its way back. */
  sent: number;
  returned: number;
}

/** What Medusa knows of an order that money or goods go back of. */
export interface OrderBooks {
  /** What the order costs now, in whole đồng. */
  total_vnd: number;
  lines: BookedLine[];
  /** Where its parcel was sent from; null while nothing was sent. */
  location_id: string | null;
}

/** Reads an order's books afresh. @throws Error for an order that Medusa does not have. */
export async function readOrderBooks(
  container: MedusaContainer,
  order_id: string,
): Promise<OrderBooks> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "summary.*",
      "items.id",
      "items.variant_id",
      "items.requires_shipping",
      "items.detail.fulfilled_quantity",
      "items.detail.return_requested_quantity",
      "items.detail.return_received_quantity",
      "items.detail.return_dismissed_quantity",
      "fulfillments.id",
      "fulfillments.location_id",
      "fulfillments.canceled_at",
    ],
    filters: { id: order_id },
  });
  const [order] = data as unknown as OrderShape[];
  if (!order) throw new Error(`Order ${order_id} is in the fence but not in Medusa.`);
  const parcel = (order.fulfillments ?? []).find(({ canceled_at }) => !canceled_at);
  return {
    total_vnd: Number(order.summary.current_order_total),
    location_id: parcel?.location_id ?? null,
    lines: order.items.map(({ id, variant_id, requires_shipping, detail }) => ({
      id,
      variant_id,
      is_goods: requires_shipping,
      sent: Number(detail.fulfilled_quantity ?? 0),
      returned:
        Number(detail.return_requested_quantity ?? 0) +
        Number(detail.return_received_quantity ?? 0) +
        Number(detail.return_dismissed_quantity ?? 0),
    })),
  };
}

type Amount = number | string | null;
type OrderShape = {
  summary: { current_order_total: Amount };
  items: {
    id: string;
    variant_id: string | null;
    requires_shipping: boolean;
    detail: {
      fulfilled_quantity: Amount;
      return_requested_quantity: Amount;
      return_received_quantity: Amount;
      return_dismissed_quantity: Amount;
    };
  }[];
  fulfillments?: { id: string; location_id: string; canceled_at: string | Date | null }[];
};
