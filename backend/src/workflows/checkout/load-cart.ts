import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { LineProblem } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { notFound } from "../../lib/errors";
import { type ShippingTariff, shippingPrice, tariffOf } from "../../modules/purchase";
import { loadOffers, type Offer } from "./load-offers";
import { loadVisits, type Visit } from "./load-visits";
import { isLive, problemOf, visitProblemOf } from "./problem";

type Row = Record<string, unknown>;

type RawItem = Row & {
  id: string;
  variant_id: string;
  quantity: number;
  unit_price: number;
  total: number;
  tax_lines?: Row[];
  adjustments?: Row[];
};
type RawShippingMethod = Row & {
  id: string;
  shipping_option_id: string;
  name: string;
  total: number;
  tax_lines?: Row[];
  adjustments?: Row[];
};
export type RawCart = {
  id: string;
  email: string | null;
  currency_code: string;
  locale: string | null;
  region_id: string;
  sales_channel_id: string;
  customer_id: string | null;
  completed_at: string | null;
  metadata: Row | null;
  total: number;
  items: RawItem[];
  shipping_methods: RawShippingMethod[];
  shipping_address: (Row & { id: string }) | null;
  credit_lines?: (Row & { amount: number })[];
};

export type CheckoutOption = {
  id: string;
  name: string;
  tariff: ShippingTariff;
  price_vnd: number;
};
export type CheckoutLine = {
  item: RawItem;
  offer: Offer | undefined;
  /** What is booked; undefined for goods, and for a tour's line that no booking knows. */
  visit: Visit | undefined;
  problem: LineProblem | null;
};
export type CheckoutGroup = {
  producer: NonNullable<Offer["producer"]>;
  lines: CheckoutLine[];
  /** Ways of delivery for this producer's parcel, the cheapest first. */
  options: CheckoutOption[];
};
export type CheckoutCart = {
  cart: RawCart;
  groups: CheckoutGroup[];
  /** Lines whose product has no producer or is gone: nobody can sell them. */
  orphans: CheckoutLine[];
};

const cartFields = [
  "id",
  "email",
  "currency_code",
  "locale",
  "region_id",
  "sales_channel_id",
  "customer_id",
  "completed_at",
  "metadata",
  "total",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "shipping_address.*",
  "credit_lines.*",
];

/** Reads a cart with Medusa's totals, or refuses with 404. */
async function loadRawCart(container: MedusaContainer, cart_id: string): Promise<RawCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "cart",
    fields: cartFields,
    filters: { id: cart_id },
  })) as unknown as { data: RawCart[] };
  const cart = data[0];
  if (!cart) notFound("The cart");
  cart.items.sort((a, b) => (a.id < b.id ? -1 : 1));
  return cart;
}

/** Whether anything of a cart is sent; a cart that is empty or unknown is treated as if it were. */
export async function hasGoods(container: MedusaContainer, cart_id: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const fields = ["id", "items.id"];
  const found = await query.graph({ entity: "cart", fields, filters: { id: cart_id } });
  const [cart] = found.data as unknown as { items?: { id: string }[] }[];
  const items = cart?.items ?? [];
  if (items.length === 0) return true;
  const visits = await loadVisits(container, cart_id);
  return items.some(({ id }) => !visits.has(id));
}

/** A cart with what is offered and booked now, grouped by producer in the order of each one's first line. */
export async function loadCheckoutCart(
  container: MedusaContainer,
  cart_id: string,
): Promise<CheckoutCart> {
  const cart = await loadRawCart(container, cart_id);
  const [offers, visits] = await Promise.all([
    loadOffers(container, [...new Set(cart.items.map((i) => i.variant_id))]),
    loadVisits(container, cart_id),
  ]);
  const lines = judgeLines(cart, offers, visits);
  const producers = new Map<string, CheckoutGroup>();
  for (const line of lines) {
    const producer = line.offer?.producer;
    if (!producer) continue;
    const group = producers.get(producer.id) ?? { producer, lines: [], options: [] };
    group.lines.push(line);
    producers.set(producer.id, group);
  }
  const groups = [...producers.values()];
  await addOptions(container, groups);
  return { cart, groups, orphans: lines.filter(({ offer }) => !offer?.producer) };
}

function judgeLines(
  cart: RawCart,
  offers: Map<string, Offer>,
  visits: Map<string, Visit>,
): CheckoutLine[] {
  const now = new Date();
  const today = todayInVietnam(now);
  const wanted = new Map<string, number>();
  for (const { variant_id, quantity } of cart.items) {
    wanted.set(variant_id, (wanted.get(variant_id) ?? 0) + Number(quantity));
  }
  /** Seats that visits further up, whose holds ran out too, will want again of each departure. */
  const claimed = new Map<string, number>();
  return cart.items.map((item): CheckoutLine => {
    const offer = offers.get(item.variant_id);
    const visit = visits.get(item.id);
    if (offer?.kind !== "tour" && !visit) {
      const problem = problemOf(offer, wanted.get(item.variant_id) ?? 0, today);
      return { item, offer, visit, problem };
    }
    const before = claimed.get(visit?.departure.id ?? "") ?? 0;
    const problem = visitProblemOf(offer, lineOf(item), visit && factsOf(visit, before), {
      now,
      today,
    });
    if (visit && !problem && !isLive(visit.booking, now)) {
      claimed.set(visit.departure.id, before + visit.booking.pax);
    }
    return { item, offer, visit, problem };
  });
}

function lineOf({ quantity, unit_price, total }: RawItem) {
  return { quantity: Number(quantity), unit_price: Number(unit_price), total: Number(total) };
}

function factsOf({ booking, departure }: Visit, claimed: number) {
  const { status, amount_vnd, pax, expires_at } = booking;
  const seats_left = departure.seats_left - claimed;
  return { status, amount_vnd, pax, expires_at, departure: { ...departure, seats_left } };
}

/** Whether a line is goods that travel in a parcel; everything that is no tour is. */
export function isGoods({ offer, visit }: CheckoutLine): boolean {
  return offer?.kind !== "tour" && !visit;
}

type RawProducer = {
  id: string;
  shipping_options?: { id: string; name: string; data: unknown }[];
};

/** Gives each group its producer's ways of delivery, priced by the parcel's weight. */
async function addOptions(container: MedusaContainer, groups: CheckoutGroup[]): Promise<void> {
  if (groups.length === 0) return;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "producer",
    fields: ["id", "shipping_options.id", "shipping_options.name", "shipping_options.data"],
    filters: { id: groups.map(({ producer }) => producer.id) },
  })) as unknown as { data: RawProducer[] };
  for (const group of groups) {
    const goods = group.lines.filter(isGoods);
    if (goods.length === 0) continue;
    const grams = goods.reduce(
      (sum, { item, offer }) => sum + Number(item.quantity) * (offer?.weight_grams ?? 0),
      0,
    );
    const own = data.find(({ id }) => id === group.producer.id)?.shipping_options ?? [];
    group.options = own
      .flatMap((option) => {
        const tariff = option ? tariffOf(option.data) : null;
        if (!tariff) return [];
        return {
          id: option.id,
          name: option.name,
          tariff,
          price_vnd: shippingPrice(tariff, grams),
        };
      })
      .sort((a, b) => a.price_vnd - b.price_vnd || (a.id < b.id ? -1 : 1));
  }
}

/** The option that a group's parcel travels with: the one asked for, else the cheapest. */
export function chosenOption(
  group: CheckoutGroup,
  asked: string | undefined,
): CheckoutOption | undefined {
  return group.options.find(({ id }) => id === asked) ?? group.options[0];
}
