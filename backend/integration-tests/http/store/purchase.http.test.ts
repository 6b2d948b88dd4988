import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { cancelOrderWorkflow, completeCartWorkflow } from "@medusajs/medusa/core-flows";
import type * as claims from "../../../src/workflows/purchase/claim";
import type * as completion from "../../../src/workflows/purchase/complete-purchase";
import type * as doing from "../../../src/workflows/purchase/deeds";
import type * as claiming from "../../../src/workflows/purchase/steps/claim-purchase";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { nothing, traces, twoOrders } from "../../traces";

// The backend's own instances: Vitest's imports would register the workflow a second time.
const workflows = "../../../src/workflows/purchase";
const backendRequire = createRequire(__filename);
const { purchaseService, runDeed, undoDeed }: typeof claims = backendRequire(`${workflows}/claim`);
const completing: typeof completion = backendRequire(`${workflows}/complete-purchase`);
const { deeds }: typeof doing = backendRequire(`${workflows}/deeds`);
const { claimPurchase }: typeof claiming = backendRequire(`${workflows}/steps/claim-purchase`);

medusaHttpSuite("purchase", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000, stock: 1 });
    buyer = aBuyer(api, market);
  });
  afterEach(settle);

  /** A cart with one thing of each producer and the form filled in, but not completed. */
  async function aReadyCart(): Promise<string> {
    const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
    const carts = container.resolve(Modules.CART);
    const view = await buyer.view(cartId);
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
    await carts.addShippingMethods(
      cartId,
      view.groups.map((group) => {
        const option = must(group.shipping_options[0]);
        return {
          shipping_option_id: option.id,
          name: option.name,
          amount: option.price_vnd,
          is_tax_inclusive: true,
        };
      }),
    );
    return cartId;
  }

  /** As if the process had died: the lease of whoever worked on the cart runs out. */
  async function leaseRunsOut(cartId: string) {
    await sql()`UPDATE purchase.purchase SET lease_until = now() - interval '1 second'
      WHERE cart_id = ${cartId}`;
  }

  describe("Completing a cart", () => {
    it("ten times at once gives one purchase with one order for each producer", async () => {
      const cartId = await aReadyCart();
      const complete = () => buyer.post<CheckoutDone>(`/store/carts/${cartId}/complete`);
      const answers = await Promise.all(Array.from({ length: 10 }, complete));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(new Set(answers.map(({ data }) => data.purchase_id)).size).toBe(1);
      expect(await traces()).toEqual(twoOrders);
    });

    it("makes Medusa's own completion do nothing more, if it is ever reached", async () => {
      const cartId = await aReadyCart();
      await buyer.post(`/store/carts/${cartId}/complete`);
      await completeCartWorkflow(container).run({ input: { id: cartId }, throwOnError: false });
      expect(await traces()).toEqual(twoOrders);
    });

    it("ten times at once without the application's lock is still stopped by the fence", async () => {
      const cartId = await aReadyCart();
      const claims = await Promise.all(
        Array.from({ length: 10 }, async () => {
          const claim = await claimPurchase(container, cartId);
          if (claim.token) {
            for (const deed of deeds) await runDeed(deed, claim, container);
            await endOf(cartId, claim.token, "placed");
          }
          return claim;
        }),
      );
      expect(claims.filter(({ token }) => token !== null)).toHaveLength(1);
      expect(new Set(claims.map(({ purchase_id }) => purchase_id)).size).toBe(1);
      expect(await traces()).toEqual(twoOrders);
    });

    it("without the fence makes orders twice: the race exists", async () => {
      const cartId = await aReadyCart();
      await sql().unsafe(`ALTER TABLE purchase.purchase DROP CONSTRAINT purchase_cart_id_key`);
      await sql().unsafe(`CREATE FUNCTION purchase.no_fence() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN NEW.cart_id := NEW.cart_id || NEW.id; RETURN NEW; END $$`);
      await sql().unsafe(`CREATE TRIGGER no_fence BEFORE INSERT ON purchase.purchase
        FOR EACH ROW EXECUTE FUNCTION purchase.no_fence()`);
      await sql().unsafe(`CREATE UNIQUE INDEX ON purchase.purchase (cart_id)`);
      const claim = () => claimPurchase(container, cartId);
      const claims = await Promise.all([claim(), claim()]);
      const create = must(deeds.find(({ name }) => name === "create-producer-orders"));
      for (const claim of claims) await runDeed(create, claim, container);
      expect(new Set(claims.map(({ purchase_id }) => purchase_id)).size).toBe(2);
      expect((await traces())?.orders).toBe(4);
    });

    it.each(Array.from({ length: deeds.length + 1 }, (_, done) => [done]))(
      "after a crash behind step %i goes on to the same purchase and the same orders",
      async (done) => {
        const cartId = await aReadyCart();
        const claim = await claimPurchase(container, cartId);
        for (const deed of deeds.slice(0, done)) await runDeed(deed, claim, container);
        const planned = await sql()`SELECT order_id FROM purchase.purchase_order ORDER BY position`;
        await leaseRunsOut(cartId);
        const answer = await buyer.post(`/store/carts/${cartId}/complete`);
        expect(answer.data).toMatchObject({ purchase_id: claim.purchase_id });
        expect(await traces()).toEqual(twoOrders);
        const made = await sql()`SELECT order_id FROM purchase.purchase_order ORDER BY position`;
        expect(made).toEqual(planned);
      },
    );

    it("after a crash in the middle of a step makes only what is missing", async () => {
      const cartId = await aReadyCart();
      const claim = await claimPurchase(container, cartId);
      const [first] = (await sql()`SELECT plan FROM purchase.purchase`)[0]?.plan ?? [];
      await container.resolve(Modules.ORDER).createOrders([first.order]);
      await leaseRunsOut(cartId);
      const answer = await buyer.post(`/store/carts/${cartId}/complete`);
      expect(answer.data).toMatchObject({ purchase_id: claim.purchase_id });
      expect(await traces()).toEqual(twoOrders);
    });

    it.each(deeds.map((deed, index) => [deed.name, index] as const))(
      "when %s fails undoes everything, and the cart can be bought again",
      async (_name, index) => {
        const cartId = await aReadyCart();
        const claim = await claimPurchase(container, cartId);
        const begun = deeds.slice(0, index + 1);
        for (const deed of begun) await runDeed(deed, claim, container);
        for (const deed of begun.reverse()) await undoDeed(deed, claim, container);
        await endOf(cartId, must(claim.token), "failed");
        expect(await traces()).toEqual(nothing);
        const answer = await buyer.post(`/store/carts/${cartId}/complete`);
        expect(answer.status).toBe(200);
        expect(await traces()).toEqual(twoOrders);
      },
    );

    it("is undone by the workflow itself when the last write fails", async () => {
      const cartId = await aReadyCart();
      await sql().unsafe(`CREATE FUNCTION purchase.refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.status = 'placed' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$`);
      await sql().unsafe(`CREATE TRIGGER refuse BEFORE UPDATE ON purchase.purchase
        FOR EACH ROW EXECUTE FUNCTION purchase.refuse()`);
      const run = completing
        .completePurchaseWorkflow(container)
        .run({ input: { cart_id: cartId } });
      await expect(run).rejects.toThrow();
      expect(await traces()).toEqual(nothing);
      await sql().unsafe(`DROP TRIGGER refuse ON purchase.purchase`);
      expect((await buyer.post(`/store/carts/${cartId}/complete`)).status).toBe(200);
      expect(await traces()).toEqual(twoOrders);
    });

    it("leaves everything alone when the lease went to somebody else", async () => {
      const cartId = await aReadyCart();
      const slow = await claimPurchase(container, cartId);
      for (const deed of deeds.slice(0, 3)) await runDeed(deed, slow, container);
      await leaseRunsOut(cartId);
      expect((await buyer.post(`/store/carts/${cartId}/complete`)).status).toBe(200);
      for (const deed of deeds) {
        await expect(runDeed(deed, slow, container)).rejects.toThrow(/another attempt/i);
        await undoDeed(deed, slow, container);
      }
      expect(await traces()).toEqual(twoOrders);
    });
  });

  describe("The last piece", () => {
    it("goes to one of twenty buyers, and nothing is left of the others", async () => {
      const carts = await twentyCarts();
      const answers = await Promise.all(carts.map(([id, form]) => buyer.checkout(id, form)));
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      const codes = new Set(answers.filter((a) => a.status !== 200).map(({ data }) => data.code));
      for (const code of codes) expect(["stock_ran_out", "lines_not_available"]).toContain(code);
      expect(await traces()).toEqual({
        ...nothing,
        orders: 1,
        links: 1,
        reservations: 1,
        reserved: 1,
        collections: 2,
        payments: 2,
        placed: 1,
      });
    });

    it("is sold more than once by Medusa's own reservation without lock and trigger", async () => {
      await sql().unsafe(`DROP TRIGGER refuse_oversold ON reservation_item`);
      expect(await reservedByTwenty()).toBeGreaterThan(1);
    });

    it("is sold once with the trigger alone, even without any lock", async () => {
      expect(await reservedByTwenty()).toBe(1);
    });

    async function twentyCarts() {
      const carts: [string, unknown][] = [];
      for (let n = 0; n < 20; n += 1) {
        const id = await buyer.fill(tea.variant_id);
        carts.push([id, await buyer.form(id)]);
      }
      return carts;
    }

    /** Twenty reservations at once straight at the inventory module; answers how many got it. */
    async function reservedByTwenty(): Promise<number> {
      const inventory = container.resolve(Modules.INVENTORY);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, n) =>
          inventory.createReservationItems([
            {
              line_item_id: `line_${n}`,
              inventory_item_id: tea.inventory_item_id,
              location_id: tea.location_id,
              quantity: 1,
            },
          ]),
        ),
      );
      return outcomes.filter(({ status }) => status === "fulfilled").length;
    }
  });

  describe("Cancelling one producer's order", () => {
    it("leaves the other producer's order, payment and stock as they were", async () => {
      const cartId = await aReadyCart();
      await buyer.post(`/store/carts/${cartId}/complete`);
      const [first, second] = await sql()`SELECT order_id, payment_collection_id
        FROM purchase.purchase_order ORDER BY position`;
      const before = await stateOf(must(second));
      await cancelOrderWorkflow(container).run({ input: { order_id: must(first).order_id } });
      expect(await stateOf(must(second))).toEqual(before);
      const [cancelled] =
        await sql()`SELECT status FROM "order" WHERE id = ${must(first).order_id}`;
      expect(cancelled?.status).toBe("canceled");
      const [payment] = await sql()`SELECT canceled_at FROM payment
        WHERE payment_collection_id = ${must(first).payment_collection_id}`;
      expect(payment?.canceled_at).not.toBeNull();
    });

    async function stateOf(order: Record<string, string>) {
      return {
        order: await sql()`SELECT * FROM "order" WHERE id = ${order.order_id ?? ""}`,
        payment: await sql()`SELECT p.*, c.status FROM payment p
          JOIN payment_collection c ON c.id = p.payment_collection_id
          WHERE c.id = ${order.payment_collection_id ?? ""}`,
        reservations: await sql()`SELECT r.* FROM reservation_item r
          JOIN purchase.order_line_snapshot s ON s.line_item_id = r.line_item_id
          WHERE s.order_id = ${order.order_id ?? ""}`,
        purchase: await sql()`SELECT * FROM purchase.purchase_order
          WHERE order_id = ${order.order_id ?? ""}`,
      };
    }
  });

  /** The end that the workflow would have come to, by hand. */
  async function endOf(cartId: string, token: string, end: "placed" | "failed") {
    const service = purchaseService(container);
    const { id } = must(await service.findPurchaseOfCart(cartId));
    if (end === "placed") await service.markPlaced(id, token, new Date());
    else await service.markFailed(id, token, "test");
  }
});
