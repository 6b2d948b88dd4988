import type { OrderRefundRequests } from "@cho-lang/shared/contracts/refund-request";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import { findPurchase, type PurchaseLink } from "../purchase/purchase.server";
import { findRefundRequests } from "./refund-request.server";

export type RequestPageFacts = OrderRefundRequests & {
  purchase: { id: string; number: string; signature: string | null; provider: PaymentMethod };
  producerPhone: string | null;
};

/** What the page of an order's requests shows; null when the link opens no such order. */
export async function loadRequestPage(
  link: PurchaseLink,
  number: string,
): Promise<RequestPageFacts | null> {
  const [view, found] = await Promise.all([findPurchase(link), findRefundRequests(link, number)]);
  if (!view || !found) return null;
  const order = view.orders.find((each) => each.number === found.choice.order.number);
  return {
    ...found,
    purchase: {
      id: view.id,
      number: view.number,
      signature: link.signature,
      provider: view.payment.provider,
    },
    producerPhone: order?.producer.phone ?? null,
  };
}
