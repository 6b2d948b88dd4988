import "../../with-bank-feed";
import "../../with-stripe";

import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { checkOutByTransfer, rowOf } from "../../prepaid";
import { soon } from "../../search/soon";
import { settle, sql } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe } from "../../with-stripe";

// The backend's own instances: Vitest's imports would register the workflows a second time.
const load = createRequire(__filename);
const settlePurchases: typeof import("../../../src/jobs/settle-purchases") = load(
  "../../../src/jobs/settle-purchases",
);
const settleCards: typeof import("../../../src/jobs/settle-card-purchases") = load(
  "../../../src/jobs/settle-card-purchases",
);
const { settleLane }: typeof import("../../../src/workflows/purchase/settle-lane") = load(
  "../../../src/workflows/purchase/settle-lane",
);

type LeftOpen = { purchase_id: string; payment_intent: string };

/** How long Stripe takes for an answer when it hangs: less than the SDK's patience. */
const HANGS_MS = 12_000;
const PATIENCE_MS = 60_000;

medusaHttpSuite("settle-lanes", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let stripe: Simulator;
  let market: Market;
  let coffee: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    stripe = await openStripe();
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    buyer = aBuyer(api, market);
  });
  afterAll(() => stripe.end());
  beforeEach(() => stripe.tell("reset"));
  afterEach(settle);

  async function aCardPurchase(email = "khach@example.com") {
    const cart_id = await buyer.fill(coffee.variant_id);
    const { data } = await buyer.buy<CheckoutDone>(cart_id, { payment: "stripe", email });
    expect(data).toMatchObject({ status: "awaiting" });
    const { payment_intents } = await stripe.state();
    const own = payment_intents.find(({ metadata }) => metadata.purchase_id === data.purchase_id);
    const { purchase_id, token } = data;
    return { purchase_id, token, cart_id, payment_intent: must(own).id };
  }

  const timeIsOver = (ids: string[]) =>
    sql()`UPDATE purchase.purchase SET pay_until = now() - interval '1 second', next_look_at = NULL
      WHERE id = ANY(${ids})`;
  const statusOf = async (id: string) =>
    (await rowOf({ purchase_id: id, token: "", cart_id: "" })).status;
  const hang = (times: number) =>
    stripe.tell("faults", {
      kind: "slow",
      method: "GET",
      path: "/v1/payment_intents",
      times,
      delay_ms: HANGS_MS,
    });

  it("a Stripe that hangs keeps no transfer's purchase from ending", async () => {
    const card = await aCardPurchase();
    const transfer = await checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id));
    await hang(5);
    await timeIsOver([card.purchase_id, transfer.purchase_id]);
    const cards = settleCards.default(container);
    await settlePurchases.default(container);
    await soon(() => statusOf(transfer.purchase_id), "failed", HANGS_MS / 2);
    expect(await statusOf(card.purchase_id)).toBe("awaiting");
    await stripe.tell("no-faults");
    await cards;
    await soon(() => statusOf(card.purchase_id), "failed", PATIENCE_MS);
  });

  it("a lane begins nothing more when its time is used up, and goes on in the next run", async () => {
    const ids: string[] = [];
    for (let made = 0; made < 3; made += 1) {
      ids.push((await aCardPurchase(`khach-${made}@example.com`)).purchase_id);
    }
    const lane = { methods: ["stripe" as const], more: ids, budget_ms: 0 };
    await settleLane(container, lane);
    for (const id of ids) expect(await statusOf(id)).toBe("awaiting");
    await timeIsOver(ids);
    await settleLane(container, { ...lane, budget_ms: PATIENCE_MS });
    for (const id of ids) await soon(() => statusOf(id), "failed", PATIENCE_MS);
  });

  it("a card's money of which no webhook told places the purchase by itself", async () => {
    const { purchase_id, payment_intent } = await aCardPurchase();
    await stripe.tell("pay", { payment_intent, card: "4242424242424242" });
    await settleCards.default(container);
    expect(await statusOf(purchase_id)).toBe("awaiting");
    await sql()`UPDATE purchase.purchase SET next_look_at = now() WHERE id = ${purchase_id}`;
    await settleCards.default(container);
    await soon(() => statusOf(purchase_id), "placed", PATIENCE_MS);
  });

  it("asks Stripe about an unpaid purchase no more often than it is due", async () => {
    const { purchase_id, payment_intent } = await aCardPurchase();
    const asked = async () =>
      (await stripe.state()).requests.filter(
        ({ method, path }) => method === "GET" && path.includes(payment_intent),
      ).length;
    const before = await asked();
    await sql()`UPDATE purchase.purchase SET next_look_at = now() WHERE id = ${purchase_id}`;
    for (let run = 0; run < 5; run += 1) await settleCards.default(container);
    await soon(async () => (await asked()) - before, 1, PATIENCE_MS);
    for (let run = 0; run < 5; run += 1) await settleCards.default(container);
    expect((await asked()) - before).toBe(1);
  });

  describe("With the key back", () => {
    /** As a purchase is that was given up without Stripe's knowing. */
    async function leftOpen({ purchase_id, payment_intent }: LeftOpen, isOver = true) {
      if (isOver) {
        await sql()`UPDATE payment_session SET deleted_at = now()
          WHERE data->>'payment_intent' = ${payment_intent}`;
        await sql()`UPDATE purchase.purchase SET status = 'failed' WHERE id = ${purchase_id}`;
      }
      await sql()`INSERT INTO stripe.left_open (payment_intent, purchase_id, amount_vnd)
        VALUES (${payment_intent}, ${purchase_id}, 167000)`;
    }

    const intentOf = async ({ payment_intent }: LeftOpen) =>
      must((await stripe.state()).payment_intents.find(({ id }) => id === payment_intent));
    const open = async () =>
      (await sql()`SELECT payment_intent FROM stripe.left_open WHERE closed_at IS NULL`).length;

    it("money that came meanwhile goes back, what is unpaid can't be paid, all else goes on", async () => {
      const [paid, unpaid, goesOn] = [
        await aCardPurchase("khach-1@example.com"),
        await aCardPurchase("khach-2@example.com"),
        await aCardPurchase("khach-3@example.com"),
      ];
      for (const { payment_intent } of [paid, goesOn]) {
        await stripe.tell("pay", { payment_intent, card: "4242424242424242" });
      }
      await leftOpen(paid);
      await leftOpen(unpaid);
      await leftOpen(goesOn, false);
      await settleCards.default(container);
      await soon(open, 0, PATIENCE_MS);
      expect((await intentOf(paid)).status).toBe("canceled");
      expect((await intentOf(unpaid)).status).toBe("canceled");
      expect((await intentOf(goesOn)).status).toBe("requires_capture");
    });
  });
});
