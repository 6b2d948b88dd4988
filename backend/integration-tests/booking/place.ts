import { randomUUID } from "node:crypto";
import { addDays, todayInVietnam } from "@cho-lang/shared/calendar";
import { sql } from "../../src/lib/sql";
import type BookingModuleService from "../../src/modules/booking/service";
import type { NewTourOption } from "../../src/modules/booking/service";
import { anOption } from "./option";

/** An option with one departure at 06:00 in ten days, made as the host's schedule makes it. */
export async function aPlace(
  service: BookingModuleService,
  seats = 10,
  over: Partial<NewTourOption> = {},
) {
  const today = todayInVietnam(new Date());
  const day = addDays(today, 10);
  const wanted = anOption(over);
  const rules = wanted.rules.map((rule) => ({
    ...rule,
    times: ["06:00"],
    valid_from: day,
    valid_until: day,
    capacity: seats,
  }));
  const [option] = await service.createOptions([{ ...wanted, rules }]);
  if (!option) throw new Error("no option");
  await service.applySchedules({ option_ids: [option.id], today });
  const [departure] = await service.listDepartures({ option_id: option.id, from: day, to: day });
  const [adult, child] = option.units;
  if (!departure || !adult || !child) throw new Error("no departure");
  return { option, departure, adult, child };
}

export type Place = Awaited<ReturnType<typeof aPlace>>;

/** A request for so many adults from a cart and an address that nobody else has. */
export function aRequest(place: Place, adults: number, over: object = {}) {
  return {
    uuid: randomUUID(),
    departure_id: place.departure.id,
    party: { [place.adult.id]: adults },
    cart_id: `cart_${randomUUID()}`,
    address: randomUUID(),
    ...over,
  };
}

/** What ties a hold to an order of its own. */
export function aBinding(uuid: string, over: object = {}) {
  return {
    uuid,
    purchase_id: "purchase_1",
    order_id: `order_${uuid}`,
    order_line_item_id: `ordli_${uuid}`,
    full_name: "Nguyễn Thị Mây",
    phone: "+84912345678",
    lang: "vi" as const,
    note: "",
    due_vnd: 0,
    ...over,
  };
}

/** A party that has booked and owes everything at the village. */
export async function aBooking(service: BookingModuleService, place: Place, adults: number) {
  const held = await service.hold(aRequest(place, adults));
  await service.bind([aBinding(held.uuid, { due_vnd: held.amount_vnd })]);
  const [confirmed] = await service.confirm([held.uuid], "checkout");
  if (!confirmed) throw new Error("not confirmed");
  return confirmed;
}

/** Moves a departure so that it starts so many minutes from now, its cut-off two hours before. */
export async function moveStart(departure_id: string, minutes: number): Promise<void> {
  await sql()`UPDATE booking.departure d SET starts_at = at,
      local_date = (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, cutoff_at = at - interval '2 hours'
    FROM (SELECT clock_timestamp() + ${minutes}::int * interval '1 minute' AS at) s
    WHERE d.id = ${departure_id}`;
}

/** Held, confirmed and free seats of a departure. */
export async function seatsOf(service: BookingModuleService, departure_id: string) {
  const found = await service.findDeparture(departure_id);
  return found && [found.held, found.confirmed, found.seats_left];
}
