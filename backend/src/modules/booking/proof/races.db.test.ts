import { randomUUID } from "node:crypto";
import { MAX_HOLDS_PER_ADDRESS, MAX_HOLDS_PER_CART } from "@cho-lang/shared/domain/booking";
import { closeGate, type Gate } from "../../../../integration-tests/booking/gate";
import { brokenHistories, violations } from "../../../../integration-tests/booking/invariant";
import { runOut } from "../../../../integration-tests/booking/moments";
import {
  aDepartureRow,
  adults,
  aTourRow,
  type TourRow,
} from "../../../../integration-tests/booking/rows";
import { ownDatabase } from "../../../../integration-tests/database";
import { RefusalError } from "../../../lib/errors";
import { closeSql, sql } from "../../../lib/sql";
import { migrations } from "../migrations";
import BookingModuleService from "../service";

const guests = 48;
const seats = 20;
/** Connections of the shared pool: so many wait in the database, the others before it. */
const atOnce = 20;
/** Far below the 3 s after which whoever waits is refused. */
const patienceMs = 1_000;

describe("48 guests at the booking service", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-races", "booking", migrations);
  let tour: TourRow;
  beforeAll(async () => {
    tour = await aTourRow();
    await Promise.all(Array.from({ length: atOnce }, () => sql()`SELECT pg_sleep(0.05)`));
  });
  afterEach(async () => {
    expect(await violations()).toEqual([]);
    expect(await brokenHistories()).toEqual([]);
  });

  function gateAt(departure_id: string): Promise<Gate> {
    return closeGate(
      (tx) => tx`SELECT id FROM booking.departure WHERE id = ${departure_id} FOR UPDATE`,
    );
  }

  function aHold(departure_id: string, over: { cart_id?: string; address?: string } = {}) {
    const uuid = randomUUID();
    const party = adults(tour, 1);
    return { uuid, departure_id, party, cart_id: `cart_${uuid}`, address: uuid, ...over };
  }

  /** "held" or the code of the refusal. */
  async function outcome(deed: Promise<unknown>): Promise<string> {
    try {
      await deed;
      return "held";
    } catch (error) {
      if (error instanceof RefusalError) return String(error.code);
      throw error;
    }
  }

  function count(outcomes: string[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const one of outcomes) counts[one] = (counts[one] ?? 0) + 1;
    return counts;
  }

  /** All guests wait at the departure; `meanwhile` happens, then the gate opens. */
  async function stormOn(departure_id: string, meanwhile = async (_: Gate) => {}) {
    const gate = await gateAt(departure_id);
    const holds = Array.from({ length: guests }, () => outcome(service.hold(aHold(departure_id))));
    await gate.untilWaiting(atOnce, patienceMs);
    await meanwhile(gate);
    await gate.open();
    return count(await Promise.all(holds));
  }

  /** The host books for somebody, in one transaction from the lock to the answer. */
  function byTelephone(departure_id: string) {
    const guest = { full_name: "Trần Văn Nam", phone: "+84987654321", lang: "vi" as const };
    const { producer_id } = tour;
    const party = adults(tour, 1);
    return service.bookByHost({ departure_id, producer_id, party, ...guest, actor: "proof" });
  }

  /** A departure whose seats are all on hold. */
  async function aHeldDeparture(capacity: number) {
    const departure_id = await aDepartureRow(tour, capacity);
    const holds = Array.from({ length: capacity }, () => aHold(departure_id));
    await Promise.all(holds.map((hold) => service.hold(hold)));
    return { departure_id, uuids: holds.map(({ uuid }) => uuid) };
  }

  it("20 get a seat and 28 are refused, every time", async () => {
    for (let round = 0; round < 5; round += 1) {
      const departure_id = await aDepartureRow(tour, seats);
      expect(await stormOn(departure_id)).toEqual({ held: 20, departure_full: 28 });
    }
  });

  it("it is the statements that sell 20: they do so without the table's check too", async () => {
    await sql()`ALTER TABLE booking.departure DROP CONSTRAINT departure_seats`;
    const departure_id = await aDepartureRow(tour, seats);
    expect(await stormOn(departure_id)).toEqual({ held: 20, departure_full: 28 });
    await sql()`ALTER TABLE booking.departure ADD CONSTRAINT departure_seats
      CHECK (held >= 0 AND confirmed >= 0 AND held + confirmed <= capacity)`;
  });

  it("holds that run out while people wait are free once, not twice", async () => {
    const { departure_id, uuids } = await aHeldDeparture(seats);
    const counts = await stormOn(departure_id, (gate) => runOut(uuids, gate.sql));
    expect(counts).toEqual({ held: 20, departure_full: 28 });
    const rows = await sql()`SELECT status FROM booking.booking WHERE uuid = ANY(${uuids}::uuid[])`;
    expect(rows.map(({ status }) => status)).toEqual(Array(seats).fill("EXPIRED"));
  });

  it("with the transaction's clock those who waited find no seat that became free", async () => {
    const { departure_id, uuids } = await aHeldDeparture(seats);
    const [row] = await sql()`SELECT current_database() AS name`;
    // The service's own statements, with a clock_timestamp() that says what now() says.
    await sql().unsafe(`CREATE SCHEMA stale;
      CREATE FUNCTION stale.clock_timestamp() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT pg_catalog.now()';
      ALTER DATABASE "${row?.name}" SET search_path = stale, pg_catalog, public`);
    await closeSql();
    try {
      await Promise.all(Array.from({ length: atOnce }, () => sql()`SELECT pg_sleep(0.05)`));
      const gate = await gateAt(departure_id);
      const waiting = Array.from({ length: 5 }, () => outcome(byTelephone(departure_id)));
      await gate.untilWaiting(5, patienceMs);
      await gate.sql`UPDATE booking.booking SET expires_at = pg_catalog.clock_timestamp()
        WHERE uuid = ANY(${uuids}::uuid[])`;
      await gate.open();
      expect(count(await Promise.all(waiting))).toEqual({ departure_full: 5 });
    } finally {
      await sql().unsafe(`ALTER DATABASE "${row?.name}" RESET search_path`);
      await closeSql();
    }
    expect(await outcome(byTelephone(departure_id))).toBe("held");
  });

  it("whoever pays so late that the seat went to another is refused, and it is sold once", async () => {
    const ids = [await aDepartureRow(tour, 1), await aDepartureRow(tour, 1)].sort();
    const [first = "", second = ""] = ids;
    const cart_id = "cart_of_two_visits";
    const mine = [aHold(first, { cart_id }), aHold(second, { cart_id })];
    for (const hold of mine) await service.hold(hold);
    await service.bind(
      mine.map(({ uuid }) => ({
        uuid,
        purchase_id: "pur_late",
        order_id: "order_late",
        order_line_item_id: `ordli_${uuid}`,
        full_name: "Nguyễn Thị Mai",
        phone: "+84912345678",
        lang: "vi",
        note: "",
        due_vnd: 0,
      })),
    );
    const uuids = mine.map(({ uuid }) => uuid);
    const gate = await gateAt(first);
    const confirming = outcome(service.confirm(uuids, "proof"));
    await gate.untilWaiting(1, patienceMs);
    await runOut(uuids.slice(1), gate.sql);
    const other = aHold(second);
    expect(await outcome(service.hold(other))).toBe("held");
    await gate.open();
    expect(await confirming).toBe("seats_gone");
    const found = await service.listBookings({ uuids: [...uuids, other.uuid] });
    const statusOf = Object.fromEntries(found.map(({ uuid, status }) => [uuid, status]));
    expect(statusOf).toEqual({
      [uuids[0] ?? ""]: "ON_HOLD",
      [uuids[1] ?? ""]: "EXPIRED_REFUND",
      [other.uuid]: "ON_HOLD",
    });
  });

  it("one wish sent 20 times at once takes its seat once", async () => {
    const departure_id = await aDepartureRow(tour, seats);
    const wish = aHold(departure_id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.hold(wish)));
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
    expect((await service.listDepartures({ ids: [departure_id] }))[0]).toMatchObject({ held: 1 });
    expect(await service.listEvents({ departure_id, limit: 5, offset: 0 })).toHaveLength(1);
  });

  it("20 wishes at once from one cart, or one address, get as many holds as allowed", async () => {
    const departures = [await aDepartureRow(tour, 30), await aDepartureRow(tour, 30)];
    const wishes = (over: { cart_id?: string; address?: string }) =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          outcome(service.hold(aHold(departures[n % 2] ?? "", over))),
        ),
      );
    expect(count(await wishes({ cart_id: "cart_greedy" }))).toEqual({
      held: MAX_HOLDS_PER_CART,
      too_many_holds_in_cart: 20 - MAX_HOLDS_PER_CART,
    });
    expect(count(await wishes({ address: "203.0.113.7" }))).toEqual({
      held: MAX_HOLDS_PER_ADDRESS,
      too_many_holds_from_address: 20 - MAX_HOLDS_PER_ADDRESS,
    });
  });
});
