import { todayInVietnam } from "@cho-lang/shared/calendar";
import type {
  ProducerCertificate,
  ProducerMember,
  ProducerOrder,
  ProducerOrders,
  ProducerProductRow,
  ProducerProducts,
  ProducerToday,
} from "@cho-lang/shared/contracts/producer";
import {
  ACTIONS,
  type MemberRole,
  mayDo,
  type ProducerStatus,
} from "@cho-lang/shared/domain/producer";
import type { OrderProgress } from "@cho-lang/shared/domain/purchase";
import type { Language } from "@cho-lang/shared/language";
import { notFound } from "../../lib/errors";
import type ProducerModuleService from "../../modules/producer/service";
import { producerCertificates } from "../../reports/producer-certificates";
import {
  orderTracking,
  producerOpenOrders,
  producerOrderCounts,
  producerOrderFacts,
  producerOrderPage,
} from "../../reports/producer-orders";
import { producerProductFacts, producerProductPage } from "../../reports/producer-products";
import { invoiceDetailsOfOrder } from "../../reports/receipt";
import { requestsOfOrder } from "../../reports/refund-requests";
import { permissionFor } from "./access";
import { orderDetail, orderRow } from "./order-view";
import { certificateRow, productRow } from "./product-view";
import { requestsOf } from "./request-scope";
import { visitsOf } from "./visit-scope";

/** Orders shown on the page of the day; the list has the rest. */
const TODAY_ORDERS = 50;
/** A certificate is on the page of the day from this many days before to after its end. */
const CERTIFICATE_DAYS = 90;
const PAGE_SIZE = 20;

interface Member {
  id: string;
  name: string;
  email: string;
  role: MemberRole;
}
interface Producer {
  id: string;
  handle: string;
  name: string;
  status: ProducerStatus;
}

/**
 * All that a signed-in member can reach. Every read begins with the member's own producer, so a
 * handler has no way to name somebody else's row: `find` answers 404 for it.
 */
export type ProducerScope = ReturnType<typeof scopeOf>;

export function scopeOf(member: Member, producer: Producer, producers: ProducerModuleService) {
  const { id } = producer;
  const who = { role: member.role, status: producer.status };
  return {
    member: { id: member.id, name: member.name, email: member.email, role: member.role },
    producer: { id, handle: producer.handle, name: producer.name, status: producer.status },
    actions: Object.keys(ACTIONS).filter(
      (action) => permissionFor(who, action as keyof typeof ACTIONS).allowed,
    ),
    today: (language: Language, now: Date) => todayOf({ id, ...who }, language, now),
    orders: {
      list: (query: { progress: OrderProgress | null; page: number }, language: Language) =>
        listOrders(id, query, language),
      find: (orderId: string, language: Language) => findOrder(id, orderId, language),
    },
    requests: requestsOf(id, who),
    visits: visitsOf(id),
    products: {
      list: (query: { q: string; page: number }, language: Language) =>
        listProducts(id, query, language),
      find: (productId: string, language: Language) => findProduct(id, productId, language),
      facts: async (productId: string) =>
        (await producerProductFacts(id, productId)) ?? notFound("product"),
    },
    certifications: { list: () => listCertificates(id) },
    members: {
      list: () => listMembers(producers, { producer_id: id }),
      find: async (memberId: string) => {
        const [found] = await listMembers(producers, { producer_id: id, id: memberId });
        return found ?? notFound("member");
      },
    },
  };
}

async function todayOf(
  who: { id: string; role: MemberRole; status: ProducerStatus },
  language: Language,
  now: Date,
): Promise<ProducerToday> {
  const date = todayInVietnam(now);
  const readsOrders = mayDo(who.role, "read_orders");
  const [counts, orders, certificates, visits, waiting_requests] = await Promise.all([
    readsOrders ? producerOrderCounts(who.id) : null,
    readsOrders ? producerOpenOrders(who.id, TODAY_ORDERS) : [],
    mayDo(who.role, "read_certificates") ? producerCertificates(who.id) : [],
    mayDo(who.role, "read_visits")
      ? visitsOf(who.id).today(language, now)
      : { date, departures: [] },
    readsOrders ? requestsOf(who.id, who).waiting() : 0,
  ]);
  const none = { to_confirm: 0, to_pack: 0, to_ship: 0, refused: 0, due_vnd: 0 };
  const { due_vnd, ...waiting } = counts ?? none;
  return {
    date,
    counts: waiting,
    due_vnd,
    orders: orders.map((order) => orderRow(order, language, now)),
    requests: { waiting: waiting_requests },
    visits,
    certificates: certificates
      .map((certificate) => certificateRow(certificate, date))
      .filter(({ state }) => state === "expiring" || state === "expired")
      .filter(({ days_left }) => Math.abs(days_left) <= CERTIFICATE_DAYS)
      .map(({ id, product_title, stars, expires_on, days_left, state }) => ({
        id,
        product_title,
        stars,
        expires_on,
        days_left,
        state,
      })),
  };
}

async function listOrders(
  producerId: string,
  query: { progress: OrderProgress | null; page: number },
  language: Language,
): Promise<ProducerOrders> {
  const { count, orders } = await producerOrderPage({
    producer_id: producerId,
    page_size: PAGE_SIZE,
    ...query,
  });
  const now = new Date();
  return {
    count,
    page: query.page,
    orders: orders.map((order) => orderRow(order, language, now)),
  };
}

async function findOrder(
  producerId: string,
  orderId: string,
  language: Language,
): Promise<ProducerOrder> {
  const order = (await producerOrderFacts(producerId, orderId)) ?? notFound("order");
  const [tracking, invoice, requests] = await Promise.all([
    orderTracking(order.order_id),
    invoiceDetailsOfOrder(order.order_id),
    requestsOfOrder(order.order_id),
  ]);
  const detail = orderDetail(order, tracking, language, new Date());
  return {
    ...detail,
    invoice: detail.recipient && invoice,
    requests: requests.map(({ id, number, state }) => ({ id, number, state })),
  };
}

async function listProducts(
  producerId: string,
  query: { q: string; page: number },
  language: Language,
): Promise<ProducerProducts> {
  const { count, products } = await producerProductPage({
    producer_id: producerId,
    page_size: PAGE_SIZE,
    ...query,
  });
  const today = todayInVietnam(new Date());
  return {
    count,
    page: query.page,
    products: products.map((product) => productRow(product, language, today)),
  };
}

async function findProduct(
  producerId: string,
  productId: string,
  language: Language,
): Promise<ProducerProductRow> {
  const product = (await producerProductFacts(producerId, productId)) ?? notFound("product");
  return productRow(product, language, todayInVietnam(new Date()));
}

async function listMembers(
  producers: ProducerModuleService,
  filter: { producer_id: string; id?: string },
): Promise<ProducerMember[]> {
  const members = await producers.listProducerMembers(filter, {
    order: { name: "ASC", id: "ASC" },
    take: 200,
  });
  return members.map(({ id, name, email, role, status }) => ({ id, name, email, role, status }));
}

async function listCertificates(producerId: string): Promise<ProducerCertificate[]> {
  const today = todayInVietnam(new Date());
  return (await producerCertificates(producerId)).map((row) => certificateRow(row, today));
}
