import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "../../src/lib/sql";
import { theDayComes } from "./moments";
import {
  actor,
  at,
  chosen,
  done,
  guests,
  index,
  isBooked,
  newBooking,
  onBooking,
  onDeparture,
  small,
  step,
} from "./step";

export const bookByHost = fc.tuple(small, small).map(([d, kind]) =>
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

export const setCapacity = fc.tuple(small, fc.nat({ max: 9 })).map(([d, capacity]) =>
  step(`setCapacity(${d}, ${capacity})`, async (model, { service, tour }) => {
    const departure = at(model.departures, d);
    const { producer_id } = tour;
    const isSet = await done(model.setCapacity(departure, capacity), () =>
      service.setCapacity({ id: departure.id, producer_id, capacity, actor }),
    );
    if (isSet) departure.capacity = capacity;
  }),
);

export const close = onDeparture("close", async (departure, _, { service, tour }) => {
  const { producer_id } = tour;
  const { id } = departure;
  await service.closeDeparture({ id, producer_id, reason: "weather", note: "", actor });
  departure.is_closed = true;
});

export const reopen = onDeparture("reopen", async (departure, _, { service, tour }) => {
  await service.reopenDeparture({ id: departure.id, producer_id: tour.producer_id, actor });
  departure.is_closed = false;
});

/** Only to the first departure: the story shall go on. */
export const dayComes = fc.constant(
  step("dayComes", async (model) => {
    const [departure] = model.departures;
    if (!departure) return;
    await theDayComes(departure.id);
    departure.is_over = true;
  }),
);

export const arrive = fc.tuple(index, fc.boolean(), small).map(([n, isUndo, ticket]) =>
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

export const noShow = fc.tuple(index, fc.boolean()).map(([n, isUndo]) =>
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

export const pay = fc.tuple(index, fc.boolean()).map(([n, isUndo]) =>
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

export const stranger = onBooking("stranger", isBooked, async (booking, _, { service }) => {
  const input = { uuid: booking.uuid, producer_id: "prdcr_other", actor };
  const { id } = booking.departure;
  await done(["not_found"], () => service.checkIn(input));
  await done(["not_found"], () => service.collect(input));
  await done(["not_found"], () => service.setCapacity({ ...input, id, capacity: 100 }));
});
