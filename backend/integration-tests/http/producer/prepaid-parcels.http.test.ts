import "../../with-bank-feed";

import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type { OperatorMoney } from "@cho-lang/shared/contracts/operator-money";
import type { RefundsDue } from "@cho-lang/shared/contracts/operator-transfers";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Answer, Api, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { aHost, booksOf, type Host, theDayComes } from "../../host";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, backend, type Market, must } from "../../market";
import { type Awaiting, bankTells, checkOutByTransfer, viewOf } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { aHold, aVisit } from "../../visits";

type PurchaseService = import("../../../src/modules/purchase/service").default;
type Step = Partial<ProducerOrder & Refusal>;

/** One bag of coffee, its delivery, and a visit of two adults. */
const GOODS = 120_000;
const CARRIAGE = 22_000;
const VISIT = 500_000;
const TOTAL = GOODS + CARRIAGE + VISIT;

medusaHttpSuite("producer-prepaid-parcels", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let hoa: Host;
  let operator: object;
  let paid: Awaiting;
  let uuid: string;
  let order: string;

  const step = (name: string, body: object = {}): Promise<Answer<Step>> =>
    api.post<Step>(`/producer/orders/${order}/${name}`, body, hoa.as.owner);
  const visit = (name: string, body: object = {}) =>
    api.post<Partial<VisitorAnswer & Refusal>>(
      `/producer/bookings/${uuid}/${name}`,
      body,
      hoa.as.owner,
    );
  const money = async () => (await api.get<OperatorMoney>("/admin/money", operator)).data;
  const dueBack = async () => (await api.get<RefundsDue>("/admin/refunds-due", operator)).data;
  const rowOf = async () => {
    const [row] = await sql()<{ due: number; collected: number; refunded: number }[]>`
      SELECT due_vnd::float8 AS due, collected_vnd::float8 AS collected,
        refunded_vnd::float8 AS refunded FROM purchase.purchase_order WHERE order_id = ${order}`;
    return must(row);
  };
  const mailsToBuyer = async () => {
    for (let wait = 0; wait < 50; wait++) {
      const mails = await container
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ template: "order-returned" });
      if (mails.length > 0) return mails;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return [];
  };
  const stocked = async () => {
    const [level] = await container
      .resolve(Modules.INVENTORY)
      .listInventoryLevels({ inventory_item_id: hoa.producer.inventory_item_id });
    return Number(must(level).stocked_quantity);
  };

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    hoa = await aHost(api, container, market, { handle: "hoa", seats: 12 });
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    operator = { headers: { authorization: `Bearer ${data.token}` }, validateStatus: () => true };
    const buyer = aBuyer(api, market);
    const cart = await buyer.fill(hoa.producer.variant_id);
    uuid = await aHold(buyer, cart, hoa.tour, { units: { [hoa.tour.units.ADULT]: 2 } });
    paid = await checkOutByTransfer(buyer, cart);
    await bankTells(container, paid);
    const [row] = await sql()<{ order_id: string }[]>`SELECT order_id
      FROM purchase.purchase_order WHERE purchase_id = ${paid.purchase_id}`;
    order = must(row).order_id;
    await step("confirm");
    await step("pack");
    await step("ship", { tracking_number: "VN-123456", carrier: "" });
    await settle();
  });

  describe("A parcel that was paid before", () => {
    it("has no cash: nothing is collected with it", async () => {
      const { data } = await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner);
      expect(data).toMatchObject({ due_vnd: 0, parcel_due_vnd: 0, total_vnd: TOTAL });
      for (const collected_vnd of [0, 1]) {
        const refused = await step("deliver", { collected_vnd });
        expect([refused.status, refused.data.code]).toEqual([400, "order_is_prepaid"]);
        expect(refused.data.fields?.[0]?.field).toBe("collected_vnd");
      }
      expect((await step("deliver", { note: "" })).data.progress).toBe("delivered");
      expect(await rowOf()).toEqual({ due: 0, collected: TOTAL, refunded: 0 });
      expect((await money()).differences).toEqual([]);
    });

    it("keeps its money while it is on its way back, and gives the goods' price then", async () => {
      const before = await stocked();
      await step("refuse", { reason: "not_taken" });
      expect(await rowOf()).toEqual({ due: 0, collected: TOTAL, refunded: 0 });
      expect((await booksOf(container, order)).medusa).toMatchObject({ status: "completed" });
      expect((await dueBack()).count).toBe(0);
      const back = await step("take-back", { is_sound: true });
      expect(back.data.progress).toBe("returned");
      expect(await rowOf()).toEqual({ due: 0, collected: TOTAL - GOODS, refunded: GOODS });
      expect(await dueBack()).toMatchObject({ count: 1, sum_vnd: GOODS });
      expect(await stocked()).toBe(before + 1);
      expect((await step("take-back", { is_sound: true })).status).toBe(200);
      expect(await dueBack()).toMatchObject({ count: 1, sum_vnd: GOODS });
      expect((await money()).differences).toEqual([]);
      const view = await viewOf(aBuyer(api, market), paid);
      expect(view.payment).toMatchObject({ refunded_vnd: GOODS, paid_vnd: TOTAL - GOODS });
      const mails = await mailsToBuyer();
      expect(mails).toHaveLength(1);
      expect(String(mails[0]?.data?.text)).toContain("120.000");
    });

    it("gives the carriage back too when it was damaged on its way", async () => {
      await step("refuse", { reason: "damaged" });
      await step("take-back", { is_sound: false });
      expect(await rowOf()).toMatchObject({ refunded: GOODS + CARRIAGE });
      expect((await money()).differences).toEqual([]);
    });

    it("is given back once when two members take it back at once", async () => {
      await step("refuse", { reason: "wrong_address" });
      const twice = await Promise.all([
        step("take-back", { is_sound: true }),
        step("take-back", { is_sound: true }),
      ]);
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect(await rowOf()).toMatchObject({ refunded: GOODS });
      expect(await dueBack()).toMatchObject({ count: 1, sum_vnd: GOODS });
    });

    it("is finished by a repeat when the money could not go back at once", async () => {
      await step("refuse", { reason: "not_taken" });
      const before = await stocked();
      const payments = container.resolve(Modules.PAYMENT);
      const broken = vi.spyOn(payments, "refundPayment").mockRejectedValue(new Error("down"));
      expect((await step("take-back", { is_sound: true })).status).toBe(500);
      broken.mockRestore();
      const { data } = await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner);
      expect(data.progress).toBe("refused");
      const otherwise = await step("take-back", { is_sound: false });
      expect(otherwise.data.code).toBe("order_already_returned");
      expect((await step("take-back", { is_sound: true })).data.progress).toBe("returned");
      expect(await rowOf()).toMatchObject({ refunded: GOODS });
      expect(await stocked()).toBe(before + 1);
      expect((await money()).differences).toEqual([]);
    });
  });

  describe("A parcel whose taking back died after its money went", () => {
    const progress = async () =>
      (await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner)).data.progress;

    it("is finished by the job after a minute, with nothing moved again", async () => {
      await step("refuse", { reason: "not_taken" });
      const before = await stocked();
      const purchases = container.resolve<PurchaseService>("purchase");
      const broken = vi.spyOn(purchases, "takeStep").mockRejectedValue(new Error("down"));
      expect((await step("take-back", { is_sound: true })).status).toBe(500);
      broken.mockRestore();
      const { default: finishReturns } = backend("jobs/finish-returns");
      const doneBefore = (seconds: number) =>
        sql()`UPDATE purchase.order_refund SET done_at = now() - make_interval(secs => ${seconds})`;
      await doneBefore(0);
      await finishReturns(container);
      expect(await progress()).toBe("refused");
      await doneBefore(61);
      await finishReturns(container);
      expect(await progress()).toBe("returned");
      expect(await rowOf()).toMatchObject({ refunded: GOODS });
      expect(await stocked()).toBe(before + 1);
      expect(await mailsToBuyer()).toHaveLength(1);
    });
  });

  describe("A visit that was paid before", () => {
    it("is received like any other: nothing is collected, and nothing changes in the books", async () => {
      await theDayComes(hoa.tour.departure_id);
      const before = await booksOf(container, order);
      const here = await visit("check-in");
      expect(here.data.booking).toMatchObject({ due_vnd: 0 });
      expect(await booksOf(container, order)).toEqual(before);
      expect(await rowOf()).toEqual({ due: 0, collected: TOTAL, refunded: 0 });
      expect((await visit("collect")).status).toBeLessThan(500);
      expect(await booksOf(container, order)).toEqual(before);
      await visit("undo-check-in");
      await visit("no-show");
      expect(await rowOf()).toEqual({ due: 0, collected: TOTAL, refunded: 0 });
      expect((await money()).differences).toEqual([]);
    });

    it("alone is visited when its guests have come, and keeps its money", async () => {
      const buyer = aBuyer(api, market);
      const cart = await buyer.fill();
      const own = await aHold(buyer, cart, hoa.tour, { units: { [hoa.tour.units.ADULT]: 2 } });
      const purchase = await checkOutByTransfer(buyer, cart);
      await bankTells(container, purchase);
      // A party that pays at the village comes with them; its cash is its own.
      const cash = await aVisit(api, market, hoa.tour);
      await settle();
      await theDayComes(hoa.tour.departure_id);
      const checked = await api.post(`/producer/bookings/${own}/check-in`, {}, hoa.as.owner);
      expect(checked.status).toBe(200);
      const view = await viewOf(buyer, purchase);
      expect(view.orders).toMatchObject([{ progress: "visited", due_vnd: 0 }]);
      expect(view.payment).toMatchObject({ due_vnd: 0, paid_vnd: VISIT });
      await api.post(`/producer/bookings/${own}/undo-check-in`, {}, hoa.as.owner);
      expect((await viewOf(buyer, purchase)).orders).toMatchObject([{ progress: "booked" }]);
      const collected = `/producer/bookings/${cash.uuid}/collect`;
      expect((await api.post(collected, {}, hoa.as.owner)).status).toBe(200);
      expect((await viewOf(buyer, purchase)).payment).toMatchObject({ paid_vnd: VISIT });
      expect((await money()).differences).toEqual([]);
    });
  });
});
