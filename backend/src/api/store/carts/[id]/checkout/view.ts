import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import { provinceByCode, provinceName } from "@cho-lang/shared/geography";
import type { Language } from "@cho-lang/shared/language";
import { shippingName, shippingNote } from "../../../../../workflows/checkout/delivery-words";
import type { Discount } from "../../../../../workflows/checkout/discount-rules";
import {
  type CheckoutCart,
  type CheckoutGroup,
  type CheckoutLine,
  type CheckoutOption,
  chosenOption,
  isGoods,
} from "../../../../../workflows/checkout/load-cart";
import type { Visit } from "../../../../../workflows/checkout/load-visits";
import { type PricedMethod, takenOff } from "../../../../../workflows/checkout/promotions";
import { canExtend } from "../../../bookings/view";

type Group = CheckoutView["groups"][number];
/** A cart with what promotions take off its deliveries, by their options' ids. */
export type PricedCart = { checkout: CheckoutCart; deliveries: Discount[] };
type View = PricedCart & {
  lang: Language;
  /** Option by producer id, as asked for in the query. */
  asked: ReadonlyMap<string, string>;
  purchase: CheckoutView["purchase"];
};

/** The cart as the buyer sees it: one group for each producer, each with its own parcel. */
export function checkoutViewOf({
  checkout,
  deliveries,
  lang,
  asked,
  purchase,
}: View): Omit<CheckoutView, "payment_options"> {
  const { cart } = checkout;
  const groups = checkout.groups.map((group) =>
    groupOf(checkout, group, { deliveries, lang, asked }),
  );
  const unowned = checkout.orphans.map((line) => lineOf(line, lang));
  const sum = (key: "goods_vnd" | "shipping_vnd" | "visits_vnd") =>
    groups.reduce((total, group) => total + group[key], 0);
  if (unowned.length > 0) groups.push(unownedGroup(unowned));
  return {
    cart_id: cart.id,
    email: cart.email,
    address: addressOf(checkout),
    groups,
    goods_vnd: sum("goods_vnd"),
    shipping_vnd: sum("shipping_vnd"),
    visits_vnd: sum("visits_vnd"),
    total_vnd: sum("goods_vnd") + sum("shipping_vnd"),
    parcels: groups.filter((group) => group.shipping_options.length > 0).length,
    visit_count: countVisits(checkout),
    item_count: cart.items.reduce((count, item) => count + Number(item.quantity), 0),
    purchase,
  };
}

/** The delivery that is counted for a group: the one asked for, else the cart's, else the cheapest. */
function countedOption({ cart }: CheckoutCart, group: CheckoutGroup, asked: View["asked"]) {
  const before = cart.shipping_methods.find(({ shipping_option_id }) =>
    group.options.some(({ id }) => id === shipping_option_id),
  );
  return chosenOption(group, asked.get(group.producer.id) ?? before?.shipping_option_id);
}

/** The deliveries that the view counts. */
export function chosenMethods(checkout: CheckoutCart, asked: View["asked"]): PricedMethod[] {
  return checkout.groups.flatMap((group) => {
    const option = countedOption(checkout, group, asked);
    return option ? [{ shipping_option_id: option.id, amount: option.price_vnd }] : [];
  });
}

function groupOf(
  checkout: CheckoutCart,
  group: CheckoutGroup,
  { deliveries, lang, asked }: Pick<View, "deliveries" | "lang" | "asked">,
): Group {
  const { producer } = group;
  const chosen = countedOption(checkout, group, asked);
  const priceOf = ({ id, price_vnd }: CheckoutOption) =>
    Math.max(0, price_vnd - takenOff(deliveries, id));
  const province = provinceByCode(producer.province_code);
  return {
    producer: {
      id: producer.id,
      handle: producer.handle,
      name: producer.name,
      province: province ? provinceName(province, lang) : "",
    },
    lines: group.lines.map((line) => lineOf(line, lang)),
    shipping_options: group.options.map((option) => ({
      id: option.id,
      name: shippingName(option, lang),
      note: shippingNote(option, lang),
      price_vnd: priceOf(option),
      is_chosen: option.id === chosen?.id,
    })),
    goods_vnd: group.lines.reduce((sum, { item }) => sum + Number(item.total), 0),
    shipping_vnd: chosen ? priceOf(chosen) : 0,
    visits_vnd: group.lines.reduce(
      (sum, line) => sum + (isGoods(line) ? 0 : Number(line.item.total)),
      0,
    ),
  };
}

function countVisits({ groups }: CheckoutCart): number {
  return groups.flatMap(({ lines }) => lines).filter((line) => !isGoods(line)).length;
}

function lineOf(
  { item, offer, visit, problem }: CheckoutLine,
  lang: Language,
): Group["lines"][number] {
  const picture = offer?.picture ?? null;
  return {
    id: item.id,
    variant_id: item.variant_id,
    product: {
      handle: offer?.handle ?? "",
      title: offer?.title[lang] ?? String(item.title ?? ""),
      kind: offer?.kind === "tour" ? "tour" : "product",
    },
    variant_title: offer?.variant_title ?? "",
    unit: offer?.unit[lang] ?? "",
    picture: picture && {
      url: picture.src,
      width: picture.width,
      height: picture.height,
      alt: lang === "en" ? picture.alt_en : picture.alt_vi,
    },
    quantity: Number(item.quantity),
    stock: offer?.stock ?? null,
    price_vnd: Number(item.unit_price),
    total_vnd: Number(item.total),
    problem,
    visit: visit ? visitOf(visit, lang) : null,
  };
}

function visitOf(
  { booking, departure, option }: Visit,
  lang: Language,
): NonNullable<Group["lines"][number]["visit"]> {
  return {
    uuid: booking.uuid,
    starts_at: departure.starts_at.toISOString(),
    party: booking.party.map(({ kind, count }) => ({ kind, count })),
    pax: booking.pax,
    meeting_point: (lang === "en" ? option?.meeting_point_en : option?.meeting_point_vi) ?? "",
    expires_at: (booking.expires_at ?? booking.created_at).toISOString(),
    can_extend: canExtend(booking),
  };
}

/** Lines that nobody sells any more still show, so that the buyer can remove them. */
function unownedGroup(lines: Group["lines"]): Group {
  const producer = { id: "", handle: "", name: "", province: "" };
  return { producer, lines, shipping_options: [], goods_vnd: 0, shipping_vnd: 0, visits_vnd: 0 };
}

function addressOf({ cart }: CheckoutCart): CheckoutView["address"] {
  const address = cart.shipping_address;
  if (!address) return null;
  const place = (address.metadata ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    full_name: text(address.last_name),
    phone: text(address.phone),
    province_code: text(place.province_code),
    commune_code: text(place.commune_code),
    street: text(address.address_1),
  };
}
