import "../../with-bank-feed";
import "../../with-stripe";

import type { MedusaContainer } from "@medusajs/framework/types";
import type { Api } from "../../answer";
import { meeting } from "../../meeting";
import {
  aStreet,
  aWish,
  differences,
  duesOf,
  givenByStripe,
  goodsOf,
  PAYEE,
  quantitiesOf,
  refund,
  type Street,
  standOf,
  storedOf,
} from "../../refunds";
import { settle, sql } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe } from "../../with-stripe";

const METHODS = ["vietqr", "stripe", "cod"] as const;

medusaHttpSuite("refund-order", ({ api: client, getContainer }) => {
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

  /** What the provider was asked to give back of an order; of cash and transfers the operator. */
  async function given(method: (typeof METHODS)[number], order: Parameters<typeof duesOf>[0]) {
    if (method === "stripe") return givenByStripe(stripe, order);
    return (await duesOf(order)).map(({ amount_vnd }) => amount_vnd);
  }

  describe.each(METHODS)("Money of one order paid by %s", (method) => {
    it("goes back in parts to the last đồng, and not one more", async () => {
      const paid = await street.pay(method, stripe);
      const [first, second, third] = paid.orders;
      if (method === "cod") for (const order of paid.orders) await street.send(order);
      const others = [await storedOf(second), await storedOf(third)];
      const { total_vnd } = first;

      expect(await refund(container, aWish(first, 10_001))).toBe("");
      expect(await standOf(container, first)).toEqual({
        due: 0,
        collected: total_vnd - 10_001,
        refunded: 10_001,
        status: "partially_refunded",
        total: total_vnd - 10_001,
        pending: 0,
        net: total_vnd - 10_001,
      });
      const before = await storedOf(first);
      expect(await refund(container, aWish(first, total_vnd - 10_000))).toBe("refund_too_much");
      expect(await storedOf(first)).toEqual(before);
      expect(await refund(container, aWish(first, total_vnd - 10_001))).toBe("");
      expect(await standOf(container, first)).toMatchObject({
        collected: 0,
        refunded: total_vnd,
        status: "refunded",
        total: 0,
        pending: 0,
      });
      expect(await refund(container, aWish(first, 1))).toBe("refund_too_much");
      expect(await given(method, first)).toEqual([10_001, total_vnd - 10_001]);
      expect([await storedOf(second), await storedOf(third)]).toEqual(others);
      expect(await differences()).toEqual([]);
      const { payment } = await street.view(paid);
      expect(payment).toMatchObject({
        refunded_vnd: total_vnd,
        paid_vnd: second.total_vnd + third.total_vnd,
      });
    });

    it("goods come back: sound ones into stock, others not", async () => {
      const paid = await street.pay(method, stripe);
      const [first] = paid.orders;
      const wish = aWish(first, first.price_vnd, { goods: goodsOf(first, 1) });
      if (method !== "cod") expect(await refund(container, wish)).toBe("goods_not_sent");
      await street.send(first);
      const stocked = await street.shelf(0);
      expect(await refund(container, wish)).toBe("");
      expect(await street.shelf(0)).toBe(stocked + 1);
      expect(await standOf(container, first)).toMatchObject({
        collected: first.total_vnd - first.price_vnd,
        refunded: first.price_vnd,
        status: "partially_refunded",
        total: first.total_vnd - first.price_vnd,
        pending: 0,
      });
      const broken = aWish(first, 100_000, { goods: goodsOf(first, 2), is_sound: false });
      expect(await refund(container, broken)).toBe("");
      expect(await street.shelf(0)).toBe(stocked + 1);
      expect(await quantitiesOf(container, first)).toEqual({ sent: 3, received: 1, dismissed: 2 });
      expect(await standOf(container, first)).toMatchObject({
        refunded: first.price_vnd + 100_000,
        total: first.total_vnd - first.price_vnd - 100_000,
        pending: 0,
      });
      const once_more = aWish(first, 1, { goods: goodsOf(first, 1) });
      expect(await refund(container, once_more)).toBe("goods_not_sent");
      expect(await differences()).toEqual([]);
    });

    it("the same key twice at once moves the money and the goods once", async () => {
      const paid = await street.pay(method, stripe);
      const [first] = paid.orders;
      await street.send(first);
      const stocked = await street.shelf(0);
      const wish = aWish(first, 50_000, { goods: goodsOf(first, 1) });
      const everybody = meeting(3);
      const answers = await Promise.all(
        [1, 2, 3].map(async () => {
          await everybody();
          return refund(container, wish);
        }),
      );
      expect(answers).toEqual(["", "", ""]);
      expect(await given(method, first)).toEqual([50_000]);
      expect(await street.shelf(0)).toBe(stocked + 1);
      expect(await refund(container, { ...wish, amount_vnd: 50_001 })).toBe("refund_key_reused");
      expect(await differences()).toEqual([]);
    });

    it("two at once who want all of it: one gets it", async () => {
      const paid = await street.pay(method, stripe);
      const [first] = paid.orders;
      await street.send(first);
      const everybody = meeting(2);
      const answers = await Promise.all(
        [1, 2].map(async () => {
          await everybody();
          return refund(container, aWish(first, first.total_vnd));
        }),
      );
      expect(answers.sort()).toEqual(["", "refund_too_much"]);
      expect(await given(method, first)).toEqual([first.total_vnd]);
      expect(await differences()).toEqual([]);
    });
  });

  describe("Where the money goes", () => {
    it("cash goes to the account that was named", async () => {
      const { orders } = await street.pay("cod");
      const [first, second] = orders;
      expect(await refund(container, aWish(first, 1))).toBe("refund_too_much");
      await street.send(first);
      await street.send(second);
      expect(await refund(container, aWish(first, 20_000, { payee: PAYEE }))).toBe("");
      expect(await refund(container, aWish(second, 20_000))).toBe("");
      const { account_number: payee } = PAYEE;
      expect(await duesOf(first)).toEqual([{ amount_vnd: 20_000, payee, status: "due" }]);
      expect(await duesOf(second)).toEqual([{ amount_vnd: 20_000, payee: null, status: "due" }]);
    });

    it("a transfer of an unknown sender goes to the account that was named", async () => {
      const { orders } = await street.pay("vietqr");
      expect(await refund(container, aWish(orders[0], 20_000, { payee: PAYEE }))).toBe("");
      const { account_number: payee } = PAYEE;
      expect(await duesOf(orders[0])).toEqual([{ amount_vnd: 20_000, payee, status: "due" }]);
      await sql()`UPDATE vietqr.refund_due SET payee_account = '999'`;
      expect(await refund(container, aWish(orders[0], 30_000))).toBe("");
    });
  });
});
