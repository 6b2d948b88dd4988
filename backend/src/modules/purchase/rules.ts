import { assertVnd, shares, sumVnd, type Vnd } from "@cho-lang/shared/money";

/** One line of a cart as far as the split needs it. */
export type SplitLine = { id: string; producer_id: string; total_vnd: Vnd };
/** One parcel's shipping, already priced. */
export type SplitShipping = { id: string; producer_id: string; total_vnd: Vnd };

export type SplitPart = {
  producer_id: string;
  line_ids: string[];
  shipping_ids: string[];
  goods_vnd: Vnd;
  shipping_vnd: Vnd;
  /** This part's share of what belongs to the whole cart (a gift card, a platform's coupon). */
  credit_vnd: Vnd;
  total_vnd: Vnd;
};

/**
 * Divides a cart among its producers, in the order of each one's first line. Lines and shipping go
 * by id to their own producer and are never recomputed; what belongs to the whole cart is divided
 * by the largest remainder. The parts always sum to the cart's total.
 *
 * @throws RangeError for a fraction of a đồng, a negative amount, shipping of a producer without
 * lines, a credit above the total, or parts that do not sum to `total_vnd`.
 */
export function splitCart(cart: {
  lines: readonly SplitLine[];
  shipping: readonly SplitShipping[];
  credit_vnd: Vnd;
  total_vnd: Vnd;
}): SplitPart[] {
  const producers = [...new Set(cart.lines.map((line) => line.producer_id))];
  for (const amount of [...cart.lines, ...cart.shipping]) assertAmount(amount.total_vnd);
  const stray = cart.shipping.find((method) => !producers.includes(method.producer_id));
  if (stray) throw new RangeError(`Shipping ${stray.id} belongs to a producer without lines.`);

  const parts = producers.map((producer_id) => {
    const lines = cart.lines.filter((line) => line.producer_id === producer_id);
    const shipping = cart.shipping.filter((method) => method.producer_id === producer_id);
    return {
      producer_id,
      line_ids: lines.map((line) => line.id),
      shipping_ids: shipping.map((method) => method.id),
      goods_vnd: sumVnd(lines.map((line) => line.total_vnd)),
      shipping_vnd: sumVnd(shipping.map((method) => method.total_vnd)),
    };
  });
  const gross = parts.map((part) => part.goods_vnd + part.shipping_vnd);
  assertAmount(cart.credit_vnd);
  if (cart.credit_vnd > sumVnd(gross))
    throw new RangeError("The credit is above the cart's total.");
  const credits = shares(cart.credit_vnd, gross);
  const split = parts.map((part, index) => {
    const credit_vnd = credits[index] ?? 0;
    return { ...part, credit_vnd, total_vnd: (gross[index] ?? 0) - credit_vnd };
  });
  const sum = sumVnd(split.map((part) => part.total_vnd));
  if (sum !== cart.total_vnd) {
    throw new RangeError(`The parts sum to ${sum} đồng, but the cart to ${cart.total_vnd}.`);
  }
  return split;
}

function assertAmount(amount: Vnd): void {
  if (assertVnd(amount) < 0) throw new RangeError(`An amount is negative: ${amount}.`);
}

/**
 * What the carrier collects with an order's parcel; the rest of the total is paid at the village.
 * What belonged to the whole cart (a credit) lowers the parcel's part first. Nothing of an order
 * that was paid before it was made.
 */
export function parcelDue(order: { total_vnd: Vnd; visits_vnd: Vnd; is_prepaid?: boolean }): Vnd {
  if (order.is_prepaid) return 0;
  return Math.max(0, order.total_vnd - order.visits_vnd);
}

/** The columns that say what became of an order's parcel and of its cash. */
export interface ParcelFacts {
  has_parcel: boolean;
  total_vnd: Vnd;
  visits_vnd: Vnd;
  is_prepaid?: boolean;
  delivered_at: Date | null;
  refused_at: Date | null;
  cancelled_at: Date | null;
  missing_vnd: Vnd;
  written_off_vnd: Vnd;
}

/**
 * What is due at the door for an order's parcel now, and what came of it: all is due until it is
 * delivered, then what is missing; nothing once it was refused or cancelled. Visits are not in it.
 */
