import { randomUUID } from "node:crypto";
import type { HoldAnswer } from "@cho-lang/shared/contracts/booking";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, backend, type Market, type MarketProducer, must } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import {
  aDeparture,
  aHold,
  aTour,
  hold,
  holdRunsOut,
  type MarketTour,
  seatsOf,
  startMovesTo,
} from "../../visits";

medusaHttpSuite("booking", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tour: MarketTour;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tour = await aTour(container, market, { producer_id: coffee.id, handle: "ca-phe", seats: 8 });
    buyer = aBuyer(api, market);
  });
  afterEach(settle);

  const lineOf = async (cartId: string) => (await buyer.view(cartId)).groups[0]?.lines[0];

  describe("Holding seats", () => {
    it("puts one line for the whole party into the cart and keeps its seats", async () => {
      const cartId = await buyer.fill();
      const units = { [tour.units.ADULT]: 2, [tour.units.CHILD]: 1, [tour.units.INFANT]: 1 };
      const { status, data } = await hold(buyer, cartId, tour, { units });
      expect(status).toBe(200);
      expect(data.booking).toMatchObject({
        status: "ON_HOLD",
        cart_id: cartId,
        departure_id: tour.departure_id,
        pax: 3,
        amount_vnd: 625_000,
        can_extend: true,
      });
      const line = must(await lineOf(cartId));
      expect(line).toMatchObject({
        id: data.booking.line_item_id,
        quantity: 1,
        total_vnd: 625_000,
        problem: null,
        stock: null,
        product: { kind: "tour" },
        visit: {
          uuid: data.booking.uuid,
          pax: 3,
          meeting_point: "Cổng làng",
          can_extend: true,
          party: [
            { kind: "ADULT", count: 2 },
            { kind: "CHILD", count: 1 },
            { kind: "INFANT", count: 1 },
          ],
        },
      });
      expect(await seatsOf(tour.departure_id)).toEqual({ capacity: 8, held: 3, confirmed: 0 });
      const view = await buyer.view(cartId);
      expect(view).toMatchObject({
        parcels: 0,
        visit_count: 1,
        visits_vnd: 625_000,
        goods_vnd: 625_000,
        shipping_vnd: 0,
        total_vnd: 625_000,
      });
    });

    it("answers the same hold to the same request, one after another and at once", async () => {
      const cartId = await buyer.fill();
      const uuid = randomUUID();
      const first = await hold(buyer, cartId, tour, { uuid });
      const again = await Promise.all(
        Array.from({ length: 5 }, () => hold(buyer, cartId, tour, { uuid })),
      );
      for (const answer of again) expect(answer.data).toEqual(first.data);
      const other = randomUUID();
      const racing = await Promise.all(
        Array.from({ length: 5 }, () => hold(buyer, cartId, tour, { uuid: other })),
      );
      expect(racing.map(({ status }) => status)).toEqual(Array(5).fill(200));
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 4 });
      expect((await buyer.view(cartId)).visit_count).toBe(2);
    });

    it("refuses another request under the same uuid", async () => {
      const cartId = await buyer.fill();
      const uuid = randomUUID();
      await aHold(buyer, cartId, tour, { uuid });
      const units = { [tour.units.ADULT]: 3 };
      const { status, data } = await hold(buyer, cartId, tour, { uuid, units });
      expect([status, data.code]).toEqual([400, "booking_uuid_taken"]);
      const elsewhere = await hold(buyer, await buyer.fill(), tour, { uuid });
      expect([elsewhere.status, elsewhere.data.code]).toEqual([400, "booking_uuid_taken"]);
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 2 });
    });

    it("takes the price of the departure", async () => {
      const departure_id = await aDeparture({ option_id: tour.option_id, price_percent: 130 });
      const { data } = await hold(buyer, await buyer.fill(), tour, { departure_id });
      expect(data.booking.amount_vnd).toBe(650_000);
    });

    it.each([
      ["and names its line already", true],
      ["and names no line yet", false],
    ])("finishes what a crash left between the hold, %s, and the cart's line", async (_, named) => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, tour);
      const line = must(await lineOf(cartId)).id;
      if (!named) await sql()`UPDATE booking.booking SET line_item_id = NULL WHERE uuid = ${uuid}`;
      await container.resolve(Modules.CART).deleteLineItems([line]);
      expect((await buyer.view(cartId)).visit_count).toBe(0);
      const again = await hold(buyer, cartId, tour, { uuid });
      expect(again.data.booking.line_item_id).toBe(line);
      expect((await buyer.view(cartId)).visit_count).toBe(1);
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 2 });
    });

    it("finishes what a crash between the line and the booking left, which cannot be bought", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, tour);
      await sql()`UPDATE booking.booking SET line_item_id = NULL WHERE uuid = ${uuid}`;
      expect((await lineOf(cartId))?.problem).toBe("tour_not_bookable");
      await aHold(buyer, cartId, tour, { uuid });
      expect((await lineOf(cartId))?.problem).toBeNull();
      expect((await buyer.view(cartId)).visit_count).toBe(1);
    });

    it("leaves no seats held when the line cannot be made", async () => {
      const cartId = await buyer.fill();
      const lines = Array.from({ length: 100 }, (_, n) => ({
        title: `Dòng ${n}`,
        quantity: 1,
        unit_price: 1000,
        variant_id: coffee.variant_id,
      }));
      await container.resolve(Modules.CART).addLineItems(cartId, lines as never);
      const { status, data } = await hold(buyer, cartId, tour);
      expect([status, data.code]).toEqual([400, "cart_full"]);
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 0 });
    });
  });

  describe("What cannot be held", () => {
    /** Parties by kind, and what is said of them. */
    const parties: [string, Partial<Record<keyof MarketTour["units"], number>>, string][] = [
      ["more than is left", { ADULT: 9 }, "departure_full"],
      ["nobody", {}, "party_empty"],
      ["a child alone", { CHILD: 1 }, "not_accompanied"],
      ["more than a party", { ADULT: 11 }, "party_too_large"],
    ];

    it.each(parties)("is %s", async (_what, party, code) => {
      const units = Object.fromEntries(
        Object.entries(party).map(([kind, count]) => [tour.units[kind as "ADULT"], count]),
      );
      const { status, data } = await hold(buyer, await buyer.fill(), tour, { units });
      expect(status).toBe(400);
      expect(data.fields?.map((fault) => fault.code)).toEqual([code]);
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 0 });
    });

    it("is a unit of no tour, by its name", async () => {
      const units = { unit_none: 1 };
      const { data } = await hold(buyer, await buyer.fill(), tour, { units });
      expect(data.fields).toMatchObject([{ field: "units.unit_none", code: "unit_unknown" }]);
    });

    it("is a departure after its cut-off, in the past, closed, or unknown", async () => {
      const cartId = await buyer.fill();
      await startMovesTo(tour.departure_id, 1);
      expect((await hold(buyer, cartId, tour)).data.code).toBe("departure_too_late");
      await startMovesTo(tour.departure_id, -1);
      expect((await hold(buyer, cartId, tour)).data.code).toBe("departure_past");
      await startMovesTo(tour.departure_id, 100);
      await sql()`UPDATE booking.departure SET status = 'closed', close_reason = 'weather'
        WHERE id = ${tour.departure_id}`;
      expect((await hold(buyer, cartId, tour)).data.code).toBe("departure_closed");
      const unknown = await hold(buyer, cartId, tour, { departure_id: "dep_none" });
      expect(unknown.status).toBe(404);
      expect((await hold(buyer, "cart_none", tour)).status).toBe(404);
    });

    it("is a tour of a host who is suspended", async () => {
      const { suspendProducerWorkflow } = backend("workflows/producer/suspend-producer");
      const actor = { id: "user_1", name: "Operator" };
      const input = { producer_id: coffee.id, actor, reason: "Kiểm tra lại giấy tờ của cơ sở" };
      await suspendProducerWorkflow(container).run({ input });
      const { status, data } = await hold(buyer, await buyer.fill(), tour);
      expect([status, data.code]).toEqual([400, "producer_closed"]);
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 0 });
    });

    it("is a fourth visit in a cart", async () => {
      const cartId = await buyer.fill();
      const units = { [tour.units.ADULT]: 1 };
      for (let n = 0; n < 3; n += 1) await aHold(buyer, cartId, tour, { units });
      const { status, data } = await hold(buyer, cartId, tour, { units });
      expect([status, data.code]).toEqual([400, "too_many_holds_in_cart"]);
    });

    it("is a seventh hold of one address, over all its carts", async () => {
      const at = (address: string) => {
        const headers = { "x-publishable-api-key": market.key, "x-forwarded-for": address };
        const config = { headers, validateStatus: () => true };
        const units = { [tour.units.ADULT]: 1 };
        const { departure_id } = tour;
        return (cart_id: string) =>
          api.post("/store/bookings", { uuid: randomUUID(), cart_id, departure_id, units }, config);
      };
      const home = at("203.0.113.7");
      for (let n = 0; n < 6; n += 1) expect((await home(await buyer.fill())).status).toBe(200);
      const seventh = await home(await buyer.fill());
      expect([seventh.status, seventh.data.code]).toEqual([400, "too_many_holds_from_address"]);
      expect((await at("203.0.113.8")(await buyer.fill())).status).toBe(200);
      const kept = await sql()`SELECT DISTINCT address_hash FROM booking.booking`;
      expect(JSON.stringify(kept)).not.toContain("203.0.113");
    });
  });

  describe("The last seat", () => {
    it("goes to one of twenty buyers, and the others hold nothing", async () => {
      const departure_id = await aDeparture({ option_id: tour.option_id, seats: 1 });
      const carts = await Promise.all(Array.from({ length: 20 }, () => buyer.fill()));
      const answers = await Promise.all(
        carts.map((id) =>
          hold(buyer, id, tour, { departure_id, units: { [tour.units.ADULT]: 1 } }),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const codes = new Set(answers.filter((a) => a.status !== 200).map(({ data }) => data.code));
      // On a busy machine somebody may wait for the departure in vain, and is told to try again.
      for (const code of codes) expect(["departure_full", "departure_busy"]).toContain(code);
      expect(await seatsOf(departure_id)).toEqual({ capacity: 1, held: 1, confirmed: 0 });
      const lines = await sql()`SELECT id FROM cart_line_item WHERE deleted_at IS NULL`;
      expect(lines).toHaveLength(1);
    });
  });

  describe("Asking for more time", () => {
    const extend = (uuid: string, cart_id: string) =>
      buyer.post<HoldAnswer & { code?: string }>(`/store/bookings/${uuid}/extend`, { cart_id });

    it("is granted once", async () => {
      const cartId = await buyer.fill();
      const first = await hold(buyer, cartId, tour);
      await sql()`UPDATE booking.booking
        SET expires_at = clock_timestamp() + interval '1 minute'`;
      const { uuid } = first.data.booking;
      const longer = await extend(uuid, cartId);
      expect(longer.data.booking).toMatchObject({ uuid, can_extend: false, status: "ON_HOLD" });
      const minutes = (Date.parse(must(longer.data.booking.expires_at)) - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(14);
      expect(minutes).toBeLessThan(15.1);
      const twice = await extend(uuid, cartId);
      expect([twice.status, twice.data.code]).toEqual([400, "extension_used"]);
    });

    it("takes the seats again when the hold ran out, while they are free", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, tour);
      await holdRunsOut(uuid);
      expect((await extend(uuid, cartId)).data.booking.status).toBe("ON_HOLD");
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 2 });
    });

    it("is refused when the seats are gone", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, tour);
      await holdRunsOut(uuid);
      const units = { [tour.units.ADULT]: 7 };
      await aHold(buyer, await buyer.fill(), tour, { units });
      const { status, data } = await extend(uuid, cartId);
      expect([status, data.code]).toEqual([400, "departure_full"]);
    });

    it("is not found for another cart, and for no booking", async () => {
      const uuid = await aHold(buyer, await buyer.fill(), tour);
      expect((await extend(uuid, await buyer.fill())).status).toBe(404);
      expect((await extend(randomUUID(), await buyer.fill())).status).toBe(404);
      expect((await extend("x", await buyer.fill())).status).toBe(404);
    });
  });
});
