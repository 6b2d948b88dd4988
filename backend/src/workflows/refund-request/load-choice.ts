import { progressOf } from "@cho-lang/shared/domain/order-progress";
import type { MedusaContainer } from "@medusajs/framework/types";
import { notFound } from "../../lib/errors";
import { isPayerKnown } from "../../modules/payment-vietqr";
import type { OrderLineSnapshot, Purchase, PurchaseOrder } from "../../modules/purchase/service";
import {
  type AskedBefore,
  type Choice,
  choiceOf,
  type OrderFacts,
} from "../../modules/refund-request";
import { loadOrderVisits, type OrderVisit } from "../booking/load-order-visits";
import { purchaseService } from "../purchase/claim";
import { refundRequestService } from "./request-service";

/** An order about which its buyer asks, with what can be asked and what was. */
export interface LoadedChoice {
  order: PurchaseOrder;
  snapshots: OrderLineSnapshot[];
  facts: OrderFacts;
  asked: AskedBefore[];
  choice: Choice;
  needs_payee: boolean;
}

/** What can be asked for of a purchase's order now; 404 for a number that is not its. */
export async function loadChoice(
  container: MedusaContainer,
  of: { purchase: Purchase; order_number: string },
  now: Date,
): Promise<LoadedChoice> {
  const { purchase, order_number } = of;
  const service = purchaseService(container);
  const orders = await service.listOrders({ purchase_ids: [purchase.id] });
  const order = orders.find(({ number }) => number === order_number.toUpperCase());
  if (!order || purchase.status !== "placed") notFound("The order");
  const order_ids = [order.order_id];
  const [snapshots, visits, requests] = await Promise.all([
    service.listLines(order_ids),
    loadOrderVisits(container, order_ids),
    refundRequestService(container).listOfOrders(order_ids),
  ]);
  const facts = orderFacts(order, snapshots, visits);
  const asked = requests.map(({ state, lines }) => ({
    state,
    lines: lines.map(({ line_item_id: id, quantity }) => ({ id, quantity })),
  }));
  return {
    order,
    snapshots,
    facts,
    asked,
    choice: choiceOf(facts, asked, now),
    needs_payee: order.collected_vnd > 0 && (await hasNoWayBack(purchase)),
  };
}

/** An order as the rules of asking see it. */
export function orderFacts(
  order: PurchaseOrder,
  snapshots: OrderLineSnapshot[],
  visits: Map<string, OrderVisit>,
): OrderFacts {
  return {
    progress: progressOf(order),
    has_parcel: order.has_parcel,
    delivered_at: order.delivered_at,
    shipping_vnd: order.shipping_vnd,
    total_vnd: order.total_vnd,
    collected_vnd: order.collected_vnd,
    lines: snapshots.map(({ line_item_id: id, quantity, total_vnd }) => {
      const visit = visits.get(id);
      return { id, quantity, total_vnd, is_visit: visit !== undefined, visit: visitFacts(visit) };
    }),
  };
}

function visitFacts(visit: OrderVisit | undefined): OrderFacts["lines"][number]["visit"] {
  if (!visit) return null;
  const { booking, option } = visit;
  return {
    starts_at: booking.departure.starts_at,
    has_come: booking.status === "REDEEMED",
    is_cancelled: !["CONFIRMED", "REDEEMED"].includes(booking.status),
    policy: option?.policy ?? [],
  };
}

/** Cash has no way back, and a transfer has none when nobody knows from where it came. */
async function hasNoWayBack({ id, payment }: Purchase): Promise<boolean> {
  if (payment === "cod") return true;
  return payment === "vietqr" && !(await isPayerKnown(id));
}
