import { randomUUID } from "node:crypto";
import type { Party } from "@cho-lang/shared/domain/booking";
import fc from "fast-check";
import { RefusalError } from "../../src/lib/errors";
import { sql } from "../../src/lib/sql";
import type BookingModuleService from "../../src/modules/booking/service";
import { violations } from "./invariant";
import type { BookingModel, ModelBooking, ModelDeparture } from "./model";
import { runOut, theDayComes } from "./moments";
import type { TourRow } from "./rows";

export type Real = { service: BookingModuleService; tour: TourRow };
type Step = fc.AsyncCommand<BookingModel, Real>;

const actor = "proof";

/** Runs a deed that must be refused with one of `codes`, or done when there are none. */
async function done<T>(codes: string[], deed: () => Promise<T>): Promise<T | null> {
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
function step(
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

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index % list.length];
  if (one === undefined) throw new Error("The list is empty.");
  return one;
};

type Guests = { party: Party; pax: number; tickets: number; amount_vnd: number };

function guests({ adult, family, infant }: TourRow, kind: number): Guests {
  const kinds: Guests[] = [
    { party: { [adult]: 1 }, pax: 1, tickets: 1, amount_vnd: 100_000 },
    { party: { [adult]: 2, [infant]: 0 }, pax: 2, tickets: 2, amount_vnd: 200_000 },
    { party: { [adult]: 1, [infant]: 1 }, pax: 1, tickets: 2, amount_vnd: 100_000 },
    { party: { [family]: 1 }, pax: 4, tickets: 1, amount_vnd: 300_000 },
  ];
  return at(kinds, kind);
}

const index = fc.nat({ max: 1000 });
const small = fc.nat({ max: 3 });

/** One of the bookings: three times in four one that can bear the deed, if there is any. */
function chosen(model: BookingModel, n: number, fits: (booking: ModelBooking) => boolean) {
  const fitting = n % 4 === 0 ? [] : model.bookings.filter(fits);
  return at(fitting.length > 0 ? fitting : model.bookings, n);
}

const isHold = ({ status }: ModelBooking) => status === "ON_HOLD";
const isUnbound = (booking: ModelBooking) => isHold(booking) && booking.order_id === null;
const isBound = (booking: ModelBooking) => isHold(booking) && booking.order_id !== null;
const isBooked = ({ status }: ModelBooking) => status === "CONFIRMED" || status === "REDEEMED";

/** A step on a booking that there is by then. */
function onBooking(
  name: string,
  fits: (booking: ModelBooking) => boolean,
  run: (booking: ModelBooking, model: BookingModel, real: Real) => Promise<void>,
) {
  return index.map((n) =>
    step(`${name}(${n})`, (model, real) => run(chosen(model, n, fits), model, real), true),
  );
}

/** A step on any departure. */
function onDeparture(
  name: string,
  run: (departure: ModelDeparture, model: BookingModel, real: Real) => Promise<void>,
) {
  return small.map((n) =>
    step(`${name}(${n})`, (model, real) => run(at(model.departures, n), model, real)),
  );
}

