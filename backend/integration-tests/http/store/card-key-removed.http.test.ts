import "../../with-bank-feed";

import { createRequire } from "node:module";
import type { OperatorMoney } from "@cho-lang/shared/contracts/operator-money";
import type { MedusaContainer } from "@medusajs/framework/types";
import type { Api, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer } from "../../market";
import { type Awaiting, checkOutByTransfer, moneyComes, rowOf } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { nothing, traces, twoOrders } from "../../traces";

// The backend's own instances: Vitest's imports would register the workflows a second time.
const load = createRequire(__filename);
const { settlePurchaseWorkflow }: typeof import("../../../src/workflows/purchase/settle-purchase") =
  load("../../../src/workflows/purchase/settle-purchase");
const { claimPurchase }: typeof import("../../../src/workflows/purchase/steps/claim-purchase") =
  load("../../../src/workflows/purchase/steps/claim-purchase");
const { awaitMoney }: typeof import("../../../src/workflows/purchase/steps/await-money") = load(
  "../../../src/workflows/purchase/steps/await-money",
);

const total_vnd = 145_000 + 99_000 + 2 * 22_000;

medusaHttpSuite("card-key-removed", ({ api: client, getContainer }) => {
  const api = client as Api;
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
  afterEach(settle);

  const begun = async () =>
    checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id, tea.variant_id));

  /** As if it had been begun by card, and the key were removed since. This backend has none. */
  async function asByCard({ purchase_id }: Awaiting): Promise<void> {
    const facts = { payment_intent: "pi_left", amount_vnd: total_vnd, client_secret: "secret" };
    await sql()`UPDATE purchase.purchase SET payment = 'stripe' WHERE id = ${purchase_id}`;
    for (const table of ["payment_session", "payment"]) {
      await sql()`UPDATE ${sql()(table)} SET provider_id = 'pp_stripe_stripe',
        data = data || ${JSON.stringify(facts)}::jsonb`;
    }
  }

  const hoursAgo = ({ purchase_id }: Awaiting, hours: number) =>
    sql()`UPDATE purchase.purchase SET pay_until = now() - ${hours} * interval '1 hour',
        trouble_since = trouble_since - ${hours} * interval '1 hour' WHERE id = ${purchase_id}`;
  const look = ({ purchase_id }: Awaiting) =>
    settlePurchaseWorkflow(container).run({ input: { id: purchase_id } });
  const leftOpen = () =>
    sql()`SELECT payment_intent, purchase_id, amount_vnd::int, closed_at FROM stripe.left_open`;

  it("stock is kept while the key may come back, and freed hours later; the books say so", async () => {
    const purchase = await begun();
    await asByCard(purchase);
    await hoursAgo(purchase, 5);
    await look(purchase);
    expect(await rowOf(purchase)).toMatchObject({ status: "awaiting" });
    expect(await traces()).toMatchObject({ reservations: 2 });
    expect(await leftOpen()).toEqual([]);

    await hoursAgo(purchase, 7);
    await look(purchase);
    expect(await rowOf(purchase)).toMatchObject({ status: "failed", failure: "expired" });
    expect(await traces()).toEqual(nothing);
    const { purchase_id } = purchase;
    const left = { payment_intent: "pi_left", purchase_id, amount_vnd: total_vnd, closed_at: null };
    expect(await leftOpen()).toEqual([left]);

    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    const config = { headers: { authorization: `Bearer ${data.token}` } };
    const { differences } = (await api.get<OperatorMoney>("/admin/money", config)).data;
    expect(differences).toMatchObject([
      { kind: "left_open", subject: "pi_left", found_vnd: total_vnd, expected_vnd: 0 },
    ]);
    expect((await buyer.buy(purchase.cart_id, { payment: "cod" })).status).toBe(200);
    expect(await traces()).toEqual({ ...twoOrders });
  });

  it("what was paid before the key went is told as open too, and its stock is freed", async () => {
    const purchase = await begun();
    await moneyComes(purchase);
    const claim = await claimPurchase(container, purchase.cart_id);
    await awaitMoney(claim, container);
    await asByCard(purchase);
    await sql()`UPDATE purchase.purchase SET lease_until = now() - interval '1 second'`;
    await look(purchase);
    expect(await rowOf(purchase)).toMatchObject({ status: "awaiting", is_paid: true });
    await hoursAgo(purchase, 7);
    await look(purchase);
    expect(await rowOf(purchase)).toMatchObject({ status: "failed" });
    expect(await traces()).toMatchObject({ ...nothing, collections: 1 });
    expect(await leftOpen()).toMatchObject([{ payment_intent: "pi_left", closed_at: null }]);
  });
});
