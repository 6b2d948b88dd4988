import { createRequire } from "node:module";
import {
  addDays,
  addMonths,
  formatTimeInVietnam,
  type LocalDate,
  todayInVietnam,
} from "@cho-lang/shared/calendar";
import { type TourBooking, tourBooking } from "@cho-lang/shared/contracts/booking";
import type { MedusaContainer } from "@medusajs/framework/types";
import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows";
import type { Api, Refused } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aDeparture, aHold, aTour, hold, holdRunsOut, type MarketTour } from "../../visits";

type Product = typeof import("../../../src/workflows/product/edit-variants");
type BookingService = import("../../../src/modules/booking/service").default;

const today = todayInVietnam(new Date());
/** A day of the month that comes so many months after this one. */
const inMonth = (months: number, day: string): LocalDate =>
  `${addMonths(`${today.slice(0, 7)}-01`, months).slice(0, 7)}-${day}`;

medusaHttpSuite("tours", ({ api: client, getContainer }) => {
  const api: Api = client;
  let container: MedusaContainer;
  let market: Market;
  let host: MarketProducer;
  let tour: MarketTour;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    host = await aProducer(container, market, { handle: "lang-gom" });
    tour = await aTour(container, market, { producer_id: host.id, handle: "lang-gom", seats: 8 });
  });

  const ask = <T = TourBooking>(query = "", handle = tour.handle) =>
    api.get<T>(`/store/tours/${handle}${query}`, {
      headers: { "x-publishable-api-key": market.key },
      validateStatus: () => true,
    });
  async function calendar(query = "", handle = tour.handle): Promise<TourBooking> {
    const answer = await ask(query, handle);
    expect(answer.status).toBe(200);
    return tourBooking.parse(answer.data);
  }
  const dayOf = async (date: LocalDate) => {
    const { days } = await calendar(`?month=${date.slice(0, 7)}`);
    return must(days.find((day) => day.date === date));
  };

  /** A departure at a time of the clock in Vietnam. */
  async function departsAt(
    date: LocalDate,
    time: string,
    over: { capacity?: number; percent?: number; closed?: string; cutoff_hours?: number } = {},
  ): Promise<string> {
    const id = await aDeparture({ option_id: tour.option_id, seats: over.capacity ?? 8 });
    const { percent = 100, closed = null, cutoff_hours = 2 } = over;
    await sql()`UPDATE booking.departure SET starts_at = ${`${date}T${time}:00+07:00`},
        local_date = ${date}, price_percent = ${percent}, close_reason = ${closed},
        status = ${closed ? "closed" : "open"},
        cutoff_at = ${`${date}T${time}:00+07:00`}::timestamptz
          - ${`${cutoff_hours} hours`}::interval
      WHERE id = ${id}`;
    return id;
  }

  describe("A tour's page", () => {
    it("tells how it goes, whom it takes and the month of its next visit", async () => {
      const seen = await calendar();
      expect(seen).toMatchObject({
        product_id: tour.product_id,
        handle: tour.handle,
        option_id: tour.option_id,
        is_bookable: true,
        today,
        previous_month: null,
        next_month: null,
      });
      expect(seen.options).toHaveLength(1);
      expect(seen.options[0]).toMatchObject({
        title: "Nửa ngày ở làng",
        meeting_point: "Cổng làng",
        directions: "Đi theo biển chỉ dẫn.",
        included: ["Nước uống"],
        program: [{ minutes_after_start: 0, text: "Đón khách" }],
        min_party: 1,
        max_party: 10,
        policy: [
          { hours_before: 48, refund_percent: 100 },
          { hours_before: 24, refund_percent: 50 },
        ],
      });
      expect(seen.options[0]?.units.map(({ kind, price_vnd }) => [kind, price_vnd])).toEqual([
        ["ADULT", 250_000],
        ["CHILD", 125_000],
        ["INFANT", 0],
        ["FAMILY", 750_000],
      ]);
      const open = seen.days.filter(({ state }) => state !== null);
      expect(open).toHaveLength(1);
      expect(open[0]).toMatchObject({ state: "open", seats_left: 8, price_from_vnd: 250_000 });
      expect(seen.next_open_date).toBe(open[0]?.date);
      expect(seen.month).toBe(open[0]?.date.slice(0, 7));
      expect(open[0]?.departures[0]?.id).toBe(tour.departure_id);
    });

    it("speaks English where there are English texts", async () => {
      await sql()`UPDATE booking.option SET directions_en = '' WHERE id = ${tour.option_id}`;
      const { options } = await calendar("?lang=en");
      expect(options[0]).toMatchObject({
        title: "Half a day in the village",
        meeting_point: "Village gate",
        directions: "Đi theo biển chỉ dẫn.",
        included: ["Water"],
        program: [{ minutes_after_start: 0, text: "Welcome" }],
      });
    });

    it("has every day of a month, and the neighbours that have visits", async () => {
      const [before, here, after] = [inMonth(3, "28"), inMonth(5, "01"), inMonth(8, "30")];
      await departsAt(before, "08:30");
      await departsAt(here, "06:00");
      await departsAt(after, "23:30");
      const seen = await calendar(`?month=${here.slice(0, 7)}`);
      expect(seen.days[0]?.date).toBe(here);
      const last = must(seen.days.at(-1)).date;
      expect(addDays(last, 1).slice(8)).toBe("01");
      expect(seen.previous_month).toBe(before.slice(0, 7));
      expect(seen.next_month).toBe(after.slice(0, 7));
      const end = await calendar(`?month=${after.slice(0, 7)}`);
      expect(end.next_month).toBeNull();
      expect(end.previous_month).toBe(here.slice(0, 7));
      const far = await calendar("?month=2199-12");
      expect(far).toMatchObject({ previous_month: after.slice(0, 7), next_month: null });
      const past = await calendar("?month=1950-01");
      expect(past.previous_month).toBeNull();
      expect(past.next_month).not.toBeNull();
    });

    it("a visit at six in the morning is on its own day, and so is one before midnight", async () => {
      const date = inMonth(2, "01");
      const last = addDays(date, -1);
      await departsAt(date, "06:00");
      await departsAt(last, "23:59");
      const first = await dayOf(date);
      expect(first.departures.map(({ time }) => time)).toEqual(["06:00"]);
      expect(first.departures[0]?.starts_at).toBe(`${last}T23:00:00.000Z`);
      expect((await dayOf(last)).departures.map(({ time }) => time)).toEqual(["23:59"]);
    });
  });

  describe("A day of the calendar", () => {
    const date = inMonth(2, "10");

    it("shows its best departure, the most seats and the lowest price that can be booked", async () => {
      await departsAt(date, "07:00", { capacity: 0, percent: 50 });
      await departsAt(date, "08:00", { capacity: 3, percent: 120 });
      await departsAt(date, "09:00", { closed: "weather" });
      expect(await dayOf(date)).toMatchObject({
        state: "few",
        seats_left: 3,
        price_from_vnd: 300_000,
        close_reason: null,
      });
      await departsAt(date, "10:00", { capacity: 5, percent: 110 });
      const day = await dayOf(date);
      expect(day).toMatchObject({ state: "open", seats_left: 5, price_from_vnd: 275_000 });
      expect(day.departures.map(({ time, state }) => [time, state])).toEqual([
        ["07:00", "full"],
        ["08:00", "few"],
        ["09:00", "closed"],
        ["10:00", "open"],
      ]);
      expect(day.departures[2]?.close_reason).toBe("weather");
    });

    it("says that it is closed and why", async () => {
      await departsAt(date, "09:00", { closed: "holiday" });
      expect(await dayOf(date)).toMatchObject({
        state: "closed",
        close_reason: "holiday",
        seats_left: 0,
        price_from_vnd: 250_000,
      });
    });

    it("knows when it is too late and what is past", async () => {
      const now = Date.now();
      for (const [index, minutes] of [-30, 30].entries()) {
        const id = await aDeparture({ option_id: tour.option_id });
        const at = new Date(now + minutes * 60_000).toISOString();
        await sql()`UPDATE booking.departure SET starts_at = ${at}::timestamptz,
            local_date = ${todayInVietnam(new Date(at))}, cutoff_at = ${at}::timestamptz
              - interval '1 hour' WHERE id = ${id}`;
        const day = await dayOf(todayInVietnam(new Date(at)));
        const time = formatTimeInVietnam(new Date(at));
        const seen = day.departures.find((row) => row.time === time);
        expect(seen?.state).toBe(index === 0 ? "past" : "too_late");
      }
    });

    it("counts holds as taken until they run out", async () => {
      const buyer = aBuyer(api, market);
      const date = todayInVietnam(new Date(Date.now() + 240 * 3_600_000));
      const uuid = await aHold(buyer, await buyer.fill(), tour);
      const left = async () =>
        must((await dayOf(date)).departures.find(({ id }) => id === tour.departure_id)).seats_left;
      expect(await left()).toBe(6);
      await holdRunsOut(uuid);
      expect(await left()).toBe(8);
    });
  });

  describe("A tour that cannot be booked", () => {
    it("is unknown, not a tour or hidden: 404", async () => {
      for (const handle of ["khong-co", "ca-phe-lang-gom", "x".repeat(201)]) {
        expect((await ask<Refused>("", handle)).status).toBe(404);
      }
      await updateProductsWorkflow(container).run({
        input: { selector: { id: tour.product_id }, update: { status: "draft" } },
      });
      expect((await ask<Refused>()).status).toBe(404);
    });

    it("has an empty calendar when it takes no bookings", async () => {
      await container.resolve<BookingService>("booking").deleteOptions([tour.option_id]);
      const seen = await calendar();
      expect(seen).toMatchObject({
        options: [],
        option_id: null,
        month: today.slice(0, 7),
        next_open_date: null,
      });
      expect(seen.days.every(({ state }) => state === null)).toBe(true);
      expect((await calendar("?month=2027-02")).days).toHaveLength(28);
    });

    it("is one of a host who is suspended or away today", async () => {
      await sql()`UPDATE producer SET closed_from = ${today}, closed_until = ${today}
        WHERE id = ${host.id}`;
      expect((await calendar()).is_bookable).toBe(false);
      await sql()`UPDATE producer SET closed_from = ${addDays(today, 1)}, closed_until = NULL
        WHERE id = ${host.id}`;
      expect((await calendar()).is_bookable).toBe(true);
      await sql()`UPDATE producer SET status = 'suspended' WHERE id = ${host.id}`;
      expect((await calendar()).is_bookable).toBe(false);
    });

    it("names what is wrong with a question", async () => {
      for (const [query, field] of [
        ["?month=2026-13", "month"],
        ["?month=0000-01", "month"],
        ["?month=2026-1", "month"],
        ["?option=opt_khac", "option"],
        ["?lang=fr", "lang"],
        ["?day=1", "day"],
      ]) {
        const { status, data } = await ask<Refused>(query);
        expect(status, query).toBe(400);
        expect(data.fields?.[0]?.field).toBe(field);
      }
    });
  });

  describe("A new price of the tour", () => {
    const edit = () =>
      (createRequire(__filename)("../../../src/workflows/product/edit-variants") as Product)
        .editVariantsWorkflow;
    const input = () => ({
      prices: [{ variant_id: tour.variant_id, price_vnd: 280_000 }],
      shelves: [],
    });
    const prices = async () =>
      (await calendar()).options[0]?.units.map(({ price_vnd }) => price_vnd);

    it("is what adults pay from now on, not what is held already", async () => {
      const buyer = aBuyer(api, market);
      const cart = await buyer.fill();
      const uuid = await aHold(buyer, cart, tour);
      await edit()(container).run({ input: input() });
      expect(await prices()).toEqual([280_000, 125_000, 0, 750_000]);
      const [row] = await sql()`SELECT amount_vnd FROM booking.booking WHERE uuid = ${uuid}`;
      expect(Number(row?.amount_vnd)).toBe(500_000);
      const next = await hold(buyer, cart, tour, { units: { [tour.units.ADULT]: 1 } });
      expect(next.data.booking.amount_vnd).toBe(280_000);
    });

    it("is taken back with everything else", async () => {
      const fail = createStep("fail-on-purpose", async () => {
        throw new Error("on purpose");
      });
      const failing = createWorkflow("edit-and-fail", (given: ReturnType<typeof input>) => {
        edit().runAsStep({ input: given });
        fail();
        return new WorkflowResponse(null);
      });
      await expect(failing(container).run({ input: input() })).rejects.toThrow("on purpose");
      expect(await prices()).toEqual([250_000, 125_000, 0, 750_000]);
    });
  });
});
