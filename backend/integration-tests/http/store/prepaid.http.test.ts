import "../../with-bank-feed";
import { setTimeout as sleep } from "node:timers/promises";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import { parseVietQr } from "@cho-lang/shared/vietqr";
import type { MedusaContainer } from "@medusajs/framework/types";
import type { Api } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must, signIn } from "../../market";
import {
  type Awaiting,
  bankTells,
  checkOutByTransfer,
  expectExact,
  moneyComes,
  standing,
  viewOf,
} from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { nothing, traces, twoOrders } from "../../traces";
import { aHold, aTour, type MarketTour } from "../../visits";
import { ACCOUNT_NUMBER } from "../../with-bank-feed";

/** What a purchase of two producers keeps while it waits. */
const kept = { ...nothing, reservations: 2, reserved: 2, collections: 1 };
const total_vnd = 145_000 + 99_000 + 2 * 22_000;

medusaHttpSuite("prepaid", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let farm: MarketTour;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    farm = await aTour(container, market, { producer_id: coffee.id, handle: "vuon", seats: 8 });
    buyer = aBuyer(api, market);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  async function awaiting(): Promise<Awaiting> {
    return checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id, tea.variant_id));
  }

  async function mailsOf({ purchase_id }: Awaiting, template: string) {
    for (let tries = 0; tries < 100; tries += 1) {
      const rows = await sql()<{ data: { text: string } }[]>`SELECT data FROM notification
        WHERE resource_id = ${purchase_id} AND template = ${template}`;
      if (rows.length > 0) return rows;
      await sleep(100);
    }
    return [];
  }

  describe("A purchase by transfer", () => {
    it("waits with everything kept, and shows how to pay it", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      expect((await buyer.view(cartId)).payment_options).toEqual([
        { id: "cod", is_available: true, reason: null },
        { id: "vietqr", is_available: true, reason: null },
      ]);
      const begun = await checkOutByTransfer(buyer, cartId);
      expect(await traces()).toEqual(kept);
      const view = await viewOf(buyer, begun);
      expect(view.status).toBe("awaiting");
      expect(view.payment).toMatchObject({ due_vnd: 0, paid_vnd: 0, refunded_vnd: 0 });
      const pay = view.payment.pay;
      if (pay?.method !== "vietqr") throw new Error("no transfer is asked for");
      expect(pay).toMatchObject({ amount_vnd: total_vnd, received_vnd: 0 });
      expect(Date.parse(pay.until) - Date.now()).toBeGreaterThan(20 * 60_000);
      expect(parseVietQr(pay.qr)).toMatchObject({
        account: ACCOUNT_NUMBER,
        amount_vnd: total_vnd,
        purpose: pay.content,
      });
      const [mail, ...more] = await mailsOf(begun, "purchase-awaiting");
      expect(must(mail).data.text).toContain(begun.purchase_id);
      expect(more).toEqual([]);
    });

    it("keeps its cart as it is, and says which purchase to pay", async () => {
      const { purchase_id, token, cart_id } = await awaiting();
      const line = { variant_id: coffee.variant_id, quantity: 1 };
      const more = await buyer.post(`/store/carts/${cart_id}/line-items`, line);
      expect([more.status, more.data.code]).toEqual([400, "cart_awaiting"]);
      expect(more.data.purchase).toEqual({ id: purchase_id, token });
      expect((await buyer.view(cart_id)).purchase).toEqual({ id: purchase_id, token });
      const again = await buyer.post<CheckoutDone>(`/store/carts/${cart_id}/complete`);
      expect(again.data).toEqual({ purchase_id, token, status: "awaiting" });
      expect(await traces()).toEqual(kept);
    });

    it("is placed when the bank tells of the money, split to the đồng", async () => {
      const begun = await awaiting();
      await bankTells(container, begun);
      expect(await traces()).toEqual(twoOrders);
      const view = await viewOf(buyer, begun);
      expect(view.status).toBe("placed");
      expect(view.payment).toMatchObject({ due_vnd: 0, paid_vnd: total_vnd, pay: null });
      await expectExact(container, begun);
      const [mail] = await mailsOf(begun, "purchase-placed");
      expect(must(mail).data.text).toContain("Bạn đã trả đủ");
      expect(must(mail).data.text).not.toContain("Trả khi nhận");
    });

    it("waits on while only a part has come, and asks for the rest", async () => {
      const begun = await awaiting();
      await bankTells(container, begun, 100_000);
      expect(await standing(buyer, begun, "settle")).toMatchObject({
        status: "awaiting",
        received_vnd: 100_000,
      });
      const { pay } = (await viewOf(buyer, begun)).payment;
      expect(parseVietQr(pay?.method === "vietqr" ? pay.qr : "")?.amount_vnd).toBe(
        total_vnd - 100_000,
      );
      await bankTells(container, begun, total_vnd - 100_000);
      expect((await standing(buyer, begun, "settle")).status).toBe("placed");
    });

    it("is settled by a look when whoever recorded the money died", async () => {
      const begun = await awaiting();
      await moneyComes(begun);
      expect((await standing(buyer, begun, "settle")).status).toBe("placed");
      expect(await traces()).toEqual(twoOrders);
    });

    it("is one purchase however many complete it at once after the money came", async () => {
      const begun = await awaiting();
      await moneyComes(begun);
      const complete = () => buyer.post<CheckoutDone>(`/store/carts/${begun.cart_id}/complete`);
      const answers = await Promise.all(Array.from({ length: 10 }, complete));
      expect(answers.map(({ data }) => data.status)).toEqual(Array(10).fill("placed"));
      expect(await traces()).toEqual(twoOrders);
      await expectExact(container, begun);
    });

    it("refuses a way to pay that is not configured, naming the field", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      const { status, data } = await buyer.buy(cartId, { payment: "stripe" });
      expect([status, data.code]).toEqual([400, "payment_not_offered"]);
      expect(data.fields?.[0]?.field).toBe("payment");
    });
  });

  describe("One producer's order", () => {
    it("is cancelled for exactly its part, and the others stay as they are", async () => {
      const rice = await aProducer(container, market, { handle: "gao", price_vnd: 77_000 });
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id, rice.variant_id);
      const begun = await checkOutByTransfer(buyer, cartId);
      await bankTells(container, begun);
      const others = () => sql()`SELECT * FROM purchase.purchase_order
        WHERE producer_id <> ${tea.id} ORDER BY position`;
      const before = await others();
      const [order] = await sql()`SELECT order_id FROM purchase.purchase_order
        WHERE producer_id = ${tea.id}`;
      const member = await signIn(api as Api, { ...must(tea.members[0]), password: tea.password });
      const path = `/producer/orders/${must(order).order_id}/cancel`;
      const cancel = { reason: "out_of_stock", note: "" };
      expect((await (api as Api).post(path, cancel, member)).status).toBe(200);
      expect(await others()).toEqual(before);
      const dues = await sql()`SELECT amount_vnd::float8, status FROM vietqr.refund_due`;
      expect(dues).toMatchObject([{ amount_vnd: 121_000, status: "due" }]);
      const { payment } = await viewOf(buyer, begun);
      expect(payment).toMatchObject({ due_vnd: 0, refunded_vnd: 121_000 });
      expect(payment.paid_vnd).toBe(total_vnd + 77_000 + 22_000 - 121_000);
    });

    it("is delivered without a đồng of cash, and its visit has nothing due", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      const uuid = await aHold(buyer, cartId, farm);
      const begun = await checkOutByTransfer(buyer, cartId);
      await bankTells(container, begun);
      const [booking] = await sql()`SELECT status, due_vnd::float8 FROM booking.booking
        WHERE uuid = ${uuid}`;
      expect(booking).toMatchObject({ status: "CONFIRMED", due_vnd: 0 });
      const [row] = await sql()`SELECT order_id FROM purchase.purchase_order`;
      const member = await signIn(api as Api, {
        ...must(coffee.members[0]),
        password: coffee.password,
      });
      const path = `/producer/orders/${must(row).order_id}`;
      const steps = ["confirm", "pack", "ship", "deliver"] as const;
      for (const step of steps) {
        const body = step === "ship" ? { carrier: "GHN", tracking_number: "GHN12345" } : {};
        expect((await (api as Api).post(`${path}/${step}`, body, member)).status).toBe(200);
      }
      const [order] = await sql()`SELECT due_vnd::float8, collected_vnd::float8, total_vnd::float8
        FROM purchase.purchase_order`;
      expect(order).toMatchObject({ due_vnd: 0, collected_vnd: must(order).total_vnd });
      await expectExact(container, begun);
    });
  });
});
