import "../../with-stripe";

import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { PurchaseStanding, PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { soon } from "../../search/soon";
import { settle, sql } from "../../settle";
import { CARD, PaymentBook } from "../../stripe/purchase";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe, WEBHOOK_SECRET } from "../../with-stripe";

/** A completion may meet the inbox's first back-off of five seconds on a busy machine. */
const PATIENCE_MS = 40_000;
/** The SDK sends a request at most this often before it gives up. */
const ALL_TRIES = 4;

medusaHttpSuite("stripe", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let stripe: Simulator;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    stripe = await openStripe();
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    buyer = aBuyer(api, market);
  });
  afterAll(() => stripe.end());
  beforeEach(async () => {
    await stripe.tell("reset");
    await aim();
  });
  afterEach(async () => {
    await stripe.tell("aim");
    await settle();
  });

  const aim = () =>
    stripe.tell("aim", {
      url: `${api.defaults.baseURL}/hooks/payment/stripe`,
      secret: WEBHOOK_SECRET,
    });

  /** Two producers' goods in one purchase that awaits its card. */
  async function anAwaited() {
    const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
    const { data } = await buyer.buy<CheckoutDone>(cartId, { payment: "stripe" });
    expect(data).toMatchObject({ status: "awaiting" });
    const path = `/store/purchases/${data.purchase_id}`;
    const token = `?token=${data.token}`;
    const view = async () => (await buyer.get<PurchaseView>(`${path}${token}`)).data;
    const { pay, ...rest } = (await view()).payment;
    if (pay?.method !== "stripe") throw new Error(JSON.stringify([rest, pay]));
    const payment_intent = must(pay.client_secret.split("_secret_")[0]);
    return {
      id: data.purchase_id,
      payment_intent,
      view,
      statusOf: async () => (await view()).status,
      pay: (card: string) => stripe.tell("pay", { payment_intent, card }),
      settle: () => buyer.post<PurchaseStanding>(`${path}/settle${token}`),
      abandon: () => buyer.post<PurchaseStanding>(`${path}/abandon${token}`),
      intent: async () =>
        must((await stripe.state()).payment_intents.find(({ id }) => id === payment_intent)),
    };
  }

  async function aPlaced() {
    const purchase = await anAwaited();
    await purchase.pay("4242424242424242");
    await soon(purchase.statusOf, "placed", PATIENCE_MS);
    return purchase;
  }

  const ordersOf = (purchase_id: string) =>
    sql()<{ order_id: string; total_vnd: number; payment_id: string }[]>`
      SELECT o.order_id, o.total_vnd::int AS total_vnd, p.id AS payment_id
      FROM purchase.purchase_order o
      JOIN payment p ON p.payment_collection_id = o.payment_collection_id AND p.deleted_at IS NULL
      WHERE o.purchase_id = ${purchase_id} ORDER BY o.position`;
  const refunds = async () =>
    (await stripe.state()).refunds
      .filter(({ status }) => status !== "failed")
      .map(({ amount }) => amount);

  it("a card's money makes the purchase by itself, and is what its orders cost", async () => {
    const purchase = await aPlaced();
    const { total_vnd, payment } = await purchase.view();
    const orders = await ordersOf(purchase.id);
    expect(orders).toHaveLength(2);
    expect(orders.reduce((sum, order) => sum + order.total_vnd, 0)).toBe(total_vnd);
    expect(payment).toMatchObject({ provider: "stripe", paid_vnd: total_vnd, due_vnd: 0 });
    expect(await purchase.intent()).toMatchObject({
      status: "succeeded",
      amount_received: total_vnd,
      metadata: { purchase_id: purchase.id },
    });
    expect((await stripe.state()).payment_intents).toHaveLength(1);
  });

  it("declined, then paid with another card: one purchase, paid once", async () => {
    const purchase = await anAwaited();
    await purchase.pay("4000000000000002");
    await purchase.pay("4000000000009995");
    expect((await purchase.settle()).data).toMatchObject({ status: "awaiting" });
    await purchase.pay("4000002500003155");
    expect((await purchase.settle()).data).toMatchObject({ status: "awaiting" });
    await stripe.tell("authenticate", {
      payment_intent: purchase.payment_intent,
      succeed: true,
    });
    await soon(purchase.statusOf, "placed", PATIENCE_MS);
  });

  it("events twice, backwards and after the fact change nothing", async () => {
    await stripe.tell("hold");
    const purchase = await anAwaited();
    await purchase.pay("4242424242424242");
    expect((await purchase.settle()).data).toMatchObject({ status: "placed" });
    await stripe.tell("release", { order: "reversed" });
    const { events } = await stripe.state();
    for (const event of events) {
      expect(await stripe.tell("send", { event: event.id })).toEqual({ status: 200 });
    }
    const waiting = () => sql()`SELECT event_id FROM inbox.event WHERE state <> 'done'`;
    await soon(async () => (await waiting()).length, 0, PATIENCE_MS);
    expect(await ordersOf(purchase.id)).toHaveLength(2);
    expect(await refunds()).toEqual([]);
  });

  it("an event that is forged, changed or old is not believed", async () => {
    await stripe.tell("hold");
    const purchase = await anAwaited();
    await purchase.pay("4242424242424242");
    const { events } = await stripe.state();
    const held = must(events.find(({ type }) => type.endsWith("amount_capturable_updated")));
    for (const way of ["forged", "tampered", "old"]) {
      expect(await stripe.tell("send", { event: held.id, way })).toEqual({ status: 401 });
    }
    expect(await sql()`SELECT event_id FROM inbox.event`).toHaveLength(0);
    expect(await purchase.statusOf()).toBe("awaiting");
    await stripe.tell("release", {});
    await soon(purchase.statusOf, "placed", PATIENCE_MS);
  });

  it("a purchase that was given up cannot be paid any more", async () => {
    const purchase = await anAwaited();
    expect((await purchase.abandon()).data).toMatchObject({ status: "failed" });
    expect(await purchase.pay("4242424242424242")).toMatchObject({
      error: { code: "payment_intent_unexpected_state" },
    });
  });

  it("giving up a paid purchase places it", async () => {
    await stripe.tell("hold");
    const purchase = await anAwaited();
    await purchase.pay("4242424242424242");
    expect((await purchase.abandon()).data).toMatchObject({ status: "placed" });
    await stripe.tell("release", {});
  });

  it("money for a session that is gone goes back to its buyer", async () => {
    const purchase = await anAwaited();
    await sql()`UPDATE payment_session SET deleted_at = now()
      WHERE data->>'payment_intent' = ${purchase.payment_intent}`;
    await purchase.pay("4242424242424242");
    await soon(async () => (await purchase.intent()).status, "canceled", PATIENCE_MS);
    expect(await ordersOf(purchase.id)).toEqual([]);
  });

  it("money of another shop with the same Stripe account is left alone", async () => {
    const book = new PaymentBook(stripe.options);
    const elsewhere = await book.open(50_000, { purchase_id: "pur_elsewhere" });
    await book.pay(elsewhere, CARD.paid);
    const doneOf = async () => {
      const rows = await sql()`SELECT id FROM inbox.event WHERE state = 'done'
        AND payload->'data'->'object'->>'id' = ${String(elsewhere.payment_intent)}
        AND kind = 'payment_intent.amount_capturable_updated'`;
      return rows.length;
    };
    await soon(doneOf, 1, PATIENCE_MS);
    const intent = await book.stripe.paymentIntents.retrieve(String(elsewhere.payment_intent));
    expect(intent.status).toBe("requires_capture");
  });

  it("cancelling one producer gives back exactly its part", async () => {
    const purchase = await aPlaced();
    const [first, second] = await ordersOf(purchase.id);
    await cancelOrderWorkflow(container).run({ input: { order_id: must(first).order_id } });
    expect(await refunds()).toEqual([must(first).total_vnd]);
    await cancelOrderWorkflow(container).run({ input: { order_id: must(second).order_id } });
    expect(await refunds()).toEqual([must(first).total_vnd, must(second).total_vnd]);
  });

  it("a refund whose answer is lost is made once, and Medusa's books agree", async () => {
    const purchase = await aPlaced();
    const [first] = await ordersOf(purchase.id);
    const { payment_id } = must(first);
    const payments = container.resolve<IPaymentModuleService>(Modules.PAYMENT);
    const giveBack = (amount: number) => payments.refundPayment({ payment_id, amount });
    await stripe.tell("faults", { kind: "drop_after", path: "/v1/refunds", times: ALL_TRIES });
    await expect(giveBack(20_000)).rejects.toMatchObject({ code: "stripe_unreachable" });
    await stripe.tell("no-faults");
    await giveBack(20_000);
    expect(await refunds()).toEqual([20_000]);
    await Promise.all([giveBack(10_000), giveBack(10_000)]);
    const payment = await payments.retrievePayment(payment_id, { relations: ["refunds"] });
    expect(payment.refunds?.map(({ amount }) => Number(amount)).sort()).toEqual([
      10_000, 10_000, 20_000,
    ]);
    expect((await refunds()).sort()).toEqual([10_000, 10_000, 20_000]);
  });

  it("refunds of Stripe's dashboard and disputes are seen by the operator", async () => {
    const purchase = await aPlaced();
    const { payment_intent } = purchase;
    await stripe.tell("refund", { payment_intent, amount: 5_000 });
    const outside = () =>
      sql()`SELECT amount_vnd::int AS amount_vnd, is_ours FROM stripe.refund
        WHERE purchase_id = ${purchase.id}`.then((rows) => [...rows]);
    await soon(outside, [{ amount_vnd: 5_000, is_ours: false }], PATIENCE_MS);
    await stripe.tell("dispute", { payment_intent, reason: "product_not_received" });
    const disputes = () =>
      sql()`SELECT reason, status FROM stripe.dispute WHERE purchase_id = ${purchase.id}`.then(
        (rows) => [...rows],
      );
    const reason = "product_not_received";
    await soon(disputes, [{ reason, status: "needs_response" }], PATIENCE_MS);
    const [dispute] = (await stripe.state()).disputes;
    await stripe.tell("settle-dispute", { dispute: must(dispute).id, status: "lost" });
    await soon(disputes, [{ reason, status: "lost" }], PATIENCE_MS);
  });
});
