import type { Tally, World } from "../../../../integration-tests/booking/deeds";
import {
  brokenHistories,
  type Violation,
  violations,
} from "../../../../integration-tests/booking/invariant";
import { runOut } from "../../../../integration-tests/booking/moments";
import { startWorker, type Worker } from "../../../../integration-tests/booking/processes";
import { aDepartureRow, aTourRow } from "../../../../integration-tests/booking/rows";
import { ownDatabase } from "../../../../integration-tests/database";
import { sql } from "../../../lib/sql";
import { migrations } from "../migrations";
import BookingModuleService from "../service";

const stressMs = 6_000;
const seats = 16;

describe("Two processes sell the same seats", () => {
  const service = new BookingModuleService();
  ownDatabase("booking-stress", "booking", migrations);
  let workers: Worker[] = [];
  beforeAll(async () => {
    workers = await Promise.all([startWorker(), startWorker()]);
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end()));
  });

  async function aWorld(departures: number): Promise<World> {
    const tour = await aTourRow();
    const ids: string[] = [];
    for (let n = 0; n < departures; n += 1) ids.push(await aDepartureRow(tour, seats));
    return { tour, departures: ids };
  }

  /** Reads the promise of every moment over and over until told to stop. */
  function watch(): { stop: () => Promise<{ looks: number; seen: Violation[] }> } {
    let isOver = false;
    const seen: Violation[] = [];
    let looks = 0;
    const watching = (async () => {
      while (!isOver) {
        seen.push(...(await violations()));
        looks += 1;
      }
    })();
    return {
      stop: async () => {
        isOver = true;
        await watching;
        return { looks, seen };
      },
    };
  }

  it("whatever guests and hosts do at once, the counters say what the bookings say", async () => {
    const world = await aWorld(4);
    const monitor = watch();
    const tallies = await Promise.all(
      workers.map((worker, index) =>
        worker.run<Tally>({ kind: "deeds", world, persons: 8, seed: 7 + index, ms: stressMs }),
      ),
    );
    const { looks, seen } = await monitor.stop();

    expect(tallies.flatMap(({ failures }) => failures)).toEqual([]);
    expect(seen).toEqual([]);
    expect(looks).toBeGreaterThan(20);
    // The load was one: seats were sold, and ran out.
    const sum = (name: string) => tallies.reduce((all, { counts }) => all + (counts[name] ?? 0), 0);
    for (const deed of ["hold", "bind", "confirm", "cancel", "check in", "capacity"]) {
      expect(sum(deed), deed).toBeGreaterThan(0);
    }
    expect(sum("hold: departure_full")).toBeGreaterThan(0);
  });

  it("nothing stays held when all holds have run out, and every history adds up", async () => {
    const world = await aWorld(4);
    await Promise.all(
      workers.map((worker, index) =>
        worker.run<Tally>({ kind: "deeds", world, persons: 4, seed: 70 + index, ms: 1_000 }),
      ),
    );
    const holds = await sql()`SELECT uuid FROM booking.booking WHERE status = 'ON_HOLD'`;
    await runOut(holds.map(({ uuid }) => uuid));
    for (const { id, seats_left } of await service.listDepartures({ ids: world.departures })) {
      const [row] = await sql()`SELECT capacity, confirmed FROM booking.departure WHERE id = ${id}`;
      expect(seats_left).toBe(row?.capacity - row?.confirmed);
      const { producer_id } = world.tour;
      await service.setCapacity({ id, producer_id, capacity: 100, actor: "proof" });
    }
    const left = await sql()`SELECT id FROM booking.departure
      WHERE held <> 0 AND id = ANY(${world.departures})`;
    expect([...left]).toEqual([]);
    expect(await violations()).toEqual([]);
    expect([...(await brokenHistories())]).toEqual([]);
  });

  it("the last seat goes to one of 20 guests, every time", async () => {
    const world = await aWorld(0);
    for (let round = 0; round < 5; round += 1) {
      const departure_id = await aDepartureRow(world.tour, 1);
      const outcomes = await Promise.all(
        workers.map((worker) =>
          worker.run<string[]>({ kind: "buy", world, departure_id, buyers: 10 }),
        ),
      );
      expect(outcomes.flat().sort()).toEqual([...Array(19).fill("departure_full"), "held"]);
    }
    expect(await violations()).toEqual([]);
  });
});
