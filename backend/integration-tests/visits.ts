import { randomUUID } from "node:crypto";
import type { HoldAnswer } from "@cho-lang/shared/contracts/booking";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { UnitKind } from "@cho-lang/shared/domain/booking";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { createProductsWorkflow } from "@medusajs/medusa/core-flows";
import type { Answer, Api, Refused } from "./answer";
import { aBuyer } from "./buyer";
import { type Market, must } from "./market";
import { sql } from "./settle";

type BookingService = import("../src/modules/booking/service").default;

export interface MarketTour {
  producer_id: string;
  product_id: string;
  variant_id: string;
  handle: string;
  option_id: string;
  /** Unit ids: an adult takes 1 seat, a child 1, an infant none, a family 4. */
  units: Record<"ADULT" | "CHILD" | "INFANT" | "FAMILY", string>;
  /** Ten days from now, with `seats` seats. */
  departure_id: string;
}

const POLICY = [
  { hours_before: 48, refund_percent: 100 },
  { hours_before: 24, refund_percent: 50 },
];

/**
 * A published tour of a producer with one option and one departure. An adult pays `price_vnd`, a
 * child half of it, an infant nothing, a family three times as much; parties take 1 to 10 seats.
 */
export async function aTour(
  container: MedusaContainer,
  market: Market,
  wishes: { producer_id: string; handle: string; price_vnd?: number; seats?: number },
): Promise<MarketTour> {
  const { producer_id, handle, price_vnd = 250_000, seats = 8 } = wishes;
  const product = await aTourProduct(container, market, { producer_id, handle, price_vnd });
  const service = container.resolve<BookingService>("booking");
  const unit = (kind: UnitKind, price: number, pax_count: number, alone = true) => ({
    kind,
    price_vnd: price,
    pax_count,
    age_min: null,
    age_max: null,
    accompanied_by: alone ? [] : (["ADULT", "FAMILY"] as UnitKind[]),
  });
  const [option] = await service.createOptions([
    {
      product_id: product.product_id,
      producer_id,
      position: 1,
      title_vi: "Nửa ngày ở làng",
      title_en: "Half a day in the village",
      duration_minutes: 180,
      languages: ["vi", "en"],
      meeting_point_vi: "Cổng làng",
      meeting_point_en: "Village gate",
      directions_vi: "Đi theo biển chỉ dẫn.",
      directions_en: "Follow the signs.",
      lat: 12.7,
      lng: 108.1,
      included_vi: ["Nước uống"],
      included_en: ["Water"],
      program: [{ minutes_after_start: 0, vi: "Đón khách", en: "Welcome" }],
      min_party: 1,
      max_party: 10,
      cutoff_minutes: 120,
      policy: POLICY,
      units: [
        unit("ADULT", price_vnd, 1),
        unit("CHILD", price_vnd / 2, 1, false),
        unit("INFANT", 0, 0, false),
        unit("FAMILY", price_vnd * 3, 4),
      ],
      rules: [],
    },
  ]);
  const option_id = must(option).id;
  const rows = await sql()<{ id: string; kind: string }[]>`
    SELECT id, kind FROM booking.unit WHERE option_id = ${option_id}`;
  const unitId = (kind: string) => must(rows.find((row) => row.kind === kind)).id;
  return {
    producer_id,
    ...product,
    option_id,
    units: {
      ADULT: unitId("ADULT"),
      CHILD: unitId("CHILD"),
      INFANT: unitId("INFANT"),
      FAMILY: unitId("FAMILY"),
    },
    departure_id: await aDeparture({ option_id, seats }),
  };
}

async function aTourProduct(
  container: MedusaContainer,
  market: Market,
  wishes: { producer_id: string; handle: string; price_vnd: number },
): Promise<{ product_id: string; variant_id: string; handle: string }> {
  const handle = `tham-${wishes.handle}`;
  const products = container.resolve(Modules.PRODUCT);
  const [known] = await products.listProductTypes({ value: "tour" });
  const type = known ?? (await products.createProductTypes({ value: "tour" }));
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: `Thăm ${wishes.handle}`,
          handle,
          status: "published",
          type_id: type.id,
          sales_channels: [{ id: market.sales_channel_id }],
          metadata: { unit_vi: "khách", unit_en: "guest" },
          options: [{ title: "Vé", values: ["khách"] }],
          variants: [
            {
              title: "khách",
              options: { Vé: "khách" },
              manage_inventory: false,
              prices: [{ currency_code: "vnd", amount: wishes.price_vnd }],
            },
          ],
        },
      ],
    },
  });
  const product = must(result[0]);
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    producer: { producer_id: wishes.producer_id },
    [Modules.PRODUCT]: { product_id: product.id },
  });
  return { product_id: product.id, variant_id: must(product.variants[0]).id, handle };
}

