import "../../with-bank-feed";
import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { cancelOrderWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows";
import type { Api } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must, signIn } from "../../market";
import {
  type Awaiting,
  bankTells,
  checkOutByTransfer,
  expectExact,
  moneyComes,
  requestOf,
  rowOf,
  standing,
} from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { nothing, traces, twoOrders } from "../../traces";
import { aHold, aTour } from "../../visits";

// The backend's own instances: Vitest's imports would register the workflow a second time.
const workflows = "../../../src/workflows/purchase";
const load = createRequire(__filename);
const { purchaseService }: typeof import("../../../src/workflows/purchase/claim") = load(
  `${workflows}/claim`,
);
const { giveUp }: typeof import("../../../src/workflows/purchase/give-up") = load(
  `${workflows}/give-up`,
);
const { claimPurchase }: typeof import("../../../src/workflows/purchase/steps/claim-purchase") =
  load(`${workflows}/steps/claim-purchase`);

medusaHttpSuite("prepaid-endings", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    buyer = aBuyer(api, market);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  async function awaiting(): Promise<Awaiting> {
    return checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id, tea.variant_id));
  }

  /** A worker holds the purchase, and ends it when others stand before it and wait. */
  async function endsWhile(begun: Awaiting, others: () => Promise<unknown>): Promise<void> {
    const claim = await claimPurchase(container, begun.cart_id);
    const token = must(claim.token);
    const looks = vi.spyOn(purchaseService(container), "approachFence");
    const come = others();
    // The first look finds the purchase busy, and with the third its completion waits for it.
    await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(2), 20_000);
    expect(await giveUp(container, { ...claim, token }, "expired")).toBe("given_up");
    await come;
  }

  describe("A purchase that ends", () => {
    it("is not begun anew by whoever wanted to end it at the same moment", async () => {
      const begun = await awaiting();
      await endsWhile(begun, () => standing(buyer, begun, "abandon"));
      expect(await rowOf(begun)).toMatchObject({ status: "failed" });
      expect(await traces()).toEqual(nothing);
    });

    it("is not begun anew by a page that looks for its money", async () => {
      const begun = await awaiting();
      await sql()`UPDATE purchase.purchase SET pay_until = now() - interval '1 second'
        WHERE id = ${begun.purchase_id}`;
      const looks = () =>
        Promise.all([standing(buyer, begun, "settle"), standing(buyer, begun, "settle")]);
      await endsWhile(begun, looks);
      expect(await rowOf(begun)).toMatchObject({ status: "failed" });
      expect(await traces()).toEqual(nothing);
    });
  });

  describe("Money that two workers find at once", () => {
    it("stays with its purchase, although Medusa stores one of their payments only", async () => {
      const begun = await awaiting();
      await moneyComes(begun);
      const payments = container.resolve(Modules.PAYMENT);
      const [session] = await payments.listPaymentSessions({
        payment_collection_id: await collectionOf(begun),
      });
      const { id } = must(session);
      const racers = Array.from({ length: 4 }, () => payments.authorizePaymentSession(id, {}));
      const ends = await Promise.allSettled(racers);
      expect(ends.map(({ status }) => status)).toContain("rejected");
      expect((await requestOf(begun)).status).toBe("paid");
      const done = await buyer.post<CheckoutDone>(`/store/carts/${begun.cart_id}/complete`);
      expect(done.data.status).toBe("placed");
      expect(await traces()).toEqual(twoOrders);
      await expectExact(container, begun);
    });
  });

  describe("A paid purchase that fails late", () => {
    async function isMadeAgain(begun: Awaiting): Promise<void> {
      await bankTells(container, begun);
      expect(await rowOf(begun)).toMatchObject({ status: "awaiting", failure: "no disk" });
      vi.restoreAllMocks();
      expect((await standing(buyer, begun, "settle")).status).toBe("placed");
      expect(await traces()).toEqual(twoOrders);
      await expectExact(container, begun);
      const [entered] = await sql()`SELECT sum(amount)::float8 AS vnd FROM order_transaction
        WHERE deleted_at IS NULL`;
      expect(entered?.vnd).toBe((await requestOf(begun)).amount_vnd);
    }

    it("is made again, exact, when one of its parts had been opened", async () => {
      const begun = await awaiting();
      const payments = container.resolve(Modules.PAYMENT);
      const authorise = payments.authorizePaymentSession.bind(payments);
      let calls = 0;
      vi.spyOn(payments, "authorizePaymentSession").mockImplementation(async (...args) => {
        calls += 1;
        if (calls === 3) throw new Error("no disk");
        return authorise(...args);
      });
      await isMadeAgain(begun);
    });

    it("is made again, exact, when only its cart was not closed", async () => {
      const begun = await awaiting();
      const carts = container.resolve(Modules.CART);
      vi.spyOn(carts, "updateCarts").mockRejectedValueOnce(new Error("no disk"));
      await isMadeAgain(begun);
    });
  });

  it("an order that costs nothing is made with the paid ones, and moves no money", async () => {
    const farm = await aTour(container, market, {
      producer_id: tea.id,
      handle: "vuon-mien-phi",
      price_vnd: 0,
    });
    const cartId = await buyer.fill(coffee.variant_id);
    await aHold(buyer, cartId, farm);
    const begun = await checkOutByTransfer(buyer, cartId);
    await bankTells(container, begun);
    expect(await rowOf(begun)).toMatchObject({ status: "placed", failure: null });
    const [order] = await sql()`SELECT order_id, total_vnd::int FROM purchase.purchase_order
      WHERE producer_id = ${tea.id}`;
    expect(must(order).total_vnd).toBe(0);
    await cancelOrderWorkflow(container).run({ input: { order_id: must(order).order_id } });
    expect(await sql()`SELECT id FROM vietqr.refund_due`).toEqual([]);
  });

  describe("An order whose money cannot be given back now", () => {
    it("stays as it was when a producer cancels it, and says so", async () => {
      const begun = await awaiting();
      await bankTells(container, begun);
      const [order] =
        await sql()`SELECT order_id, payment_collection_id FROM purchase.purchase_order
        WHERE producer_id = ${tea.id}`;
      const { order_id, payment_collection_id } = must(order);
      await sql()`UPDATE payment SET provider_id = 'pp_stripe_stripe',
          data = data || '{"payment_intent": "pi_1"}'
        WHERE payment_collection_id = ${payment_collection_id}`;
      const member = await signIn(api as Api, { ...must(tea.members[0]), password: tea.password });
      const cancel = { reason: "out_of_stock", note: "" };
      const path = `/producer/orders/${order_id}/cancel`;
      const answer = await (api as Api).post(path, cancel, member);
      expect([answer.status, answer.data.code]).toEqual([400, "refund_not_made"]);
      const [after] = await sql()`SELECT cancelled_at, collected_vnd = total_vnd AS is_paid
        FROM purchase.purchase_order WHERE order_id = ${order_id}`;
      expect(after).toEqual({ cancelled_at: null, is_paid: true });
      expect(await traces()).toEqual(twoOrders);

      await sql()`UPDATE payment SET provider_id = 'pp_vietqr_vietqr'
        WHERE payment_collection_id = ${payment_collection_id}`;
      expect((await (api as Api).post(path, cancel, member)).status).toBe(200);
      const [due] = await sql()`SELECT amount_vnd = total_vnd AS is_all FROM vietqr.refund_due
        JOIN purchase.purchase_order USING (order_id) WHERE order_id = ${order_id}`;
      expect(due).toEqual({ is_all: true });
    });
  });

  it("the payment of a whole purchase is given back by its orders only", async () => {
    const begun = await awaiting();
    await bankTells(container, begun);
    const payments = container.resolve(Modules.PAYMENT);
    const [master] = await sql()<{ id: string }[]>`
      SELECT id FROM payment WHERE payment_collection_id = ${await collectionOf(begun)}`;
    const refund = payments.refundPayment({ payment_id: must(master).id, amount: 1_000 });
    await expect(refund).rejects.toMatchObject({ code: "refund_by_order" });
    expect(await sql()`SELECT id FROM refund WHERE deleted_at IS NULL`).toEqual([]);
  });

  it("an order of which Medusa gave back a part says so, and is cancelled for the rest", async () => {
    const begun = await awaiting();
    await bankTells(container, begun);
    const [order] = await sql()`SELECT o.order_id, o.total_vnd::float8, p.id AS payment_id
      FROM purchase.purchase_order o
      JOIN payment p ON p.payment_collection_id = o.payment_collection_id
      WHERE o.producer_id = ${tea.id}`;
    const { order_id, payment_id, total_vnd } = must(order);
    await refundPaymentWorkflow(container).run({ input: { payment_id, amount: 20_000 } });
    const saysOf = async () => {
      const [row] = await sql()`SELECT refunded_vnd::float8, collected_vnd::float8
        FROM purchase.purchase_order WHERE order_id = ${order_id}`;
      return row;
    };
    const part = { refunded_vnd: 20_000, collected_vnd: total_vnd - 20_000 };
    await vi.waitFor(async () => expect(await saysOf()).toEqual(part), 20_000);
    await cancelOrderWorkflow(container).run({ input: { order_id } });
    await settle();
    const dues = await sql()`SELECT amount_vnd::float8 FROM vietqr.refund_due
      WHERE order_id = ${order_id} AND status <> 'void' ORDER BY created_at`;
    expect(dues.map(({ amount_vnd }) => amount_vnd)).toEqual([20_000, total_vnd - 20_000]);
  });

  async function collectionOf({ purchase_id }: Awaiting): Promise<string> {
    const [row] = await sql()<{ id: string }[]>`
      SELECT payment_collection_id AS id FROM purchase.purchase WHERE id = ${purchase_id}`;
    return must(row).id;
  }
});
