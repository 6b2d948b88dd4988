import type { TicketView } from "@cho-lang/shared/contracts/booking";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Answer, Api } from "./answer";
import { aBuyer } from "./buyer";
import { aProducer, backend, type Market, type MarketProducer, must, signIn } from "./market";
import { sql } from "./settle";
import { aTour, aVisit, type MarketTour } from "./visits";

export type Config = Awaited<ReturnType<typeof signIn>>;

/** A producer with goods and a tour, and the members who receive its guests, signed in by role. */
export interface Host {
  producer: MarketProducer;
  tour: MarketTour;
  as: Record<string, Config>;
}

export async function aHost(
  api: Api,
  container: MedusaContainer,
  market: Market,
  wishes: { handle: string; roles?: string[]; seats?: number },
): Promise<Host> {
  const { handle, roles = ["owner"], seats = 8 } = wishes;
  const producer = await aProducer(container, market, { handle, roles });
  const tour = await aTour(container, market, { producer_id: producer.id, handle, seats });
  const as: Host["as"] = {};
  for (const { role, email } of producer.members) {
    as[role] = await signIn(api, { email, password: producer.password });
  }
  return { producer, tour, as };
}

/** A party that has booked: its e-ticket, and the order that it belongs to. */
export interface Guests {
  uuid: string;
  departure_id: string;
  ticket: TicketView;
  order_id: string;
  /** The purchase of the order, and the token of its link. */
  purchase_id: string;
  token: string;
}

/** Two adults and a child, 625,000 đồng, paid in cash at the village. */
export async function guests(
  api: Api,
  market: Market,
  tour: MarketTour,
  wishes: Parameters<typeof aVisit>[3] = {},
): Promise<Guests> {
  const units = { [tour.units.ADULT]: 2, [tour.units.CHILD]: 1 };
  const { uuid, purchase_id, token } = await aVisit(api, market, tour, { units, ...wishes });
  const ticket = await ticketOf(api, market, uuid);
  if (ticket.status !== 200) throw new Error(JSON.stringify(ticket.data));
  const [row] = await sql()<{ order_id: string; departure_id: string }[]>`
    SELECT order_id, departure_id FROM booking.booking WHERE uuid = ${uuid}`;
  return { uuid, ticket: ticket.data, purchase_id, token, ...must(row) };
}

/** The e-ticket by its signed link, in English when asked for. */
export function ticketOf(
  api: Api,
  market: Market,
  uuid: string,
  query: { token?: string; lang?: string } = {},
): Promise<Answer<TicketView>> {
  const { token = backend("workflows/booking/ticket-link").ticketToken(uuid), lang = "vi" } = query;
  return aBuyer(api, market).get(`/store/bookings/${uuid}?token=${token}&lang=${lang}`);
}

/**
 * Lets the day of a departure come: it began a minute ago, or at midnight when that was in the day
 * before.
 */
export async function theDayComes(departure_id: string): Promise<void> {
  await sql()`
    UPDATE booking.departure d SET starts_at = s.at, cutoff_at = s.at,
      local_date = (s.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM (SELECT greatest(now() - interval '1 minute',
      date_trunc('day', now(), 'Asia/Ho_Chi_Minh')) AS at) s
    WHERE d.id = ${departure_id}`;
}

/** What our order and Medusa's books say about the money of an order. */
export async function booksOf(container: MedusaContainer, order_id: string) {
  const [own] = await sql()<{ total: number; due: number; collected: number }[]>`
    SELECT total_vnd::float8 AS total, due_vnd::float8 AS due, collected_vnd::float8 AS collected
    FROM purchase.purchase_order WHERE order_id = ${order_id}`;
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "total",
      "summary.*",
      "transactions.amount",
      "payment_collections.status",
      "payment_collections.captured_amount",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.captures.amount",
    ],
    filters: { id: order_id },
  });
  const order = must(data[0]) as unknown as MedusaOrder;
  const collection = must(order.payment_collections[0]);
  const payment = must(collection.payments[0]);
  return {
    ...must(own),
    medusa: {
      total: Number(order.total),
      paid: Number(order.summary.transaction_total),
      open: Number(order.summary.pending_difference),
      transactions: amounts(order.transactions),
      captured: Number(collection.captured_amount ?? 0),
      captures: amounts(payment.captures),
      status: collection.status,
      is_captured: payment.captured_at !== null,
    },
  };
}

type MedusaOrder = {
  total: number;
  summary: { transaction_total: number; pending_difference: number };
  transactions?: { amount: number }[];
  payment_collections: {
    status: string;
    captured_amount: number | null;
    payments: { captured_at: unknown; captures?: { amount: number }[] }[];
  }[];
};

function amounts(rows: { amount: number }[] | undefined): number[] {
  return (rows ?? []).map(({ amount }) => Number(amount)).sort((a, b) => a - b);
}
