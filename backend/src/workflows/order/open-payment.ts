import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** An order's own payment in Medusa, with what was captured of it and by whom. */
export type OpenPayment = {
  id: string;
  canceled_at: string | Date | null;
  captures?: { amount: number; created_by: string | null }[];
};

/** The payment of an order that was not called off; null when it was, or never was. */
export async function openPaymentOf(
  container: MedusaContainer,
  order: { payment_collection_id: string },
): Promise<OpenPayment | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "payment_collection",
    fields: [
      "payments.id",
      "payments.canceled_at",
      "payments.captures.amount",
      "payments.captures.created_by",
    ],
    filters: { id: order.payment_collection_id },
  })) as unknown as { data: { payments?: OpenPayment[] }[] };
  return data[0]?.payments?.find(({ canceled_at }) => !canceled_at) ?? null;
}