function newBooking(
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

const hold = fc
  .tuple(small, small, fc.nat({ max: 2 }), fc.nat({ max: 1 }))
  .map(([d, kind, cart, address]) =>
    step(`hold(${d}, ${kind}, ${cart}, ${address})`, async (model, { service, tour }) => {
      const wanted = {
        uuid: randomUUID(),
        departure: at(model.departures, d),
        cart_id: `cart_${cart}_${at(model.departures, 0).id}`,
        address: `${address} ${at(model.departures, 0).id}`,
        ...guests(tour, kind),
      };
      const { uuid, departure, cart_id, address: from, party } = wanted;
      const request = { uuid, departure_id: departure.id, party, cart_id, address: from };
      const held = await done(model.hold(wanted), () => service.hold(request));
      if (!held) return;
      expect(held).toMatchObject({ pax: wanted.pax, amount_vnd: wanted.amount_vnd });
      model.bookings.push(newBooking(wanted, false));
      // The same again answers the same; a uuid is never good for another request.
      expect(await service.hold(request)).toMatchObject({ uuid, code: held.code });
      const other = { ...request, cart_id: "cart_other" };
      await done(["booking_uuid_taken"], () => service.hold(other));
    }),
  );

const bookByHost = fc.tuple(small, small).map(([d, kind]) =>
  step(`bookByHost(${d}, ${kind})`, async (model, { service, tour }) => {
    const [uuid, departure] = [randomUUID(), at(model.departures, d)];
    const wanted = { uuid, departure, cart_id: "", address: "", ...guests(tour, kind) };
    const booked = await done(model.bookByHost(wanted), () =>
      service.bookByHost({
        uuid,
        departure_id: departure.id,
        producer_id: tour.producer_id,
        party: wanted.party,
        full_name: "Trần Văn Nam",
        phone: "+84987654321",
        lang: "vi",
        actor,
      }),
    );
    if (booked) model.bookings.push(newBooking(wanted, true));
  }),
);

const extend = onBooking("extend", isUnbound, async (booking, model, { service }) => {
  const { uuid, cart_id } = booking;
  await done(["not_found"], () => service.extendHold({ uuid, cart_id: "cart_other" }));
  if (!(await done(model.extend(booking), () => service.extendHold({ uuid, cart_id })))) return;
  booking.extensions += 1;
  booking.has_run_out = false;
});

const release = onBooking("release", isUnbound, async (booking, model, { service }) => {
  const isReleased = await service.release({ uuid: booking.uuid, actor, reason: "left" });
  expect(isReleased).toBe(model.canRelease(booking));
  if (isReleased) model.didCancel(booking);
});

const bind = fc.tuple(index, fc.boolean()).map(([n, isOther]) =>
  step(
    `bind(${n}, ${isOther})`,
    async (model, { service }) => {
      const booking = chosen(model, n, isUnbound);
      const order_id = `order_${isOther ? "other_" : ""}${booking.uuid}`;
      const wasBooked = booking.status === "CONFIRMED" || booking.status === "REDEEMED";
      const due_vnd = booking.amount_vnd;
      const bound = await done(model.bind(booking, order_id), () =>
        service.bind([
          {
            uuid: booking.uuid,
            purchase_id: `pur_${booking.uuid}`,
            order_id,
            order_line_item_id: `ordli_${booking.uuid}`,
            full_name: "Nguyễn Thị Mai",
            phone: "+84912345678",
            lang: "vi",
            note: "",
            due_vnd,
          },
        ]),
      );
      if (bound && !wasBooked) Object.assign(booking, { order_id, due_vnd, has_run_out: false });
    },
    true,
  ),
);

const unbind = onBooking("unbind", isBound, async (booking, _, { service }) => {
  await service.unbind([booking.uuid]);
  const isOff = booking.order_id && ["ON_HOLD", "EXPIRED_REFUND"].includes(booking.status);
  if (!isOff) return;
  const has_run_out = booking.has_run_out || booking.status === "EXPIRED_REFUND";
  Object.assign(booking, { order_id: null, due_vnd: 0, status: "ON_HOLD", has_run_out });
});

const confirm = onBooking("confirm", isBound, async (booking, model, { service }) => {
  if (booking.order_id === null) return;
  const codes = model.confirm(booking);
  const wasHold = booking.status === "ON_HOLD";
  await done(codes, () => service.confirm([booking.uuid], actor));
  if (!wasHold) return;
  if (codes.length > 0) Object.assign(booking, { status: "EXPIRED_REFUND", due_vnd: 0 });
  else Object.assign(booking, { status: "CONFIRMED", has_run_out: false });
});

const unconfirm = onBooking("unconfirm", isBooked, async (booking, _, { service }) => {
  await service.unconfirm([booking.uuid]);
  if (booking.status === "CONFIRMED" && !booking.is_by_host) booking.status = "ON_HOLD";
});

const cancel = fc.tuple(index, fc.boolean()).map(([n, isUndone]) =>
  step(
    `cancel(${n}, ${isUndone})`,
    async (model, { service }) => {
      const booking = chosen(model, n, isBooked);
      const changes = model.isLive(booking) || booking.status === "CONFIRMED";
      const before = await done(model.cancel(booking), () =>
        service.cancel({ uuid: booking.uuid, actor, reason: "guest_asked" }),
      );
      if (!before) return;
      expect(before.map(({ uuid }) => uuid)).toEqual(changes ? [booking.uuid] : []);
      if (isUndone) expect(await service.uncancel(before)).toEqual([]);
      else if (changes) model.didCancel(booking);
    },
    true,
  ),
);

const runsOut = onBooking("runsOut", isHold, async (booking) => {
  if (booking.status !== "ON_HOLD") return;
  await runOut([booking.uuid]);
  booking.has_run_out = true;
});

const setCapacity = fc.tuple(small, fc.nat({ max: 9 })).map(([d, capacity]) =>
  step(`setCapacity(${d}, ${capacity})`, async (model, { service, tour }) => {
    const departure = at(model.departures, d);
    const { producer_id } = tour;
    const isSet = await done(model.setCapacity(departure, capacity), () =>
      service.setCapacity({ id: departure.id, producer_id, capacity, actor }),
    );
    if (isSet) departure.capacity = capacity;
  }),
);

const close = onDeparture("close", async (departure, _, { service, tour }) => {
  const { producer_id } = tour;
  const { id } = departure;
  await service.closeDeparture({ id, producer_id, reason: "weather", note: "", actor });
  departure.is_closed = true;
});

const reopen = onDeparture("reopen", async (departure, _, { service, tour }) => {
  await service.reopenDeparture({ id: departure.id, producer_id: tour.producer_id, actor });
  departure.is_closed = false;
});

/** Only to the first departure: the story shall go on. */
const dayComes = fc.constant(
  step("dayComes", async (model) => {
    const [departure] = model.departures;
    if (!departure) return;
    await theDayComes(departure.id);
    departure.is_over = true;
  }),
);

const arrive = fc.tuple(index, fc.boolean(), small).map(([n, isUndo, ticket]) =>
  step(
    `${isUndo ? "undoCheckIn" : "checkIn"}(${n}, ${ticket})`,
    async (model, { service, tour }) => {
      const booking = chosen(model, n, isBooked);
      const items = await sql()<{ id: string }[]>`SELECT id FROM booking.unit_item
        WHERE booking_uuid = ${booking.uuid} ORDER BY position`;
      // 0 is the whole party, the others one ticket.
      const asked = ticket === 0 ? [...items.keys()] : [ticket % items.length];
      const tickets = ticket === 0 ? undefined : asked.map((position) => at(items, position).id);
      const input = { uuid: booking.uuid, producer_id: tour.producer_id, tickets, actor };
      const result = await done(model.attend(booking), () =>
        isUndo ? service.undoCheckIn(input) : service.checkIn(input),
      );
      if (!result) return;
      const changed = asked.filter((position) => booking.come.has(position) === isUndo);
      expect(result.changed).toBe(changed.length > 0);
      for (const position of changed) {
        if (isUndo) booking.come.delete(position);
        else booking.come.add(position);
      }
      if (changed.length > 0) model.didArrive(booking);
    },
    true,
  ),
);

const noShow = fc.tuple(index, fc.boolean()).map(([n, isUndo]) =>
  step(
    `${isUndo ? "undoNoShow" : "markNoShow"}(${n})`,
    async (model, { service, tour }) => {
      const booking = chosen(model, n, isBooked);
      const input = { uuid: booking.uuid, producer_id: tour.producer_id, actor };
      const codes = isUndo ? model.attend(booking) : model.markNoShow(booking);
      const result = await done(codes, () =>
        isUndo ? service.undoNoShow(input) : service.markNoShow(input),
      );
      if (result) booking.is_no_show = !isUndo;
    },
    true,
  ),
);

const pay = fc.tuple(index, fc.boolean()).map(([n, isUndo]) =>
  step(
    `${isUndo ? "undoCollect" : "collect"}(${n})`,
    async (model, { service, tour }) => {
      const booking = chosen(model, n, isBooked);
      const input = { uuid: booking.uuid, producer_id: tour.producer_id, actor };
      const result = await done(model.attend(booking), () =>
        isUndo ? service.undoCollect(input) : service.collect(input),
      );
      if (!result) return;
      const moved = isUndo ? booking.collected_vnd : booking.due_vnd;
      expect(result.amount_vnd).toBe(moved);
      booking.due_vnd += isUndo ? moved : -moved;
      booking.collected_vnd += isUndo ? -moved : moved;
    },
    true,
  ),
);

const stranger = onBooking("stranger", isBooked, async (booking, _, { service }) => {
  const input = { uuid: booking.uuid, producer_id: "prdcr_other", actor };
  const { id } = booking.departure;
  await done(["not_found"], () => service.checkIn(input));
  await done(["not_found"], () => service.collect(input));
  await done(["not_found"], () => service.setCapacity({ ...input, id, capacity: 100 }));
});

/** Every deed, the frequent ones more than once. */
export const steps = [
  ...Array.from({ length: 8 }, () => hold),
  ...Array.from({ length: 5 }, () => [bind, confirm, runsOut]).flat(),
  ...Array.from({ length: 2 }, () => [
    cancel,
    arrive,
    extend,
    setCapacity,
    reopen,
    noShow,
    pay,
  ]).flat(),
  ...[bookByHost, release, unbind, unconfirm, close, dayComes, stranger],
];
