import "../../with-bank-feed";
import "../../with-stripe";

import type { MedusaContainer } from "@medusajs/framework/types";
import fc from "fast-check";
import type { Api } from "../../answer";
import { must } from "../../market";
import {
  aStreet,
  aWish,
  differences,
  duesOf,
  givenByStripe,
  goodsOf,
  type Paid,
  type PaidOrder,
  quantitiesOf,
  refund,
  type Street,
  standOf,
  storedOf,
} from "../../refunds";
import { settle } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe } from "../../with-stripe";

/** Sequences for each way to pay; RANDOM_REFUNDS and RANDOM_REFUNDS_SEED try more, or the same. */
const numRuns = Number(process.env.RANDOM_REFUNDS ?? 2);
const seed = process.env.RANDOM_REFUNDS_SEED ? Number(process.env.RANDOM_REFUNDS_SEED) : undefined;
const patienceMs = 60_000 + numRuns * 240_000;
const METHODS = ["vietqr", "stripe", "cod"] as const;

/** One refund: of which order, how much of what is left, and which goods come back with it. */
const anyRefund = fc.record({
  index: fc.integer({ min: 0, max: 2 }),
  share: fc.constantFrom<"one" | "part" | "all" | "above">("one", "part", "part", "all", "above"),
  percent: fc.integer({ min: 1, max: 70 }),
  goods: fc.integer({ min: 0, max: 2 }),
  is_sound: fc.boolean(),
});
type AnyRefund = typeof anyRefund extends fc.Arbitrary<infer Value> ? Value : never;
type Kept = { given: number[]; back: number };

medusaHttpSuite("random-refunds", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let stripe: Simulator;
  let street: Street;

  beforeAll(async () => {
    stripe = await openStripe();
    container = getContainer();
    street = await aStreet(api, container);
  });
  afterAll(() => stripe.end());
  afterEach(settle);

  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

  async function given(method: Paid["method"], order: PaidOrder): Promise<number[]> {
    if (method === "stripe") return givenByStripe(stripe, order);
    return (await duesOf(order)).map(({ amount_vnd }) => amount_vnd);
  }

  function amountOf({ share, percent }: AnyRefund, left: number): number {
    if (share === "above") return left + 1;
    if (share === "all") return left;
    if (share === "one") return Math.min(1, left);
    return Math.floor((left * percent) / 100);
  }

  /** Books, purchase and provider say the same of an order. */
  async function expectTrue(paid: Paid, order: PaidOrder, kept: Kept): Promise<void> {
    const refunded = sum(kept.given);
    expect(refunded).toBeLessThanOrEqual(order.total_vnd);
    const left = order.total_vnd - refunded;
    const standing = await standOf(container, order);
    expect(standing).toMatchObject({
      due: 0,
      refunded,
      collected: left,
      net: left,
      total: left,
      pending: 0,
      status: refunded === 0 ? "captured" : left === 0 ? "refunded" : "partially_refunded",
    });
    expect(await given(paid.method, order)).toEqual(kept.given);
    const { received, dismissed } = await quantitiesOf(container, order);
    expect(received + dismissed).toBe(kept.back);
  }

  it.each(METHODS)(
    "refunds and returns in any order stay exact: %s",
    async (method) => {
      const sequences = fc.array(anyRefund, { minLength: 5, maxLength: 8 });
      const property = fc.asyncProperty(sequences, async (sequence) => {
        const paid = await street.pay(method, stripe);
        for (const order of paid.orders) await street.send(order);
        const kept: [Kept, Kept, Kept] = [
          { given: [], back: 0 },
          { given: [], back: 0 },
          { given: [], back: 0 },
        ];
        for (const one of sequence) {
          const order = must(paid.orders[one.index]);
          const ours = must(kept[one.index]);
          const amount = amountOf(one, order.total_vnd - sum(ours.given));
          const goods = one.goods > 0 ? goodsOf(order, one.goods) : [];
          const before = await Promise.all(paid.orders.map(storedOf));
          const code = await refund(
            container,
            aWish(order, amount, { goods, is_sound: one.is_sound }),
          );
          const isTooMany = one.goods > order.quantity - ours.back;
          if (isTooMany) expect(code).toBe("goods_not_sent");
          else if (one.share === "above") expect(code).toBe("refund_too_much");
          else if (amount === 0 && one.goods === 0) expect(code).toBe("refund_nothing");
          else expect(code).toBe("");
          if (code === "" && amount > 0) ours.given.push(amount);
          if (code === "") ours.back += one.goods;
          const after = await Promise.all(paid.orders.map(storedOf));
          for (const index of [0, 1, 2]) {
            if (code !== "" || index !== one.index) expect(after[index]).toEqual(before[index]);
          }
          await expectTrue(paid, order, ours);
          const { payment } = await street.view(paid);
          const refunded_vnd = sum(kept.flatMap((each) => each.given));
          const total = sum(paid.orders.map(({ total_vnd }) => total_vnd));
          expect(payment).toMatchObject({ refunded_vnd, paid_vnd: total - refunded_vnd });
        }
        expect(await differences()).toEqual([]);
      });
      await fc.assert(property, {
        numRuns,
        endOnFailure: true,
        ...(seed === undefined ? {} : { seed }),
      });
    },
    patienceMs,
  );
});
