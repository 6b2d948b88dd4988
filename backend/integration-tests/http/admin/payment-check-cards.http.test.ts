import "../../with-stripe";

import { createRequire } from "node:module";
import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type {
  OperatorMoney,
  OperatorPurchasePayments,
} from "@cho-lang/shared/contracts/operator-money";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { Api, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { soon } from "../../search/soon";
import { settle, sql } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe, WEBHOOK_SECRET } from "../../with-stripe";

const load = createRequire(__filename);
const { takenIntents }: typeof import("../../../src/modules/payment-stripe") = load(
  "../../../src/modules/payment-stripe",
);
const { moneyOf }: typeof import("../../../src/reports/payment-check") = load(
  "../../../src/reports/payment-check",
);
const { stripeDifferences }: typeof import("../../../src/lib/payment-check") = load(
  "../../../src/lib/payment-check",
);

const coffee_vnd = 145_000 + 22_000;
const tea_vnd = 99_000 + 22_000;
const total_vnd = coffee_vnd + tea_vnd;
/** A completion may meet the inbox's first back-off of five seconds on a busy machine. */
const PATIENCE_MS = 40_000;
const HOUR_MS = 3_600_000;

medusaHttpSuite("payment-check-cards", ({ api: client, getContainer }) => {
  const api = client as Api;
  let stripe: Simulator;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let config: object;

  beforeAll(async () => {
    stripe = await openStripe();
    const container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    config = { headers: { authorization: `Bearer ${data.token}` }, validateStatus: () => true };
  });
  afterAll(() => stripe.end());
  afterEach(settle);

  /** A purchase of two producers that was paid by card. */
  async function paid() {
    const url = `${client.defaults.baseURL}/hooks/payment/stripe`;
    await stripe.tell("aim", { url, secret: WEBHOOK_SECRET });
    const buyer = aBuyer(api, market);
    const cart = await buyer.fill(coffee.variant_id, tea.variant_id);
    const { data } = await buyer.buy<CheckoutDone>(cart, { payment: "stripe" });
    const view = async () =>
      (await buyer.get<PurchaseView>(`/store/purchases/${data.purchase_id}?token=${data.token}`))
        .data;
    const { pay } = (await view()).payment;
    if (pay?.method !== "stripe") throw new Error("The purchase asks for no card.");
    const payment_intent = must(pay.client_secret.split("_secret_")[0]);
    await stripe.tell("pay", { payment_intent, card: "4242424242424242" });
    await soon(async () => (await view()).status, "placed", PATIENCE_MS);
    return { purchase_id: data.purchase_id, payment_intent };
  }

  const money = async () => (await api.get<OperatorMoney>("/admin/money", config)).data;
  /** As `npm run payments:check` asks. */
  async function saidByStripe() {
    const today = todayInVietnam(new Date());
    const now = Date.now();
    const told = await takenIntents({
      from: new Date(now - HOUR_MS),
      to: new Date(now + HOUR_MS),
    });
    return stripeDifferences(await moneyOf({ from: today, to: today }), told, () => false);
  }

  it("Stripe, books and orders agree; what is done in Stripe's dashboard is named", async () => {
    const { purchase_id, payment_intent } = await paid();
    const [order] = await sql()<{ order_id: string; number: string }[]>`
      SELECT order_id, number FROM purchase.purchase_order
      WHERE purchase_id = ${purchase_id} AND producer_id = ${tea.id}`;
    const { order_id, number } = must(order);
    expect((await api.post(`/admin/orders/${order_id}/cancel`, {}, config)).status).toBe(200);
    const { differences, days, transfers } = await money();
    expect(differences).toEqual([]);
    expect(transfers).toBeNull();
    expect(days).toMatchObject([
      {
        method: "stripe",
        provider_in_vnd: total_vnd,
        provider_out_vnd: tea_vnd,
        books_in_vnd: total_vnd,
        books_out_vnd: tea_vnd,
        orders_in_vnd: total_vnd,
        orders_out_vnd: tea_vnd,
        waiting_vnd: 0,
      },
    ]);
    expect(await saidByStripe()).toEqual([]);

    await stripe.tell("refund", { payment_intent, amount: 1_000 });
    await stripe.tell("dispute", { payment_intent });
    expect(await saidByStripe()).toMatchObject([
      { kind: "stripe_net", found_vnd: coffee_vnd - 1_000, expected_vnd: coffee_vnd },
    ]);
    const payments = async () => {
      const path = `/admin/purchases/${purchase_id}/payments`;
      return (await api.get<OperatorPurchasePayments>(path, config)).data;
    };
    const told = async () => {
      const { odd_refunds, disputes } = await payments();
      return [odd_refunds.map(({ amount_vnd }) => amount_vnd), disputes.length];
    };
    await soon(told, [[1_000], 1], PATIENCE_MS);
    const { method, came_vnd, orders, ...rest } = await payments();
    expect([method, came_vnd, rest.payment_intent]).toEqual(["stripe", total_vnd, payment_intent]);
    expect(orders).toContainEqual({ number, paid_vnd: tea_vnd, refunded_vnd: tea_vnd });
    expect((await money()).disputes).toMatchObject([{ purchase_id, status: "needs_response" }]);
  });
});
