import type { Party } from "@cho-lang/shared/domain/booking";
import fc from "fast-check";
import { RefusalError } from "../../src/lib/errors";
import { sql } from "../../src/lib/sql";
import type BookingModuleService from "../../src/modules/booking/service";
import { violations } from "./invariant";
import type { BookingModel, ModelBooking, ModelDeparture } from "./model";
import type { TourRow } from "./rows";

export type Real = { service: BookingModuleService; tour: TourRow };
type Step = fc.AsyncCommand<BookingModel, Real>;

export const actor = "proof";

/** Runs a deed that must be refused with one of `codes`, or done when there are none. */
export async function done<T>(codes: string[], deed: () => Promise<T>): Promise<T | null> {
  try {
    const result = await deed();
    if (codes.length > 0) throw new Error(`Done, but it should be refused: ${codes.join(", ")}`);
    return result;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    if (codes.includes(String(error.code))) return null;
    throw new Error(`Refused with ${error.code}, not with ${codes.join(", ") || "nothing"}`);
  }
}

/** The service and the paper say the same about every departure and every booking. */
async function compare(model: BookingModel, { service }: Real): Promise<void> {
  const broken = await violations();
  if (broken.length > 0) throw new Error(`Broken promise: ${JSON.stringify(broken)}`);
  const rows = await service.listDepartures({ ids: model.departures.map(({ id }) => id) });
  const departures = Object.fromEntries(
    rows.map(({ id, capacity, seats_left, status }) => [id, { capacity, seats_left, status }]),
  );
  for (const departure of model.departures) {
    expect(departures[departure.id]).toEqual({
      capacity: departure.capacity,
      seats_left: model.seatsLeft(departure),
      status: departure.is_closed ? "closed" : "open",
    });
  }
  const uuids = model.bookings.map(({ uuid }) => uuid);
  const found = await sql()`
    SELECT b.uuid, b.pax, b.extensions, b.order_id, b.due_vnd::int, b.collected_vnd::int,
      CASE WHEN b.status = 'ON_HOLD' AND b.expires_at <= clock_timestamp() THEN 'EXPIRED'
        ELSE b.status END AS status,
      b.no_show_at IS NOT NULL AS is_no_show,
      ARRAY(SELECT position - 1 FROM booking.unit_item i
        WHERE i.booking_uuid = b.uuid AND redeemed_at IS NOT NULL ORDER BY position) AS come
    FROM booking.booking b WHERE uuid = ANY(${uuids}::uuid[])`;
  const real = Object.fromEntries(found.map(({ uuid, ...row }) => [uuid, row]));
  const paper = Object.fromEntries(
    model.bookings.map((one) => {
      const { uuid, pax, extensions, order_id, due_vnd, collected_vnd, is_no_show } = one;
      const hasRunOut = one.status === "ON_HOLD" && one.has_run_out;
      const status = hasRunOut ? "EXPIRED" : one.status;
      const come = [...one.come].sort((a, b) => a - b);
      const said = { pax, extensions, order_id, due_vnd, collected_vnd, status, is_no_show, come };
      return [uuid, said];
    }),
  );
  expect(real).toEqual(paper);
}

/** One step: does something and then compares; a step on a booking waits until there is one. */
export function step(
  name: string,
  run: (model: BookingModel, real: Real) => Promise<void>,
  needsBooking = false,
): Step {
  return {
    check: (model) => !needsBooking || model.bookings.length > 0,
    run: async (model, real) => {
      await run(model, real);
      await compare(model, real);
    },
    toString: () => name,
  };
}

export const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error("The list is empty.");
  return one;
};

type Guests = { party: Party; pax: number; tickets: number; amount_vnd: number };

export function guests({ adult, family, infant }: TourRow, kind: number): Guests {
  const kinds: Guests[] = [
    { party: { [adult]: 1 }, pax: 1, tickets: 1, amount_vnd: 100_000 },
    { party: { [adult]: 2, [infant]: 0 }, pax: 2, tickets: 2, amount_vnd: 200_000 },
    { party: { [adult]: 1, [infant]: 1 }, pax: 1, tickets: 2, amount_vnd: 100_000 },
    { party: { [family]: 1 }, pax: 4, tickets: 1, amount_vnd: 300_000 },
  ];
  return at(kinds, kind);
}

export const index = fc.nat({ max: 1000 });
export const small = fc.nat({ max: 3 });

/** One of the bookings: three times in four one that can bear the deed, if there is any. */
export function chosen(model: BookingModel, n: number, fits: (booking: ModelBooking) => boolean) {
  const fitting = n % 4 === 0 ? [] : model.bookings.filter(fits);
  return at(fitting.length > 0 ? fitting : model.bookings, n);
}

export const isHold = ({ status }: ModelBooking) => status === "ON_HOLD";
export const isUnbound = (booking: ModelBooking) => isHold(booking) && booking.order_id === null;
export const isBound = (booking: ModelBooking) => isHold(booking) && booking.order_id !== null;
export const isBooked = ({ status }: ModelBooking) =>
  status === "CONFIRMED" || status === "REDEEMED";

/** A step on a booking that there is by then. */
export function onBooking(
  name: string,
  fits: (booking: ModelBooking) => boolean,
  run: (booking: ModelBooking, model: BookingModel, real: Real) => Promise<void>,
) {
  return index.map((n) =>
    step(`${name}(${n})`, (model, real) => run(chosen(model, n, fits), model, real), true),
  );
}

/** A step on any departure. */
export function onDeparture(
  name: string,
  run: (departure: ModelDeparture, model: BookingModel, real: Real) => Promise<void>,
) {
  return small.map((n) =>
    step(`${name}(${n})`, (model, real) => run(at(model.departures, n), model, real)),
  );
}

export function newBooking(
  over: Pick<ModelBooking, "uuid" | "departure" | "cart_id" | "address"> & Guests,
  isByHost: boolean,
): ModelBooking {
  const { party: _, ...rest } = over;
  return {
    ...rest,
    status: isByHost ? "CONFIRMED" : "ON_HOLD",
    has_run_out: false,
    extensions: 0,
    is_by_host: isByHost,
    order_id: null,
    come: new Set(),
    is_no_show: false,
    due_vnd: isByHost ? over.amount_vnd : 0,
    collected_vnd: 0,
  };
}
