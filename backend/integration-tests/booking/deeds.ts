import { randomUUID } from "node:crypto";
import { RefusalError } from "../../src/lib/errors";
import { sql } from "../../src/lib/sql";
import type BookingModuleService from "../../src/modules/booking/service";
import { runOut } from "./moments";
import type { TourRow } from "./rows";

/** What guests and a host fight over. */
export type World = { tour: TourRow; departures: string[] };

/** How often each deed was done, refused by each code, and what failed that must not fail. */
export type Tally = { counts: Record<string, number>; failures: string[] };

/** Numbers from 0 (inclusive) to 1 that the seed alone decides (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const actor = "proof";

/**
 * Somebody who does one random deed after another: guests' and hosts' deeds, on bookings of their
 * own and of everybody. Expected refusals are counted; every other error is noted as a failure.
 */
export function aRestlessPerson(service: BookingModuleService, world: World, seed: number) {
  const chance = chanceOf(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const aDeparture = () => world.departures[below(world.departures.length)] ?? "";
  const { producer_id, adult, family, infant } = world.tour;
  const party = () => {
    const units = [{ [adult]: 1 + below(3) }, { [family]: 1 }, { [adult]: 1, [infant]: 1 }];
    return units[below(units.length)] ?? {};
  };
  const some = async (statuses: string[], count = 1): Promise<string[]> => {
    const rows = await sql()<{ uuid: string }[]>`SELECT uuid FROM booking.booking
      WHERE departure_id = ANY(${world.departures}) AND status = ANY(${statuses})
      ORDER BY random() LIMIT ${count}`;
    return rows.map(({ uuid }) => uuid);
  };
  /** Runs a deed on one booking in one of these states, if there is any. */
  const onOne = async (statuses: string[], deed: (uuid: string) => Promise<unknown>) => {
    for (const uuid of await some(statuses)) await deed(uuid);
  };
  const hold = () => {
    const uuid = randomUUID();
    return {
      uuid,
      departure_id: aDeparture(),
      party: party(),
      cart_id: `cart_${uuid}`,
      address: uuid,
    };
  };
  const orderOf = (uuid: string) => ({
    uuid,
    purchase_id: `pur_${uuid}`,
    order_id: `order_${uuid}`,
    order_line_item_id: `ordli_${uuid}`,
    full_name: "Nguyễn Thị Mai",
    phone: "+84912345678",
    lang: "vi" as const,
    note: "",
    due_vnd: 0,
  });
  const held = ["ON_HOLD", "EXPIRED"];
  const booked = ["CONFIRMED", "REDEEMED"];

  const deeds: [weight: number, name: string, deed: () => Promise<unknown>][] = [
    [10, "hold", () => service.hold(hold())],
    [
      2,
      "hold twice at once",
      async () => {
        const wanted = hold();
        await Promise.all([service.hold(wanted), service.hold(wanted)]);
      },
    ],
    [
      2,
      "extend",
      () => onOne(held, (uuid) => service.extendHold({ uuid, cart_id: `cart_${uuid}` })),
    ],
    [3, "release", () => onOne(held, (uuid) => service.release({ uuid, actor, reason: "left" }))],
    // One row per statement: two in any order could wait for each other, which no guest makes happen.
    [4, "run out", () => onOne(["ON_HOLD"], (uuid) => runOut([uuid]))],
    [
      5,
      "bind",
      async () => {
        const uuids = await some(held, 2);
        if (uuids.length > 0) await service.bind(uuids.map(orderOf));
      },
    ],
    [1, "unbind", async () => service.unbind(await some(held, 2))],
    [
      5,
      "confirm",
      async () => {
        const uuids = await bound(held, 2);
        if (uuids.length > 0) await service.confirm(uuids, actor);
      },
    ],
    [1, "unconfirm", async () => service.unconfirm(await bound(["CONFIRMED"], 2))],
    [
      4,
      "cancel",
      () => onOne(booked, (uuid) => service.cancel({ uuid, actor, reason: "guest_asked" })),
    ],
    [
      1,
      "cancel and take back",
      () =>
        onOne(["CONFIRMED"], async (uuid) =>
          service.uncancel(await service.cancel({ uuid, actor, reason: "guest_asked" })),
        ),
    ],
    [2, "check in", () => onOne(booked, (uuid) => service.checkIn({ uuid, producer_id, actor }))],
    [
      2,
      "undo check-in",
      () => onOne(booked, (uuid) => service.undoCheckIn({ uuid, producer_id, actor })),
    ],
    [
      2,
      "capacity",
      () => service.setCapacity({ id: aDeparture(), producer_id, capacity: 12 + below(10), actor }),
    ],
    [
      1,
      "close and reopen",
      async () => {
        const id = aDeparture();
        await service.closeDeparture({ id, producer_id, reason: "weather", note: "", actor });
        await service.reopenDeparture({ id, producer_id, actor });
      },
    ],
    [
      1,
      "book by host",
      () =>
        service.bookByHost({
          departure_id: aDeparture(),
          producer_id,
          party: party(),
          full_name: "Trần Văn Nam",
          phone: "+84987654321",
          lang: "vi",
          actor,
        }),
    ],
  ];
  /** As `some`, of those that belong to an order. */
  const bound = async (statuses: string[], count: number) => {
    const rows = await sql()<{ uuid: string }[]>`SELECT uuid FROM booking.booking
      WHERE departure_id = ANY(${world.departures}) AND status = ANY(${statuses})
        AND order_id IS NOT NULL ORDER BY random() LIMIT ${count}`;
    return rows.map(({ uuid }) => uuid);
  };
  const bag = deeds.flatMap((each) => Array.from({ length: each[0] }, () => each));

  return {
    async step(tally: Tally): Promise<void> {
      const chosen = bag[below(bag.length)];
      if (!chosen) return;
      const [, name, deed] = chosen;
      let outcome = name;
      try {
        await deed();
      } catch (error) {
        if (error instanceof RefusalError) outcome = `${name}: ${error.code}`;
        // Somebody took the booking off its order since it was chosen; no buyer ever does.
        else if (String(error).includes("has no order to confirm it")) outcome = `${name}: unbound`;
        else tally.failures.push(`${name}: ${String(error)} ${String((error as Error).cause)}`);
      }
      tally.counts[outcome] = (tally.counts[outcome] ?? 0) + 1;
    },
  };
}

/** Persons at once for a while; what they did all together. */
export async function letThemLoose(
  service: BookingModuleService,
  world: World,
  input: { persons: number; seed: number; ms: number },
): Promise<Tally> {
  const tally: Tally = { counts: {}, failures: [] };
  const last = Date.now() + input.ms;
  await Promise.all(
    Array.from({ length: input.persons }, async (_, index) => {
      const person = aRestlessPerson(service, world, input.seed * 1000 + index);
      while (Date.now() < last && tally.failures.length < 5) await person.step(tally);
    }),
  );
  return tally;
}
