import {
  CARD_FLOOR_VND,
  isPrepaid,
  PAY_MINUTES,
  PAYMENT_METHODS,
  type PaymentMethod,
  prepaidRefusal,
} from "@cho-lang/shared/domain/payment";
import type { Language } from "@cho-lang/shared/language";
import { assertVnd, shares, sumVnd } from "@cho-lang/shared/money";
import { refuse } from "../../lib/errors";
import { offeredMethods } from "../../lib/payment-providers";
import { randomId, randomNumber, type SplitPart, splitCart } from "../../modules/purchase";
import type { OrderPlan, PlannedBooking } from "../../modules/purchase/plan";
import type { PurchaseDraft } from "../../modules/purchase/service";
import { shippingName } from "../checkout/delivery-words";
import {
  type CheckoutCart,
  type CheckoutGroup,
  isGoods,
  type RawCart,
} from "../checkout/load-cart";
import { problemMessage } from "../checkout/problem";
import { assertSameTotal, orderInput, type PlannedLine, promotionsOf } from "./order-input";

type Row = Record<string, unknown>;

/** What the checkout wrote into the cart. */
type CheckoutDetails = {
  email: string;
  full_name: string;
  phone: string;
  province_code: string;
  commune_code: string;
  street: string;
  note: string;
  lang: Language;
  payment: PaymentMethod;
  /** Until when a prepaid purchase waits; null with cash on delivery. */
  pay_until: Date | null;
};

/** Refuses a cart with lines that cannot be bought, naming each; the rest can be bought. */
export function refuseProblems({ groups, orphans }: CheckoutCart): void {
  const faulty = [...groups.flatMap(({ lines }) => lines), ...orphans].filter((l) => l.problem);
  if (faulty.length === 0) return;
  const lines = faulty.flatMap(({ item, problem }) =>
    problem ? [{ line_id: item.id, problem }] : [],
  );
  const sentences = faulty.flatMap(({ item, offer, problem }) =>
    problem ? `${String(item.title)}: ${problemMessage(problem, offer?.stock ?? null)}` : [],
  );
  refuse("lines_not_available", sentences.join("; "), { lines });
}

/**
 * Decides a whole purchase from a cart: who gets which lines under which random ids, and what every
 * order is made from. Nothing is written.
 *
 * @throws RefusalError `cart_empty`, `lines_not_available`, `checkout_incomplete`; RangeError when
 * the parts would not sum to Medusa's own total of the cart.
 */
export function planPurchase(checkout: CheckoutCart): PurchaseDraft {
  const { cart, groups } = checkout;
  if (cart.items.length === 0) refuse("cart_empty", "The cart is empty: add something first");
  refuseProblems(checkout);
  const details = detailsOf(
    cart,
    groups.some(({ lines }) => lines.some(isGoods)),
  );
  const ownerOf = new Map(
    groups.flatMap(({ producer, options }) => options.map(({ id }) => [id, producer.id] as const)),
  );
  const shipping = cart.shipping_methods.map((method) => ({
    id: method.id,
    producer_id: ownerOf.get(method.shipping_option_id) ?? "",
    total_vnd: Number(method.total),
  }));
  const unshipped = groups.find(
    ({ producer, lines }) =>
      lines.some(isGoods) && !shipping.some(({ producer_id }) => producer_id === producer.id),
  );
  if (unshipped) refuse("checkout_incomplete", `Choose a delivery for ${unshipped.producer.name}`);
  const credit_vnd = (cart.credit_lines ?? []).reduce((sum, line) => sum + Number(line.amount), 0);
  const parts = splitCart({
    lines: groups.flatMap(({ producer, lines }) =>
      lines.map(({ item }) => ({
        id: item.id,
        producer_id: producer.id,
        total_vnd: Number(item.total),
      })),
    ),
    shipping,
    credit_vnd,
    total_vnd: Number(cart.total),
  });
  refuseMethod(details.payment, Number(cart.total));
  return draftOf(checkout, details, parts);
}

/** Refuses a way to pay that is not configured, or that cannot take so much or so little. */
export function refuseMethod(method: PaymentMethod, total_vnd: number): void {
  const refused = (code: string, message: string): never =>
    refuse(code, `payment ${message}`, { fields: [{ field: "payment", code, message }] });
  if (!offeredMethods().includes(method)) {
    refused("payment_not_offered", "is not offered here now: choose another way to pay");
  }
  const reason = isPrepaid(method) ? prepaidRefusal(method, total_vnd) : null;
  if (reason === "nothing_to_pay") refused(reason, "is not needed, nothing is to be paid");
  if (reason === "card_floor") {
    refused(reason, `takes ${CARD_FLOOR_VND} đồng at least: buy more, or pay in another way`);
  }
  if (reason) refused(reason, "cannot take so much at once: buy less, or pay in another way");
}

function draftOf(
  { cart, groups }: CheckoutCart,
  details: CheckoutDetails,
  parts: SplitPart[],
): PurchaseDraft {
  const id = randomId("pur");
  const number = randomNumber();
  const planned = parts.map((part, index) => {
    const group = groups.find(({ producer }) => producer.id === part.producer_id);
    if (!group) throw new Error(`No group for ${part.producer_id}`);
    return planOrder({ cart, group, part, details, purchase_id: id, number, position: index + 1 });
  });
  const sum = (key: "goods_vnd" | "shipping_vnd" | "total_vnd") =>
    parts.reduce((total, part) => total + part[key], 0);
  return {
    purchase: {
      ...details,
      id,
      number,
      cart_id: cart.id,
      customer_id: cart.customer_id,
      goods_vnd: sum("goods_vnd"),
      shipping_vnd: sum("shipping_vnd"),
      total_vnd: assertVnd(Number(cart.total)),
      payment_collection_id: randomId("pay_col"),
      plan: planned.map(({ plan }) => plan),
    },
    orders: planned.map(({ order }) => order),
    lines: planned.flatMap(({ lines }) => lines),
  };
}

