import { addDays, formatTimeInVietnam, todayInVietnam } from "@cho-lang/shared/calendar";
import { communeByCode } from "@cho-lang/shared/communes";
import type { ProducerOrder, ProducerOrderRow } from "@cho-lang/shared/contracts/producer";
import { historyOf, progressOf } from "@cho-lang/shared/domain/order-progress";
import { provinceByCode, provinceName } from "@cho-lang/shared/geography";
import type { Language } from "@cho-lang/shared/language";
import { parcelCash } from "../../modules/purchase";
import type { OrderLineFacts, ProducerOrderFacts } from "../../reports/producer-orders";

/** Days after delivery (or return, or cancellation) for which a producer still sees who the buyer was. */
export const BUYER_VISIBLE_DAYS = 30;

/**
 * Whether the buyer's name, address, phone and note may still be shown: what shipping needs, and
 * what receiving guests needs who are still to come after the parcel was delivered.
 */
export function showsBuyer(
  order: Pick<ProducerOrderFacts, "delivered_at" | "returned_at" | "cancelled_at" | "lines">,
  now: Date,
): boolean {
  const ended = order.cancelled_at ?? order.returned_at ?? order.delivered_at;
  if (!ended) return true;
  const visits = order.cancelled_at ? [] : order.lines.flatMap(({ visit }) => visit?.date ?? []);
  const last = [todayInVietnam(ended), ...visits].sort().at(-1) ?? todayInVietnam(ended);
  return todayInVietnam(now) <= addDays(last, BUYER_VISIBLE_DAYS);
}

/** An order as one row of a list. */
export function orderRow(
  order: ProducerOrderFacts,
  language: Language,
  now: Date,
): ProducerOrderRow {
  const province = provinceByCode(order.province_code);
  return {
    id: order.order_id,
    number: order.number,
    progress: progressOf(order),
    placed_at: order.placed_at.toISOString(),
    buyer: {
      name: showsBuyer(order, now) ? order.full_name : "",
      province: province ? provinceName(province, language) : "",
    },
    lines: order.lines.map((line) => {
      const { title, unit, quantity, picture, visit } = lineIn(line, language);
      return { title, unit, quantity, picture, visit };
    }),
    has_parcel: order.has_parcel,
    total_vnd: order.total_vnd,
    due_vnd: order.due_vnd,
  };
}

/** An order with all that its producer needs to pack and ship it. */
export function orderDetail(
  order: ProducerOrderFacts,
  tracking: ProducerOrder["tracking"],
  language: Language,
  now: Date,
): Omit<ProducerOrder, "invoice" | "requests"> {
  const shippingName = language === "vi" ? order.shipping_name_vi : order.shipping_name_en;
  const isBuyerShown = showsBuyer(order, now);
  return {
    ...orderRow(order, language, now),
    history: historyOf(order),
    shipping: shippingName === null ? null : { name: shippingName, price_vnd: order.shipping_vnd },
    goods_vnd: order.goods_vnd,
    note: isBuyerShown ? order.note : "",
    recipient: isBuyerShown
      ? { full_name: order.full_name, phone: order.phone, lines: addressLines(order, language) }
      : null,
    tracking,
    cancel_reason: order.cancel_reason,
    parcel_due_vnd: doorCash(order),
    missing_vnd: order.missing_vnd,
    refuse_reason: order.refuse_reason,
    detail_lines: order.lines.map((line) => lineIn(line, language)),
  };
}

/** What the carrier still collects with the parcel: all of it, until it is delivered or refused. */
function doorCash(order: ProducerOrderFacts): number {
  return order.delivered_at ? 0 : parcelCash(order).due_vnd;
}

function addressLines(order: ProducerOrderFacts, language: Language): string[] {
  const province = provinceByCode(order.province_code);
  const place = [
    communeByCode(order.commune_code)?.name,
    province && provinceName(province, language),
  ];
  return [order.street, place.filter(Boolean).join(", ")].filter((line) => line !== "");
}

function lineIn(line: OrderLineFacts, language: Language): ProducerOrder["detail_lines"][number] {
  const { picture, visit } = line;
  return {
    id: line.id,
    title: line[`title_${language}`],
    unit: line[`unit_${language}`],
    quantity: line.quantity,
    price_vnd: line.price_vnd,
    total_vnd: line.total_vnd,
    picture: picture && {
      url: picture.src,
      width: picture.width,
      height: picture.height,
      alt: picture[`alt_${language}`],
    },
    visit: visit && {
      uuid: visit.uuid,
      status: visit.status,
      date: visit.date,
      time: formatTimeInVietnam(new Date(visit.starts_at)),
      pax: visit.pax,
    },
  };
}