export function parcelCash(order: ParcelFacts): { due_vnd: Vnd; collected_vnd: Vnd } {
  const whole_vnd = order.has_parcel ? parcelDue(order) : 0;
  if (order.cancelled_at || order.refused_at) return { due_vnd: 0, collected_vnd: 0 };
  if (!order.has_parcel || !order.delivered_at) return { due_vnd: whole_vnd, collected_vnd: 0 };
  const { missing_vnd, written_off_vnd } = order;
  return { due_vnd: missing_vnd, collected_vnd: whole_vnd - missing_vnd - written_off_vnd };
}

/**
 * What is given back of an order that was paid before, when its refused parcel is back: what the
 * goods cost, and the carriage too when they were damaged on their way, less what its buyer was
 * given for them before (`given`; `all_vnd` with the carriage). Never more than was collected of it
 * and not given back yet; nothing of an order that is paid in cash.
 */
export function returnedValue(
  order: {
    is_prepaid: boolean;
    total_vnd: Vnd;
    visits_vnd: Vnd;
    shipping_vnd: Vnd;
    collected_vnd: Vnd;
    refuse_reason: string | null;
  },
  given: { goods_vnd: Vnd; all_vnd: Vnd } = { goods_vnd: 0, all_vnd: 0 },
): Vnd {
  if (!order.is_prepaid) return 0;
  const parcel_vnd = Math.max(0, order.total_vnd - order.visits_vnd);
  const carriage_vnd = order.refuse_reason === "damaged" ? 0 : order.shipping_vnd;
  const gone_vnd = Math.max(carriage_vnd + given.goods_vnd, given.all_vnd);
  return Math.min(order.collected_vnd, Math.max(0, parcel_vnd - gone_vnd));
}

/** The one refund under which an order's refused parcel comes back. */
export const parcelRefundKey = (order_id: string) => `parcel:${order_id}`;

/** What an option of delivery costs, stored in the shipping option's `data`. */
export type ShippingTariff = {
  speed: "standard" | "express";
  /** Up to `included_grams`. */
  base_vnd: Vnd;
  included_grams: number;
  /** For each further started `step_grams`. */
  step_vnd: Vnd;
  step_grams: number;
};

/** The two ways of delivery that a producer starts with; flat over the country, by weight. */
export const TARIFFS: Readonly<Record<ShippingTariff["speed"], ShippingTariff>> = {
  standard: {
    speed: "standard",
    base_vnd: 22_000,
    included_grams: 1_000,
    step_vnd: 4_000,
    step_grams: 500,
  },
  express: {
    speed: "express",
    base_vnd: 38_000,
    included_grams: 1_000,
    step_vnd: 8_000,
    step_grams: 500,
  },
};

/** The price of one parcel in whole đồng: the base, and a step for each further started weight. */
export function shippingPrice(tariff: ShippingTariff, weight_grams: number): Vnd {
  const above = Math.max(0, weight_grams - tariff.included_grams);
  return assertVnd(tariff.base_vnd + Math.ceil(above / tariff.step_grams) * tariff.step_vnd);
}

/** Reads a tariff from a shipping option's `data`; null when it is not one of ours. */
export function tariffOf(data: unknown): ShippingTariff | null {
  if (typeof data !== "object" || data === null) return null;
  const tariff = data as Partial<Record<keyof ShippingTariff, unknown>>;
  const { speed, base_vnd, included_grams, step_vnd, step_grams } = tariff;
  if (speed !== "standard" && speed !== "express") return null;
  const numbers = [base_vnd, included_grams, step_vnd, step_grams];
  if (!numbers.every((n) => typeof n === "number" && Number.isSafeInteger(n) && n >= 0))
    return null;
  if (step_grams === 0) return null;
  return tariff as ShippingTariff;
}

/** How long a paid purchase is tried again before its money is given back, in minutes. */
export const TROUBLE_MINUTES = 30;

const minutes = (count: number) => count * 60_000;

/**
 * Whether a purchase that waits, and could not be made now, is to be given up: it was refused for
 * good, or others of its troubles last too long. Its money is given back then.
 */
export function mustGiveUp(
  awaiting: { is_hopeless: boolean; trouble_since: Date | null; pay_until: Date | null },
  now: Date,
): boolean {
  const { is_hopeless, trouble_since, pay_until } = awaiting;
  const isOver = (since: Date | null) =>
    since !== null && now.getTime() - since.getTime() > minutes(TROUBLE_MINUTES);
  return is_hopeless || (trouble_since !== null && (isOver(trouble_since) || isOver(pay_until)));
}