function planOrder(of: {
  cart: RawCart;
  group: CheckoutGroup;
  part: SplitPart;
  details: CheckoutDetails;
  purchase_id: string;
  number: string;
  position: number;
}) {
  const { cart, group, part, position } = of;
  const order_id = randomId("order");
  const is_prepaid = isPrepaid(of.details.payment);
  const payment_collection_id = randomId("pay_col");
  const lines = group.lines.map((line) => ({ ...line, line_item_id: randomId("ordli") }));
  const methods = cart.shipping_methods.filter(({ id }) => part.shipping_ids.includes(id));
  const option = group.options.find(({ id }) => id === methods[0]?.shipping_option_id);
  const plan: OrderPlan = {
    order_id,
    producer_id: part.producer_id,
    payment_collection_id,
    total_vnd: part.total_vnd,
    order: orderInput(cart, { order_id, lines, methods, part }),
    reservations: lines.flatMap(reservationsOf),
    bookings: bookingsOf(lines, is_prepaid ? 0 : part.total_vnd),
    promotions: promotionsOf(lines, methods),
  };
  assertSameTotal(plan);
  return {
    plan,
    order: {
      order_id,
      purchase_id: of.purchase_id,
      producer_id: part.producer_id,
      position,
      number: `${of.number}-${position}`,
      payment_collection_id,
      has_parcel: lines.some(isGoods),
      goods_vnd: part.goods_vnd,
      visits_vnd: visitsOf(lines),
      shipping_vnd: part.shipping_vnd,
      total_vnd: part.total_vnd,
      due_vnd: is_prepaid ? 0 : part.total_vnd,
      collected_vnd: 0,
      is_prepaid,
      shipping_option_id: option?.id ?? null,
      shipping_name_vi: option ? shippingName(option, "vi") : null,
      shipping_name_en: option ? shippingName(option, "en") : null,
    },
    lines: lines.map((line, index) => snapshotOf(line, { order_id, position: index + 1 })),
  };
}

function visitsOf(lines: PlannedLine[]): number {
  return sumVnd(lines.filter((line) => !isGoods(line)).map(({ item }) => Number(item.total)));
}

/** The bookings among an order's lines, each with its share of what is paid at the village. */
function bookingsOf(lines: PlannedLine[], due_vnd: number): PlannedBooking[] {
  const visits = lines.flatMap(({ visit, ...line }) => (visit ? [{ visit, ...line }] : []));
  if (visits.length === 0) return [];
  const amounts = visits.map(({ visit }) => visit.booking.amount_vnd);
  const dues = shares(Math.min(sumVnd(amounts), due_vnd), amounts);
  return visits.map(({ visit, item, line_item_id }, index) => ({
    uuid: visit.booking.uuid,
    cart_line_id: item.id,
    order_line_item_id: line_item_id,
    amount_vnd: visit.booking.amount_vnd,
    due_vnd: dues[index] ?? 0,
  }));
}

function snapshotOf(line: PlannedLine, at: { order_id: string; position: number }) {
  const { item, offer } = line;
  if (!offer) throw new Error(`Line ${item.id} has no offer.`);
  return {
    ...at,
    line_item_id: line.line_item_id,
    cart_line_id: item.id,
    product_id: offer.product_id,
    variant_id: offer.variant_id,
    handle: offer.handle,
    title_vi: offer.title.vi,
    title_en: offer.title.en,
    variant_title: offer.variant_title,
    unit_vi: offer.unit.vi,
    unit_en: offer.unit.en,
    picture: offer.picture,
    quantity: Number(item.quantity),
    price_vnd: assertVnd(Number(item.unit_price)),
    total_vnd: assertVnd(Number(item.total)),
    stars: offer.certificate?.stars ?? null,
    certificate_id: offer.certificate?.id ?? null,
  };
}

function reservationsOf({ item, offer, line_item_id }: PlannedLine) {
  return (offer?.inventory ?? []).map((need) => {
    if (!need.location_id) throw new Error(`${need.inventory_item_id} is kept nowhere.`);
    return {
      line_item_id,
      inventory_item_id: need.inventory_item_id,
      location_id: need.location_id,
      quantity: need.required_quantity * Number(item.quantity),
      allow_backorder: offer?.allow_backorder ?? false,
    };
  });
}

function detailsOf(cart: RawCart, has_goods: boolean): CheckoutDetails {
  const address = cart.shipping_address as Row | null;
  const place = (address?.metadata ?? {}) as Row;
  const more = (cart.metadata?.checkout ?? {}) as Row;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const person = {
    email: text(cart.email),
    full_name: text(address?.last_name),
    phone: text(address?.phone),
  };
  const destination = {
    province_code: has_goods ? text(place.province_code) : "",
    commune_code: has_goods ? text(place.commune_code) : "",
    street: has_goods ? text(address?.address_1) : "",
  };
  const needed = has_goods ? { ...person, ...destination } : person;
  const missing = Object.entries(needed).filter(([, value]) => value === "");
  if (missing.length > 0) {
    refuse("checkout_incomplete", "Fill in the checkout form first", {
      fields: missing.map(([field]) => ({ field, code: "missing", message: "is missing" })),
    });
  }
  const lang = more.lang === "en" ? "en" : "vi";
  const payment = PAYMENT_METHODS.find((method) => method === more.payment) ?? "cod";
  const pay_until = isPrepaid(payment) ? new Date(Date.now() + PAY_MINUTES * 60_000) : null;
  return { ...person, ...destination, note: text(more.note), lang, payment, pay_until };
}
