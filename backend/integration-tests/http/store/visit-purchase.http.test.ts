import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";
import type * as claims from "../../../src/workflows/purchase/claim";
import type * as doing from "../../../src/workflows/purchase/deeds";
import type * as claiming from "../../../src/workflows/purchase/steps/claim-purchase";
import type { Refused } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must, signIn } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { nothing, traces } from "../../traces";
import {
  aHold,
  aTour,
  aVisit,
  hold,
  holdRunsOut,
  type MarketTour,
  seatsOf,
  statusOf,
} from "../../visits";

// The backend's own instances: Vitest's imports would register the workflow a second time.
const workflows = "../../../src/workflows/purchase";
const backendRequire = createRequire(__filename);
const { purchaseService, runDeed, undoDeed }: typeof claims = backendRequire(`${workflows}/claim`);
const { deeds }: typeof doing = backendRequire(`${workflows}/deeds`);
const { claimPurchase }: typeof claiming = backendRequire(`${workflows}/steps/claim-purchase`);

medusaHttpSuite("visit-purchase", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tour: MarketTour;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tour = await aTour(container, market, { producer_id: coffee.id, handle: "vuon", seats: 8 });
    buyer = aBuyer(api, market);
  });
  afterEach(settle);

  /** What one cart with goods and a visit of one producer becomes. */
  const oneOrder = {
    orders: 1,
    links: 1,
    reservations: 1,
    reserved: 1,
    collections: 2,
    payments: 2,
    placed: 1,
  };
  const booked = { capacity: 8, held: 0, confirmed: 2 };

  /** A cart with goods and a visit, with the form filled in, but not completed. */
  async function aReadyCart(): Promise<{ cartId: string; uuid: string; line_id: string }> {
    const cartId = await buyer.fill(coffee.variant_id);
    const uuid = await aHold(buyer, cartId, tour);
    const carts = container.resolve(Modules.CART);
    const group = must((await buyer.view(cartId)).groups[0]);
    await carts.updateCarts([
      {
        id: cartId,
        email: "khach@example.com",
        shipping_address: {
          last_name: "Nguyễn Thị Mai",
          phone: "+84912345678",
          address_1: "12 Lê Duẩn",
          city: "Xã Ea Kly",
          country_code: "vn",
          metadata: { province_code: "66", commune_code: "24154" },
        },
      },
    ]);
    const methods = group.shipping_options.slice(0, 1).map(({ id, name, price_vnd }) => ({
      shipping_option_id: id,
      name,
      amount: price_vnd,
      is_tax_inclusive: true,
    }));
    await carts.addShippingMethods(cartId, methods);
    return { cartId, uuid, line_id: must(group.lines.find(({ visit }) => visit)).id };
  }

  /** As if the process had died: the lease of whoever worked on the cart runs out. */
  async function leaseRunsOut(cartId: string) {
    await sql()`UPDATE purchase.purchase SET lease_until = now() - interval '1 second'
      WHERE cart_id = ${cartId}`;
  }

  async function timesOf(uuid: string, kind: string): Promise<number> {
    const [row] = await sql()`SELECT count(*)::int AS times FROM booking.departure_event
      WHERE booking_uuid = ${uuid} AND kind = ${kind}`;
    return must(row).times;
  }

  const complete = <T = Refused>(cartId: string) =>
    buyer.post<T>(`/store/carts/${cartId}/complete`);
  const dead = (name: string) => deeds.findIndex((deed) => deed.name === name) + 1;

  describe("Completing a cart with a visit", () => {
    it("ten times at once gives one purchase with one confirmed booking", async () => {
      const { cartId, uuid } = await aReadyCart();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => complete<CheckoutDone>(cartId)),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(new Set(answers.map(({ data }) => data.purchase_id)).size).toBe(1);
      expect(await traces()).toEqual(oneOrder);
      expect(await seatsOf(tour.departure_id)).toEqual(booked);
      expect(await timesOf(uuid, "confirmed")).toBe(1);
    });

    it.each(Array.from({ length: deeds.length + 1 }, (_, done) => [done]))(
      "after a crash behind step %i goes on to the same purchase and one confirmed booking",
      async (done) => {
        const { cartId, uuid } = await aReadyCart();
        const claim = await claimPurchase(container, cartId);
        for (const deed of deeds.slice(0, done)) await runDeed(deed, claim, container);
        await leaseRunsOut(cartId);
        expect((await complete(cartId)).data).toMatchObject({ purchase_id: claim.purchase_id });
        expect(await traces()).toEqual(oneOrder);
        expect(await seatsOf(tour.departure_id)).toEqual(booked);
        expect(await statusOf(uuid)).toBe("CONFIRMED");
        expect(await timesOf(uuid, "confirmed")).toBe(1);
        const [order] = await sql()`SELECT order_id FROM purchase.purchase_order`;
        const [own] = await sql()`SELECT order_id FROM booking.booking WHERE uuid = ${uuid}`;
        expect(own).toEqual(order);
      },
    );

    it.each(deeds.map((deed, index) => [deed.name, index] as const))(
      "when %s fails gives everything back: the hold lives on, and the cart can be bought",
      async (_name, index) => {
        const { cartId, uuid } = await aReadyCart();
        const claim = await claimPurchase(container, cartId);
        const begun = deeds.slice(0, index + 1);
        for (const deed of begun) await runDeed(deed, claim, container);
        for (const deed of begun.reverse()) await undoDeed(deed, claim, container);
        const service = purchaseService(container);
        await service.markFailed(claim.purchase_id, must(claim.token), "test");
        expect(await traces()).toEqual(nothing);
        expect(await seatsOf(tour.departure_id)).toEqual({ capacity: 8, held: 2, confirmed: 0 });
        const [own] = await sql()`SELECT status, order_id, due_vnd::int AS due
          FROM booking.booking WHERE uuid = ${uuid}`;
        expect(own).toMatchObject({ status: "ON_HOLD", order_id: null });
        expect((await complete(cartId)).status).toBe(200);
        expect(await traces()).toEqual(oneOrder);
        expect(await seatsOf(tour.departure_id)).toEqual(booked);
      },
    );

    it("when the visit is refused last, keeps no goods back either", async () => {
      const { cartId, uuid, line_id } = await aReadyCart();
      const claim = await claimPurchase(container, cartId);
      for (const deed of deeds.slice(0, dead("authorise-purchase"))) {
        await runDeed(deed, claim, container);
      }
      // Payment took longer than its time, and somebody else was faster.
      await holdRunsOut(uuid);
      await aVisit(api, market, tour, { units: { [tour.units.ADULT]: 7 } });
      await leaseRunsOut(cartId);
      const refused = await complete(cartId);
      expect([refused.status, refused.data.code]).toEqual([400, "lines_not_available"]);
      expect(refused.data.lines).toEqual([{ line_id, problem: "departure_full" }]);
      const [failed] = await sql()`SELECT status, failure FROM purchase.purchase
        WHERE cart_id = ${cartId}`;
      expect(failed).toEqual({ status: "failed", failure: "compensated" });
      const [left] = await sql()`SELECT count(*)::int AS orders FROM "order"
        WHERE deleted_at IS NULL`;
      expect(left?.orders).toBe(1);
      expect(await seatsOf(tour.departure_id)).toEqual({ capacity: 8, held: 0, confirmed: 7 });
      const [shelf] = await sql()`SELECT reserved_quantity::int AS reserved FROM inventory_level`;
      expect(shelf?.reserved).toBe(0);
      await buyer.delete(`/store/carts/${cartId}/line-items/${line_id}`);
      expect((await complete(cartId)).status).toBe(200);
    });

    it("takes the seats again when payment took too long and they are still free", async () => {
      const { cartId, uuid } = await aReadyCart();
      const claim = await claimPurchase(container, cartId);
      for (const deed of deeds.slice(0, dead("authorise-purchase"))) {
        await runDeed(deed, claim, container);
      }
      await holdRunsOut(uuid);
      await aHold(buyer, await buyer.fill(), tour);
      await leaseRunsOut(cartId);
      expect((await complete(cartId)).status).toBe(200);
      expect(await seatsOf(tour.departure_id)).toEqual({ capacity: 8, held: 2, confirmed: 2 });
    });

    it("keeps the seats from others while the cart is being paid", async () => {
      const { cartId, uuid } = await aReadyCart();
      const claim = await claimPurchase(container, cartId);
      for (const deed of deeds.slice(0, dead("bind-bookings"))) {
        await runDeed(deed, claim, container);
      }
      const [row] = await sql()`SELECT
        extract(epoch FROM expires_at - clock_timestamp()) / 60 AS minutes
        FROM booking.booking WHERE uuid = ${uuid}`;
      expect(Number(row?.minutes)).toBeGreaterThan(29);
      const greedy = await hold(buyer, await buyer.fill(), tour, {
        units: { [tour.units.ADULT]: 7 },
      });
      expect(greedy.data.code).toBe("departure_full");
    });
  });

  describe("Cancelling an order with a visit", () => {
    async function aBoughtCart() {
      const visit = await aVisit(api, market, tour, { variants: [coffee.variant_id] });
      const [order] = await sql()`SELECT order_id FROM purchase.purchase_order
        WHERE purchase_id = ${visit.purchase_id}`;
      return { ...visit, order_id: String(must(order).order_id) };
    }
    const asOwner = async () =>
      signIn(api, { email: must(coffee.members[0]).email, password: coffee.password });
    const byProducer = async (order_id: string) =>
      api.post(
        `/producer/orders/${order_id}/cancel`,
        { reason: "other", note: "" },
        await asOwner(),
      );

    it("frees its seats in the same breath and leaves other bookings alone", async () => {
      const other = await aVisit(api, market, tour);
      const own = await aBoughtCart();
      expect((await byProducer(own.order_id)).status).toBe(200);
      expect([await statusOf(own.uuid), await statusOf(other.uuid)]).toEqual([
        "CANCELLED",
        "CONFIRMED",
      ]);
      expect(await seatsOf(tour.departure_id)).toEqual(booked);
      const dues = await sql()`SELECT due_vnd::int AS due FROM purchase.purchase_order
        ORDER BY purchase_id = ${own.purchase_id}`;
      expect(dues.map(({ due }) => due)).toEqual([500_000, 0]);
      expect((await byProducer(own.order_id)).status).toBe(200);
      expect(await timesOf(own.uuid, "cancelled")).toBe(1);
    });

    it("frees them too when Medusa's own cancellation is used", async () => {
      const { order_id, uuid } = await aBoughtCart();
      await cancelOrderWorkflow(container).run({ input: { order_id } });
      expect(await statusOf(uuid)).toBe("CANCELLED");
      expect(await seatsOf(tour.departure_id)).toMatchObject({ held: 0, confirmed: 0 });
    });

    it("is refused once the guests have come, and changes nothing", async () => {
      const { order_id, uuid } = await aBoughtCart();
      await sql()`UPDATE booking.booking SET status = 'REDEEMED' WHERE uuid = ${uuid}`;
      const { status, data } = await byProducer(order_id);
      expect([status, data.code]).toEqual([400, "visit_already_happened"]);
      const [order] = await sql()`SELECT o.status, p.cancelled_at FROM "order" o
        JOIN purchase.purchase_order p ON p.order_id = o.id`;
      expect(order).toEqual({ status: "pending", cancelled_at: null });
      expect(await traces()).toEqual(oneOrder);
    });
  });

  describe("Cash of a parcel and of a visit of one order", () => {
    it("is collected and captured apart, and adds up", async () => {
      const { uuid, purchase_id } = await aVisit(api, market, tour, {
        variants: [coffee.variant_id],
      });
      const owner = await signIn(api, {
        email: must(coffee.members[0]).email,
        password: coffee.password,
      });
      const [{ order_id } = { order_id: "" }] = await sql()<{ order_id: string }[]>`
        SELECT order_id FROM purchase.purchase_order WHERE purchase_id = ${purchase_id}`;
      const step = (name: string, body: object = {}) =>
        api.post(`/producer/orders/${order_id}/${name}`, body, owner);
      for (const name of ["confirm", "pack"]) expect((await step(name)).status).toBe(200);
      const shipment = { tracking_number: "VN123456", carrier: "Bưu điện" };
      expect((await step("ship", shipment)).status).toBe(200);
      expect((await step("deliver")).status).toBe(200);
      expect(await moneyOf(order_id)).toEqual({ due: 500_000, collected: 167_000, taken: 167_000 });
      expect((await step("deliver")).status).toBe(200);
      expect(await moneyOf(order_id)).toEqual({ due: 500_000, collected: 167_000, taken: 167_000 });
      const collected = await api.post(`/producer/bookings/${uuid}/collect`, {}, owner);
      expect(collected.status).toBe(200);
      expect(await moneyOf(order_id)).toEqual({ due: 0, collected: 667_000, taken: 667_000 });
    });

    async function moneyOf(order_id: string) {
      const [row] = await sql()`SELECT o.due_vnd::int AS due, o.collected_vnd::int AS collected,
        (SELECT COALESCE(sum(c.amount), 0)::int FROM capture c JOIN payment p ON p.id = c.payment_id
          WHERE p.payment_collection_id = o.payment_collection_id AND c.deleted_at IS NULL) AS taken
        FROM purchase.purchase_order o WHERE o.order_id = ${order_id}`;
      return row;
    }
  });
});
