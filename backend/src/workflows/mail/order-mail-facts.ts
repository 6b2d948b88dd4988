import type { MedusaContainer } from "@medusajs/framework/types";
import { PRODUCER_MODULE } from "../../modules/producer";
import type ProducerModuleService from "../../modules/producer/service";
import { PURCHASE_MODULE, parcelCash } from "../../modules/purchase";
import type PurchaseModuleService from "../../modules/purchase/service";
import { purchaseLink } from "../purchase/signature";
import type { OrderMailFacts } from "./mail-texts";

type Order = Awaited<ReturnType<PurchaseModuleService["listOrders"]>>[number];

/** What every mail about one producer's order says; null when its purchase is not placed. */
export async function orderMailFacts(
  container: MedusaContainer,
  orderId: string,
): Promise<{
  order: Order;
  email: string;
  orderCount: number;
  /** What the carrier still collects; visits of the order are paid at the village. */
  door_due_vnd: number;
  facts: OrderMailFacts;
} | null> {
  const purchases = container.resolve<PurchaseModuleService>(PURCHASE_MODULE);
  const producers = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
  const [order] = await purchases.listOrders({ order_ids: [orderId] });
  if (!order) return null;
  const purchase = await purchases.findPurchase(order.purchase_id);
  if (purchase?.status !== "placed") return null;
  const [siblings, [producer]] = await Promise.all([
    purchases.listOrders({ purchase_ids: [purchase.id] }),
    producers.listProducers({ id: order.producer_id }, { take: 1 }),
  ]);
  return {
    order,
    email: purchase.email,
    orderCount: siblings.length,
    door_due_vnd: parcelCash(order).due_vnd,
    facts: {
      number: order.number,
      producer: producer?.name ?? "",
      link: purchaseLink(purchase.id, purchase.lang),
      language: purchase.lang,
    },
  };
}