let departures = 0;

/** One more departure of an option: ten days from now unless said otherwise; each at its own minute. */
export async function aDeparture(wishes: {
  option_id: string;
  seats?: number;
  hours_ahead?: number;
  price_percent?: number;
}): Promise<string> {
  const { option_id, seats = 8, hours_ahead = 240, price_percent = 100 } = wishes;
  departures += 1;
  const id = `dep_test_${departures}_${randomUUID().slice(0, 8)}`;
  await sql()`INSERT INTO booking.departure
      (id, option_id, starts_at, local_date, capacity, cutoff_at, price_percent)
    SELECT ${id}, ${option_id}, at, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, ${seats},
      at - interval '2 hours', ${price_percent}
    FROM (SELECT date_trunc('minute', now()) + ${`${hours_ahead} hours`}::interval
      + ${`${departures} minutes`}::interval AS at) start`;
  return id;
}

type Buyer = ReturnType<typeof aBuyer>;
type Held = Promise<Answer<HoldAnswer & Refused>>;

/** Holds seats for a cart: two adults on the tour's departure unless said otherwise. */
export function hold(
  buyer: Buyer,
  cart_id: string,
  tour: MarketTour,
  wishes: { uuid?: string; departure_id?: string; units?: Record<string, number> } = {},
): Held {
  return buyer.post<HoldAnswer & Refused>("/store/bookings", {
    uuid: wishes.uuid ?? randomUUID(),
    cart_id,
    departure_id: wishes.departure_id ?? tour.departure_id,
    units: wishes.units ?? { [tour.units.ADULT]: 2 },
  });
}

/** A hold that must succeed; answers the booking's uuid. */
export async function aHold(...wishes: Parameters<typeof hold>): Promise<string> {
  const { status, data } = await hold(...wishes);
  if (status !== 200) throw new Error(JSON.stringify(data));
  return data.booking.uuid;
}

/** Books a visit as a guest and completes the cart, with goods in it when variants are given. */
export async function aVisit(
  api: Api,
  market: Market,
  tour: MarketTour,
  wishes: {
    units?: Record<string, number>;
    departure_id?: string;
    variants?: string[];
    phone?: string;
    full_name?: string;
  } = {},
): Promise<{ uuid: string; cart_id: string; purchase_id: string; token: string }> {
  const buyer = aBuyer(api, market);
  const { variants = [], phone, full_name, ...party } = wishes;
  const cart_id = await buyer.fill(...variants);
  const uuid = await aHold(buyer, cart_id, tour, party);
  const form = { ...(phone ? { phone } : {}), ...(full_name ? { full_name } : {}) };
  const { status, data } = await buyer.buy<CheckoutDone>(cart_id, form);
  if (status !== 200) throw new Error(JSON.stringify(data));
  return { uuid, cart_id, ...data };
}

/** As if its buyer had waited too long. */
export async function holdRunsOut(uuid: string): Promise<void> {
  await sql()`UPDATE booking.booking SET expires_at = clock_timestamp() - interval '1 second'
    WHERE uuid = ${uuid}`;
}

/** Moves the start of a departure to so many hours from now; negative for a visit that is past. */
export async function startMovesTo(departure_id: string, hours_ahead: number): Promise<void> {
  departures += 1;
  await sql()`UPDATE booking.departure d SET starts_at = s.at, cutoff_at = s.at - interval '2 hours',
      local_date = (s.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    FROM (SELECT now() + ${`${hours_ahead} hours`}::interval
      + ${`${departures} seconds`}::interval AS at) s
    WHERE d.id = ${departure_id}`;
}

/** The counters of a departure as the database has them. */
export async function seatsOf(departure_id: string) {
  const [row] = await sql()<{ capacity: number; held: number; confirmed: number }[]>`
    SELECT capacity, held, confirmed FROM booking.departure WHERE id = ${departure_id}`;
  return must(row);
}

/** Where a booking stands. */
export async function statusOf(uuid: string): Promise<string> {
  const [row] = await sql()<{ status: string }[]>`
    SELECT status FROM booking.booking WHERE uuid = ${uuid}`;
  return must(row).status;
}
