import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
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
  aVisit,
  hold,
  holdRunsOut,
  type MarketTour,
  seatsOf,
  startMovesTo,
  statusOf,
} from "../../visits";

medusaHttpSuite("visit-problems", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let farm: MarketTour;
  let buyer: ReturnType<typeof aBuyer>;
  /** What a form says where nothing is sent. */
  const nowhere = { province_code: "", commune_code: "", street: "" };

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    farm = await aTour(container, market, { producer_id: coffee.id, handle: "vuon", seats: 8 });
    buyer = aBuyer(api, market);
  });
  afterEach(settle);

  const lineOf = async (cartId: string) => (await buyer.view(cartId)).groups[0]?.lines[0];

  describe("A hold that ran out", () => {
    it("takes its seats again when the cart is bought, while they are free", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, farm);
      await holdRunsOut(uuid);
      const line = must((await buyer.view(cartId)).groups[0]?.lines[0]);
      expect(line.problem).toBeNull();
      expect(Date.parse(must(line.visit).expires_at)).toBeLessThan(Date.now());
      expect((await buyer.buy(cartId, nowhere)).status).toBe(200);
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 0, confirmed: 2 });
    });

    it("is named when its seats are gone, and the rest can be bought", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      const uuid = await aHold(buyer, cartId, farm);
      const form = await buyer.form(cartId);
      await holdRunsOut(uuid);
      await aVisit(api, market, farm, { units: { [farm.units.ADULT]: 7 } });
      const line = must((await buyer.view(cartId)).groups[0]?.lines.find(({ visit }) => visit));
      expect(line.problem).toBe("departure_full");
      const refused = await buyer.checkout(cartId, form);
      expect([refused.status, refused.data.code]).toEqual([400, "lines_not_available"]);
      expect(refused.data.lines).toEqual([{ line_id: line.id, problem: "departure_full" }]);
      await buyer.delete(`/store/carts/${cartId}/line-items/${line.id}`);
      const done = await buyer.buy<CheckoutDone>(cartId);
      expect(done.status).toBe(200);
      const bought = await sql()`SELECT 1 FROM purchase.order_line_snapshot s
        JOIN purchase.purchase_order o USING (order_id)
        WHERE o.purchase_id = ${done.data.purchase_id}`;
      expect(bought).toHaveLength(1);
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 0, confirmed: 7 });
    });

    it("gives the last seat to one of ten carts that are bought at once", async () => {
      const departure_id = await aDeparture({ option_id: farm.option_id, seats: 1 });
      const carts: [string, unknown][] = [];
      for (let n = 0; n < 10; n += 1) {
        const id = await buyer.fill();
        const units = { [farm.units.ADULT]: 1 };
        const uuid = await aHold(buyer, id, farm, { departure_id, units });
        carts.push([id, await buyer.form(id, nowhere)]);
        await holdRunsOut(uuid);
      }
      const answers = await Promise.all(carts.map(([id, form]) => buyer.checkout(id, form)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      // On a busy machine somebody may wait for the departure in vain, and is told to try again.
      const why = answers
        .filter(({ status, data }) => status !== 200 && data.code !== "departure_busy")
        .map(({ data }) => [data.code, data.lines?.[0]?.problem]);
      for (const one of why) expect(one).toEqual(["lines_not_available", "departure_full"]);
      expect(await seatsOf(departure_id)).toEqual({ capacity: 1, held: 0, confirmed: 1 });
      expect((await sql()`SELECT 1 FROM "order" WHERE deleted_at IS NULL`).length).toBe(1);
      expect((await sql()`SELECT 1 FROM payment WHERE canceled_at IS NULL`).length).toBe(2);
    });

    it("counts two visits of one cart together", async () => {
      const departure_id = await aDeparture({ option_id: farm.option_id, seats: 4 });
      const cartId = await buyer.fill();
      for (let n = 0; n < 2; n += 1) {
        await holdRunsOut(await aHold(buyer, cartId, farm, { departure_id }));
      }
      await sql()`UPDATE booking.departure SET capacity = 4, held = 0 WHERE id = ${departure_id}`;
      await sql()`UPDATE booking.booking SET status = 'EXPIRED' WHERE cart_id = ${cartId}`;
      await aHold(buyer, await buyer.fill(), farm, { departure_id });
      const lines = must((await buyer.view(cartId)).groups[0]).lines;
      expect(lines.map(({ problem }) => problem).sort()).toEqual(["departure_full", null]);
    });

    it("is refused after the cut-off, while a live hold is kept until the start", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, farm);
      const problem = async () => must((await buyer.view(cartId)).groups[0]?.lines[0]).problem;
      await startMovesTo(farm.departure_id, 1);
      expect(await problem()).toBeNull();
      await holdRunsOut(uuid);
      expect(await problem()).toBe("departure_closed");
      const form = await buyer.form(cartId, nowhere);
      expect((await buyer.checkout(cartId, form)).data.code).toBe("lines_not_available");
    });
  });

  describe("A line that is not as it was booked", () => {
    /** What somebody who got at the cart's rows could have done. */
    const forgeries: [string, (line: string, cart: string) => Promise<unknown>][] = [
      ["another amount", (line) => carts().updateLineItems([change(line, { unit_price: 1 })])],
      ["two of it", (line) => carts().updateLineItems([change(line, { quantity: 2 })])],
      [
        "another's booking",
        (line, cart) => sql()`UPDATE booking.booking SET cart_id = 'cart_other'
          WHERE line_item_id = ${line} AND cart_id = ${cart}`,
      ],
      [
        "a booking that was given back",
        (line) => sql()`UPDATE booking.booking SET status = 'CANCELLED', cancelled_at = now()
          WHERE line_item_id = ${line}`,
      ],
    ];
    const carts = () => container.resolve(Modules.CART);
    const change = (id: string, data: object) => ({ selector: { id }, data });

    it.each(forgeries)("is not sold: %s", async (_what, forge) => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      const form = await buyer.form(cartId, nowhere);
      const { id } = must((await buyer.view(cartId)).groups[0]?.lines[0]);
      await forge(id, cartId);
      const { status, data } = await buyer.checkout(cartId, { ...form, ...nowhere });
      expect(status).toBe(400);
      if (data.code !== "invalid_fields") {
        expect(data.lines).toEqual([{ line_id: id, problem: "tour_not_bookable" }]);
      }
      expect(await seatsOf(farm.departure_id)).toMatchObject({ confirmed: 0 });
    });
  });

  describe("The visit's line", () => {
    it("frees its seats when it is removed, and goes", async () => {
      const cartId = await buyer.fill();
      const uuid = await aHold(buyer, cartId, farm);
      const line = must(await lineOf(cartId)).id;
      const removed = await buyer.delete(`/store/carts/${cartId}/line-items/${line}`);
      expect(removed.status).toBe(200);
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 0 });
      expect(await statusOf(uuid)).toBe("CANCELLED");
      expect((await buyer.view(cartId)).item_count).toBe(0);
      const again = await hold(buyer, cartId, farm, { uuid });
      expect([again.status, again.data.code]).toEqual([400, "booking_uuid_taken"]);
      expect((await hold(buyer, cartId, farm)).status).toBe(200);
    });

    it("is one party: its quantity cannot be changed", async () => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      const line = must(await lineOf(cartId)).id;
      for (const quantity of [1, 2, 999]) {
        const answer = await buyer.post(`/store/carts/${cartId}/line-items/${line}`, { quantity });
        expect([answer.status, answer.data.code]).toEqual([400, "visit_quantity_fixed"]);
      }
      const zero = await buyer.post(`/store/carts/${cartId}/line-items/${line}`, { quantity: 0 });
      expect(zero.status).toBe(400);
      expect((await lineOf(cartId))?.quantity).toBe(1);
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 2 });
    });

    it("is touched through its own cart only", async () => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      const line = must(await lineOf(cartId)).id;
      const foreign = `/store/carts/${await buyer.fill()}/line-items/${line}`;
      expect((await buyer.delete(foreign)).status).toBe(404);
      expect((await buyer.post(foreign, { quantity: 2 })).status).toBe(404);
      expect(await seatsOf(farm.departure_id)).toMatchObject({ held: 2 });
    });

    it("is made with a booking only: a tour cannot be added like goods", async () => {
      const cartId = await buyer.fill();
      const line = { variant_id: farm.variant_id, quantity: 1 };
      const added = await buyer.post(`/store/carts/${cartId}/line-items`, line);
      expect([added.status, added.data.code]).toEqual([400, "tour_not_bookable"]);
      const uuid = await aHold(buyer, cartId, farm);
      const forged = { ...line, metadata: { booking_uuid: uuid } };
      expect((await buyer.post(`/store/carts/${cartId}/line-items`, forged)).status).toBe(400);
      const made = await buyer.post("/store/carts", {
        region_id: market.region_id,
        items: [line],
      });
      expect([made.status, made.data.code]).toEqual([400, "tour_not_bookable"]);
    });

    it("keeps its price when goods are added beside it", async () => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      const goods = { variant_id: coffee.variant_id, quantity: 2 };
      expect((await buyer.post(`/store/carts/${cartId}/line-items`, goods)).status).toBe(200);
      const view = await buyer.view(cartId);
      expect(view.groups).toHaveLength(1);
      expect(view).toMatchObject({
        visits_vnd: 500_000,
        goods_vnd: 790_000,
        parcels: 1,
        visit_count: 1,
        item_count: 3,
      });
      expect(view.total_vnd).toBe(790_000 + view.shipping_vnd);
    });

    it("says when its host closed the departure or stopped receiving guests", async () => {
      const cartId = await buyer.fill();
      await aHold(buyer, cartId, farm);
      await sql()`UPDATE booking.departure SET status = 'closed', close_reason = 'weather'
        WHERE id = ${farm.departure_id}`;
      expect((await lineOf(cartId))?.problem).toBe("departure_closed");
      await sql()`UPDATE booking.departure SET status = 'open', close_reason = NULL
        WHERE id = ${farm.departure_id}`;
      expect((await lineOf(cartId))?.problem).toBeNull();
      await suspend();
      expect((await lineOf(cartId))?.problem).toBe("producer_closed");
    });
  });

  async function suspend() {
    await backend("workflows/producer/suspend-producer")
      .suspendProducerWorkflow(container)
      .run({
        input: {
          producer_id: coffee.id,
          actor: { id: "user_1", name: "Operator" },
          reason: "Kiểm tra lại giấy tờ của cơ sở",
        },
      });
  }
});
