import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { addDays, type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import { type CatalogAnswer, catalogAnswer } from "@cho-lang/shared/contracts/catalog";
import { departureState } from "@cho-lang/shared/domain/booking";
import type { MedusaContainer } from "@medusajs/framework/types";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import type { Api, Refused } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { soon } from "../../search/soon";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aDeparture, aHold, aTour, holdRunsOut, type MarketTour } from "../../visits";

const backendRequire = createRequire(__filename);
const { availableTours }: typeof import("../../../src/reports/available-tours") = backendRequire(
  "../../../src/reports/available-tours",
);
const { tourMonth }: typeof import("../../../src/reports/tour-calendar") = backendRequire(
  "../../../src/reports/tour-calendar",
);
type BookingService = import("../../../src/modules/booking/service").default;

const today = todayInVietnam(new Date());
/** Numbers that look random and are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

medusaHttpSuite("available-tours", ({ api: client, getContainer }) => {
  const api: Api = client;
  let container: MedusaContainer;
  let market: Market;
  let hosts: MarketProducer[];
  let tours: MarketTour[];

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    hosts = [];
    tours = [];
    for (const handle of ["gom", "lua"]) {
      const host = await aProducer(container, market, { handle });
      hosts.push(host);
      for (const part of ["sang", "chieu"]) {
        const wishes = { producer_id: host.id, handle: `${handle}-${part}`, seats: 8 };
        tours.push(await aTour(container, market, wishes));
      }
    }
    for (const { product_id } of tours) {
      await updateProductsWorkflow(container).run({
        input: {
          selector: { id: product_id },
          update: { metadata: { group: "tourism", subgroup: "community", unit_vi: "khách" } },
        },
      });
    }
    await soon(async () => (await catalog("?kind=tour")).count, tours.length);
  });

  const get = <T>(query: string) =>
    api.get<T>(`/store/catalog${query}`, {
      headers: { "x-publishable-api-key": market.key },
      validateStatus: () => true,
    });
  async function catalog(query: string): Promise<CatalogAnswer> {
    const answer = await get<CatalogAnswer>(query);
    expect(answer.status).toBe(200);
    return catalogAnswer.parse(answer.data);
  }
  const found = async (query: string) =>
    (await catalog(query)).hits.map(({ handle }) => handle).sort();

  /** The day of the departures that `aTour` makes. */
  async function dayOf(tour: MarketTour): Promise<LocalDate> {
    const [row] = await sql()<{ day: string }[]>`SELECT local_date::text AS day
      FROM booking.departure WHERE id = ${tour.departure_id}`;
    return must(row).day;
  }
  /** A day on which all tours go. */
  async function commonDay(): Promise<LocalDate> {
    const day = await dayOf(must(tours[0]));
    const at = `${day}T08:30:00+07:00`;
    await sql()`UPDATE booking.departure SET local_date = ${day}, starts_at = ${at}::timestamptz,
      cutoff_at = ${at}::timestamptz - interval '2 hours'`;
    return day;
  }

  describe("What can four of us do on Saturday", () => {
    it("finds the tours with seats for that many, and counts within them", async () => {
      const day = await commonDay();
      const [first, second, third, fourth] = tours.map(({ handle }) => handle);
      await sql()`UPDATE booking.departure SET capacity = 3 WHERE id = ${must(tours[1]).departure_id}`;
      await sql()`UPDATE booking.departure SET status = 'closed', close_reason = 'weather'
        WHERE id = ${must(tours[2]).departure_id}`;
      expect(await found(`?available_on=${day}&party=4`)).toEqual([first, fourth].sort());
      expect(await found(`?available_on=${day}&party=3`)).toEqual([first, second, fourth].sort());
      expect(await found(`?available_on=${day}`)).not.toContain(third);
      const seen = await catalog(`?available_on=${day}&party=4`);
      expect(seen.count).toBe(2);
      expect(seen.facets.kind.map(({ value, count }) => [value, count])).toEqual([
        ["product", 0],
        ["tour", 2],
      ]);
      expect(seen.hits.every(({ kind }) => kind === "tour")).toBe(true);
    });

    it("goes together with words and with the other filters", async () => {
      const day = await commonDay();
      expect(await found(`?available_on=${day}&q=tham+gom`)).toEqual([
        "tham-gom-chieu",
        "tham-gom-sang",
      ]);
      expect(await found(`?available_on=${day}&producer=lua`)).toEqual([
        "tham-lua-chieu",
        "tham-lua-sang",
      ]);
      expect(await found(`?available_on=${day}&kind=product`)).toEqual([]);
      const paged = await catalog(`?available_on=${day}&page=2&page_size=3`);
      expect([paged.count, paged.hits.length]).toEqual([4, 1]);
    });

    it("a party larger than the tour takes finds nothing, however many seats are left", async () => {
      const day = await commonDay();
      await sql()`UPDATE booking.departure SET capacity = 40`;
      expect(await found(`?available_on=${day}&party=10`)).toHaveLength(4);
      expect(await found(`?available_on=${day}&party=11`)).toEqual([]);
    });

    it("a hold takes the seats until it runs out", async () => {
      const day = await commonDay();
      const [tour] = tours;
      const buyer = aBuyer(api, market);
      const units = { [must(tour).units.ADULT]: 5 };
      const uuid = await aHold(buyer, await buyer.fill(), must(tour), { units });
      expect(await found(`?available_on=${day}&party=4`)).not.toContain(must(tour).handle);
      expect(await found(`?available_on=${day}&party=3`)).toContain(must(tour).handle);
      await holdRunsOut(uuid);
      expect(await found(`?available_on=${day}&party=4`)).toContain(must(tour).handle);
    });

    it("hosts who are away today have nothing to offer", async () => {
      const day = await commonDay();
      const [away] = hosts;
      const set = (from: string | null, until: string | null) => sql()`UPDATE producer
        SET closed_from = ${from}, closed_until = ${until} WHERE id = ${must(away).id}`;
      for (const [from, until, isOpen] of [
        [today, today, false],
        [addDays(today, -9), addDays(today, -1), true],
        [addDays(today, 1), null, true],
        [null, today, false],
        [null, addDays(today, -1), true],
        [addDays(today, -1), null, false],
      ] as const) {
        await set(from, until);
        const seen = await found(`?available_on=${day}`);
        expect(seen.includes("tham-gom-sang"), `${from} to ${until}`).toBe(isOpen);
      }
    });

    it("a day that is over has nothing, and one that is none is refused by name", async () => {
      expect(await found(`?available_on=${addDays(today, -1)}`)).toEqual([]);
      expect(await found("?available_on=1999-12-31")).toEqual([]);
      expect(await found("?available_on=2199-12-31")).toEqual([]);
      for (const query of ["available_on=2027-02-29", "available_on=28.11.2026"]) {
        const { status, data } = await get<Refused>(`?${query}`);
        expect(status, query).toBe(400);
        expect(data.fields?.[0]?.field).toBe("available_on");
      }
      for (const party of ["0", "61", "1.5", "vier"]) {
        const { status, data } = await get<Refused>(`?available_on=${today}&party=${party}`);
        expect(status, party).toBe(400);
        expect(data.fields?.[0]?.field).toBe("party");
      }
      const all = await catalog("?kind=tour");
      expect((await catalog("?kind=tour&party=9")).count).toBe(all.count);
      expect((await catalog("?kind=tour&available_on=&party=2")).count).toBe(all.count);
    });
  });

  it("agrees with counting by hand on random departures, holds and bookings", async () => {
    const roll = dice(20_261_122);
    const service = container.resolve<BookingService>("booking");
    const late: string[] = [];
    for (let number = 0; number < 120; number += 1) {
      const tour = must(tours[roll(tours.length)]);
      const departure_id = await aDeparture({
        option_id: tour.option_id,
        seats: 1 + roll(9),
        // Each later than the one before: a tour has one departure at a time.
        hours_ahead: number * 0.8 - 6,
      });
      const cutoff = `${roll(40)} hours`;
      await sql()`UPDATE booking.departure SET cutoff_at = starts_at - ${cutoff}::interval
        WHERE id = ${departure_id}`;
      for (let party = roll(4); party > 0; party -= 1) {
        const request = {
          uuid: randomUUID(),
          departure_id,
          party: { [tour.units.ADULT]: 1 + roll(4) },
          cart_id: `cart_${randomUUID()}`,
          address: randomUUID(),
        };
        const host = { producer_id: tour.producer_id, full_name: "Khách", phone: "+84900000300" };
        const wish =
          roll(3) === 0
            ? service.bookByHost({ ...request, ...host, lang: "vi", actor: "test" })
            : service.hold(request);
        await wish.catch((error: { code?: string }) => {
          // Full, too late or past: refused as it should be, and nothing is taken.
          expect(error.code).toMatch(/^departure_/);
        });
        if (roll(2) === 0) late.push(request.uuid);
      }
      if (roll(8) === 0) {
        await sql()`UPDATE booking.departure SET status = 'closed', close_reason = 'repair'
          WHERE id = ${departure_id}`;
      }
    }
    for (const uuid of late) await holdRunsOutIfHeld(uuid);

    const now = new Date();
    const left = await freeSeatsByHand();
    expect(left.some(({ seats_left }) => seats_left === 0)).toBe(true);
    for (let day = -1; day < 6; day += 1) {
      const date = addDays(today, day);
      for (const party of [1, 2, 3, 5, 9]) {
        const wanted = left
          .filter((row) => row.local_date === date && row.seats_left >= party)
          .filter((row) => ["open", "few"].includes(departureState(row, now)))
          .map(({ product_id }) => product_id);
        expect(await availableTours({ date, party }, now), `${date}, ${party}`).toEqual(
          [...new Set(wanted)].sort(),
        );
      }
    }
    for (const { option_id } of tours) {
      const wanted = left.filter(
        (row) => row.option_id === option_id && row.local_date.startsWith(today.slice(0, 7)),
      );
      const { departures, next_open_date } = await tourMonth(option_id, today.slice(0, 7));
      expect(departures.map(({ id, seats_left }) => [id, seats_left])).toEqual(
        wanted.map(({ id, seats_left }) => [id, seats_left]),
      );
      const open = left.find(
        (row) => row.option_id === option_id && ["open", "few"].includes(departureState(row, now)),
      );
      expect(next_open_date).toBe(open?.local_date ?? null);
    }
  });

  async function holdRunsOutIfHeld(uuid: string): Promise<void> {
    const [row] = await sql()`SELECT FROM booking.booking
      WHERE uuid = ${uuid} AND status = 'ON_HOLD'`;
    if (row) await holdRunsOut(uuid);
  }

  /** Every departure with the seats that nobody has, counted from the bookings alone. */
  async function freeSeatsByHand() {
    const rows = await sql()<
      {
        id: string;
        option_id: string;
        product_id: string;
        local_date: string;
        starts_at: string;
        cutoff_at: string;
        status: "open" | "closed";
        capacity: number;
      }[]
    >`SELECT d.id, d.option_id, o.product_id, d.local_date::text, d.starts_at, d.cutoff_at,
        d.status, d.capacity
      FROM booking.departure d JOIN booking.option o ON o.id = d.option_id ORDER BY d.starts_at`;
    const taken = await sql()<{ departure_id: string; pax: number }[]>`
      SELECT departure_id, pax FROM booking.booking WHERE status IN ('CONFIRMED', 'REDEEMED')
        OR (status = 'ON_HOLD' AND expires_at > clock_timestamp())`;
    return rows.map(({ capacity, ...row }) => ({
      ...row,
      starts_at: new Date(row.starts_at),
      cutoff_at: new Date(row.cutoff_at),
      seats_left: taken
        .filter(({ departure_id }) => departure_id === row.id)
        .reduce((rest, { pax }) => rest - pax, capacity),
    }));
  }
});
