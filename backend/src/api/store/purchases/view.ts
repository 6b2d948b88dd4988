import { addressLines } from "@cho-lang/shared/address";
import { communeByCode } from "@cho-lang/shared/communes";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import { historyOf, progressOf } from "@cho-lang/shared/domain/order-progress";
import type { Language } from "@cho-lang/shared/language";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { OrderLineSnapshot, Purchase, PurchaseOrder } from "../../../modules/purchase/service";
import { orderTracking } from "../../../reports/producer-orders";
import { invoiceDetailsOf } from "../../../reports/receipt";
import { requestStates } from "../../../reports/refund-requests";
import { loadOrderVisits, type OrderVisit } from "../../../workflows/booking/load-order-visits";
import { ticketToken } from "../../../workflows/booking/ticket-link";
import { purchaseService } from "../../../workflows/purchase/claim";
import { payWithOf } from "./pay-with";

type Order = PurchaseView["orders"][number];
type Tracking = Order["tracking"];
type Maker = { id: string; handle: string; name: string; phone: string | null };

/** A purchase as its buyer sees it: one part for each producer, each where it stands. */
export async function loadPurchaseView(
  container: MedusaContainer,
  purchase: Purchase,
  lang: Language,
): Promise<PurchaseView> {
  const service = purchaseService(container);
  const orders = await service.listOrders({ purchase_ids: [purchase.id] });
  const ids = orders.map(({ order_id }) => order_id);
  const [lines, visits, makers, tracking, invoice, requests] = await Promise.all([
    service.listLines(ids),
    loadOrderVisits(container, ids),
    loadMakers(container, [...new Set(orders.map(({ producer_id }) => producer_id))]),
    loadTracking(ids),
    invoiceDetailsOf(purchase.id),
    requestStates(ids),
  ]);
  const isReturned = purchase.status === "failed" && purchase.paid_at !== null;
  const refunded_vnd = orders.reduce(
    (sum, order) => sum + order.refunded_vnd,
    isReturned ? purchase.total_vnd : 0,
  );
  const pay = await payWithOf(container, purchase);
  const due_vnd = orders.reduce((sum, order) => sum + order.due_vnd, 0);
  const paid_vnd = orders.reduce((sum, order) => sum + order.collected_vnd, 0);
  return {
    id: purchase.id,
    number: purchase.number,
    status: purchase.status,
    failure: purchase.status === "failed" ? purchase.failure : null,
    placed_at: purchase.placed_at?.toISOString() ?? null,
    email: purchase.email,
    address: {
      full_name: purchase.full_name,
      phone: purchase.phone,
      lines: linesOfAddress(purchase, lang),
    },
    payment: { provider: purchase.payment, due_vnd, paid_vnd, refunded_vnd, pay },
    orders: orders.map((order) =>
      orderOf(order, {
        placed_at: purchase.placed_at,
        lang,
        lines: lines.filter(({ order_id }) => order_id === order.order_id),
        visits,
        maker: makers.find(({ id }) => id === order.producer_id),
        tracking: tracking.get(order.order_id) ?? [],
        requests: requests
          .filter(({ order_id }) => order_id === order.order_id)
          .map(({ number, state }) => ({ number, state })),
      }),
    ),
    goods_vnd: purchase.goods_vnd,
    shipping_vnd: purchase.shipping_vnd,
    total_vnd: purchase.total_vnd,
    invoice,
  };
}

function linesOfAddress(purchase: Purchase, lang: Language): string[] {
  if (purchase.commune_code === "") return [];
  const commune = communeByCode(purchase.commune_code);
  return commune ? addressLines(purchase, commune, lang) : [purchase.street];
}

function orderOf(
  order: PurchaseOrder,
  more: {
    placed_at: Date | null;
    lang: Language;
    lines: OrderLineSnapshot[];
    visits: Map<string, OrderVisit>;
    maker: Maker | undefined;
    tracking: Tracking;
    requests: Order["requests"];
  },
): Order {
  const { lang, maker } = more;
  const shipping_name = lang === "en" ? order.shipping_name_en : order.shipping_name_vi;
  return {
    number: order.number,
    producer: {
      handle: maker?.handle ?? "",
      name: maker?.name ?? "",
      phone: maker?.phone ?? null,
    },
    progress: progressOf(order),
    history: more.placed_at ? historyOf({ ...order, placed_at: more.placed_at }) : [],
    tracking: more.tracking,
    requests: more.requests,
    lines: more.lines.map((line) => lineOf(line, more.visits.get(line.line_item_id), lang)),
    has_parcel: order.has_parcel,
    shipping: shipping_name ? { name: shipping_name, price_vnd: order.shipping_vnd } : null,
    goods_vnd: order.goods_vnd,
    total_vnd: order.total_vnd,
    due_vnd: order.due_vnd,
    missing_vnd: order.missing_vnd,
    cancel_reason: order.cancel_reason,
    refuse_reason: order.refuse_reason,
  };
}

function lineOf(
  line: OrderLineSnapshot,
  visit: OrderVisit | undefined,
  lang: Language,
): Order["lines"][number] {
  const english = lang === "en";
  const { picture } = line;
  return {
    title: english ? line.title_en : line.title_vi,
    handle: line.handle,
    unit: english ? line.unit_en : line.unit_vi,
    quantity: line.quantity,
    price_vnd: line.price_vnd,
    total_vnd: line.total_vnd,
    picture: picture && {
      url: picture.src,
      width: picture.width,
      height: picture.height,
      alt: english ? picture.alt_en : picture.alt_vi,
    },
    stars: line.stars,
    visit: visit ? visitOf(visit, lang) : null,
  };
}

function visitOf(
  { booking, option }: OrderVisit,
  lang: Language,
): NonNullable<Order["lines"][number]["visit"]> {
  return {
    uuid: booking.uuid,
    token: ticketToken(booking.uuid),
    status: booking.status,
    starts_at: booking.departure.starts_at.toISOString(),
    party: booking.party.map(({ kind, count }) => ({ kind, count })),
    pax: booking.pax,
    meeting_point: (lang === "en" ? option?.meeting_point_en : option?.meeting_point_vi) ?? "",
  };
}

/** Names of producers by id, of those that still exist. */
export async function loadMakers(container: MedusaContainer, ids: string[]): Promise<Maker[]> {
  if (ids.length === 0) return [];
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const fields = ["id", "handle", "name", "phone"];
  const { data } = await query.graph({ entity: "producer", fields, filters: { id: ids } });
  return data as unknown as Maker[];
}

async function loadTracking(orderIds: string[]): Promise<Map<string, Tracking>> {
  const found = orderIds.map(async (id) => [id, await orderTracking(id)] as const);
  return new Map(await Promise.all(found));
}
