import "../../with-bank-feed";
import "../../with-stripe";

import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Api, Refused } from "../../answer";
import { must } from "../../market";
import {
  aStreet,
  aWish,
  differences,
  duesOf,
  givenByStripe,
  type PaidOrder,
  refund,
  type Street,
  standOf,
  storedOf,
} from "../../refunds";
import { soon } from "../../search/soon";
import { settle, sql } from "../../settle";
import type { Simulator } from "../../stripe/simulator";
import { medusaHttpSuite } from "../../support";
import { openStripe } from "../../with-stripe";

const PREPAID = ["vietqr", "stripe"] as const;

medusaHttpSuite("medusa-refunds", ({ api: client, getContainer }) => {
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

  const ask = <T = Refused>(path: string, body: object = {}) =>
    api.post<T>(`/admin/${path}`, body, street.operator);
  /** Does what the admin's page does, and it must work. */
  async function admin<T = Refused>(path: string, body: object = {}): Promise<T> {
    const { status, data } = await ask<T>(path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(data)}`);
    return data;
  }
  async function paymentOf({ payment_collection_id }: PaidOrder): Promise<string> {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "payment_collection",
      fields: ["payments.id"],
      filters: { id: payment_collection_id },
    });
    return must(must(data[0]).payments?.[0]).id;
  }
  async function given(method: "vietqr" | "stripe" | "cod", order: PaidOrder): Promise<number[]> {
    if (method === "stripe") return givenByStripe(stripe, order);
    return (await duesOf(order)).map(({ amount_vnd }) => amount_vnd);
  }
  /** The purchase hears of it by an event. */
  const told = (order: PaidOrder, refunded: number) =>
    soon(async () => (await standOf(container, order)).refunded, refunded, 20_000);
  const refusal = async (path: string, body: object = {}) => {
    const { status, data } = await ask(path, body);
    return [status, data.code];
  };

  describe.each(PREPAID)("Medusa's own ways with an order paid by %s", (method) => {
    it("a refund in the admin goes back once, to the last đồng", async () => {
      const paid = await street.pay(method, stripe);
      const [first, second, third] = paid.orders;
      const others = [await storedOf(second), await storedOf(third)];
      const payment = await paymentOf(first);
      const { total_vnd } = first;
      await admin(`payments/${payment}/refund`, { amount: 40_001 });
      await told(first, 40_001);
      expect(await standOf(container, first)).toMatchObject({
        collected: total_vnd - 40_001,
        status: "partially_refunded",
        pending: 0,
      });
      const before = await storedOf(first);
      const above = { amount: total_vnd - 40_000 };
      expect((await ask(`payments/${payment}/refund`, above)).status).toBe(400);
      expect((await refusal(`payments/${payment}/refund`, { amount: 0.5 }))[1]).toBe(
        "amount_not_whole",
      );
      expect(await refund(container, aWish(first, total_vnd - 40_000))).toBe("refund_too_much");
      expect(await storedOf(first)).toEqual(before);
      await admin(`payments/${payment}/refund`, { amount: total_vnd - 40_001 });
      await told(first, total_vnd);
      expect(await standOf(container, first)).toMatchObject({ status: "refunded", pending: 0 });
      expect(await given(method, first)).toEqual([40_001, total_vnd - 40_001]);
      expect([await storedOf(second), await storedOf(third)]).toEqual(others);
      expect((await street.view(paid)).payment).toMatchObject({ refunded_vnd: total_vnd });
      expect(await differences()).toEqual([]);
    });

    it("a return in the admin, and the refund of what is owed for it", async () => {
      const paid = await street.pay(method, stripe);
      const [first, second, third] = paid.orders;
      await street.send(first);
      const others = [await storedOf(second), await storedOf(third)];
      const stocked = await street.shelf(0);
      const { order_id, line_item_id, price_vnd, total_vnd } = first;
      const goods = { items: [{ id: line_item_id, quantity: 1 }] };
      const made = await admin<{ return: { id: string } }>("returns", {
        order_id,
        location_id: must(street.makers[0]).location_id,
      });
      const path = `returns/${made.return.id}`;
      expect(
        await refusal(`${path}/request-items`, { items: [{ id: line_item_id, quantity: 4 }] }),
      ).toEqual([400, "goods_not_sent"]);
      await admin(`${path}/request-items`, goods);
      const payment = await paymentOf(first);
      expect(await refusal(`payments/${payment}/refund`, { amount: price_vnd })).toEqual([
        400,
        "order_change_open",
      ]);
      expect(await refund(container, aWish(first, price_vnd))).toBe("order_change_open");
      await admin(`${path}/request`);
      await admin(`${path}/receive`);
      await admin(`${path}/receive-items`, goods);
      await admin(`${path}/receive/confirm`);
      expect(await standOf(container, first)).toMatchObject({ pending: -price_vnd, refunded: 0 });
      await admin(`payments/${payment}/refund`, { amount: price_vnd });
      await told(first, price_vnd);
      expect(await standOf(container, first)).toMatchObject({
        collected: total_vnd - price_vnd,
        status: "partially_refunded",
        total: total_vnd - price_vnd,
        pending: 0,
      });
      expect(await street.shelf(0)).toBe(stocked + 1);
      const twice = aWish(first, 1, { goods: [{ line_item_id, quantity: 3 }] });
      expect(await refund(container, twice)).toBe("goods_not_sent");
      expect(await given(method, first)).toEqual([price_vnd]);
      expect([await storedOf(second), await storedOf(third)]).toEqual(others);
      expect(await differences()).toEqual([]);
    });

    it("an edit that lowers the amount, and the refund of what is owed then", async () => {
      const paid = await street.pay(method, stripe);
      const [first, second, third] = paid.orders;
      const others = [await storedOf(second), await storedOf(third)];
      const { order_id, line_item_id, price_vnd, total_vnd } = first;
      await admin("order-edits", { order_id });
      await admin(`order-edits/${order_id}/items/item/${line_item_id}`, { quantity: 4 });
      expect(await refusal(`order-edits/${order_id}/request`)).toEqual([400, "order_edit_raises"]);
      expect(await refusal(`order-edits/${order_id}/confirm`)).toEqual([400, "order_edit_raises"]);
      await admin(`order-edits/${order_id}/items/item/${line_item_id}`, { quantity: 2 });
      await admin(`order-edits/${order_id}/request`);
      await admin(`order-edits/${order_id}/confirm`);
      expect(await standOf(container, first)).toMatchObject({ pending: -price_vnd, refunded: 0 });
      // One part in our way and the rest in Medusa's: together exactly what is owed.
      expect(await refund(container, aWish(first, 45_000))).toBe("");
      expect(await standOf(container, first)).toMatchObject({ pending: 45_000 - price_vnd });
      const payment = await paymentOf(first);
      await admin(`payments/${payment}/refund`, { amount: price_vnd - 45_000 });
      await told(first, price_vnd);
      expect(await standOf(container, first)).toMatchObject({
        collected: total_vnd - price_vnd,
        total: total_vnd - price_vnd,
        pending: 0,
      });
      expect(await given(method, first)).toEqual([45_000, price_vnd - 45_000]);
      expect([await storedOf(second), await storedOf(third)]).toEqual(others);
      expect(await differences()).toEqual([]);
    });
  });

  it("an order is not cancelled while some of its money is on its way back", async () => {
    const { orders } = await street.pay("vietqr", stripe);
    const [first] = orders;
    const key = `begun:${first.order_id}`;
    await sql()`
      INSERT INTO purchase.order_refund
        (key, order_id, amount_vnd, goods, is_sound, note, actor_id, owed_vnd, retry_at)
      VALUES (${key}, ${first.order_id}, 1000, '[]', false, '', 'user_1', 0, now() + interval '1 hour')`;
    const before = await storedOf(first);
    expect(await refusal(`orders/${first.order_id}/cancel`)).toEqual([400, "refund_busy"]);
    expect(await storedOf(first)).toEqual(before);
    expect(await duesOf(first)).toEqual([]);
    await sql()`DELETE FROM purchase.order_refund WHERE key = ${key}`;
    await admin(`orders/${first.order_id}/cancel`);
    expect((await duesOf(first)).map(({ amount_vnd }) => amount_vnd)).toEqual([first.total_vnd]);
  });

  it("ways beside the books are closed, with the cure", async () => {
    const [cash, sent] = (await street.pay("cod")).orders;
    await street.send(sent);
    const { order_id } = cash;
    const payment = await paymentOf(cash);
    const before = await storedOf(cash);
    expect(await refusal(`payments/${payment}/capture`)).toEqual([400, "capture_by_delivery"]);
    expect(await refusal("order-edits", { order_id })).toEqual([400, "order_edit_cash"]);
    expect(await refusal("returns", { order_id })).toEqual([400, "return_before_delivery"]);
    expect(await refusal("claims", { order_id, type: "refund" })).toEqual([400, "exchange_closed"]);
    expect(await refusal("exchanges", { order_id })).toEqual([400, "exchange_closed"]);
    const collection = { order_id, amount: 1 };
    expect(await refusal("payment-collections", collection)).toEqual([400, "payment_by_purchase"]);
    const paid = `payment-collections/${cash.payment_collection_id}/mark-as-paid`;
    expect(await refusal(paid, { order_id })).toEqual([400, "payment_by_purchase"]);
    expect(await storedOf(cash)).toEqual(before);
    // Of cash that came, Medusa's refund becomes a transfer of the operator's.
    await admin(`payments/${await paymentOf(sent)}/refund`, { amount: 5_000 });
    await told(sent, 5_000);
    await soon(() => given("cod", sent), [5_000], 20_000);
    expect(await differences()).toEqual([]);
  });
});
