import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type {
  CashDifferenceAnswer,
  CashDifferences,
} from "@cho-lang/shared/contracts/operator-cash";
import type { OperatorMoney } from "@cho-lang/shared/contracts/operator-money";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Answer, Api, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { aHost, booksOf, type Guests, guests, type Host, theDayComes } from "../../host";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, type Market, must } from "../../market";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

type PurchaseService = import("../../../src/modules/purchase/service").default;
type Step = Partial<ProducerOrder & Refusal>;

/** Goods of one bag and their delivery; a visit of two adults and a child. */
const PARCEL = 142_000;
const GOODS = 120_000;
const VISIT = 625_000;

medusaHttpSuite("producer-parcels", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let hoa: Host;
  let operator: object;
  /** Buys coffee and a visit. */
  let tam: Guests;
  /** A shipped order of coffee alone, and its purchase. */
  let order: string;
  let purchase: { purchase_id: string; token: string };

  const step = (name: string, body: object = {}, id = order): Promise<Answer<Step>> =>
    api.post<Step>(`/producer/orders/${id}/${name}`, body, hoa.as.owner);
  const ship = async (id: string) => {
    await step("confirm", {}, id);
    await step("pack", {}, id);
    await step("ship", { tracking_number: "VN-123456", carrier: "" }, id);
  };
  const books = (id = order) => booksOf(container, id);
  const shelf = async () => {
    const [level] = await container
      .resolve(Modules.INVENTORY)
      .listInventoryLevels({ inventory_item_id: hoa.producer.inventory_item_id });
    return [Number(must(level).stocked_quantity), Number(must(level).reserved_quantity)];
  };
  const money = async () => (await api.get<OperatorMoney>("/admin/money", operator)).data;
  const differences = async (state = "open") =>
    (await api.get<CashDifferences>(`/admin/cash-differences?state=${state}`, operator)).data;
  const resolve = (id: string, body: object) =>
    api.post<Partial<CashDifferenceAnswer & Refusal>>(
      `/admin/cash-differences/${id}/resolve`,
      body,
      operator,
    );
  const seen = async () =>
    (
      await aBuyer(api, market).get<PurchaseView>(
        `/store/purchases/${purchase.purchase_id}?token=${purchase.token}`,
      )
    ).data;
  const mails = async (template: string) =>
    (await container.resolve(Modules.NOTIFICATION).listNotifications({ template })).length;
  const purchases = () => container.resolve<PurchaseService>("purchase");

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    hoa = await aHost(api, container, market, { handle: "hoa", seats: 12 });
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    operator = { headers: { authorization: `Bearer ${data.token}` }, validateStatus: () => true };
    tam = await guests(api, market, hoa.tour, { variants: [hoa.producer.variant_id] });
    await ship(tam.order_id);
    const buyer = aBuyer(api, market);
    const cart = await buyer.fill(hoa.producer.variant_id);
    const bought = await buyer.buy<{ purchase_id: string; token: string }>(cart);
    purchase = bought.data;
    const [row] = await sql()<{ order_id: string }[]>`SELECT order_id
      FROM purchase.purchase_order WHERE purchase_id = ${purchase.purchase_id}`;
    order = must(row).order_id;
    await ship(order);
    await settle();
  });

  describe("A parcel for which too little came", () => {
    const short = { collected_vnd: 100_000, note: "Khách thiếu 42.000" };

    it("is delivered; what came is collected and captured, the rest stays due", async () => {
      const before = (await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner)).data;
      expect(before).toMatchObject({ parcel_due_vnd: PARCEL, missing_vnd: 0, refuse_reason: null });
      const answer = await step("deliver", short);
      expect(answer.data).toMatchObject({
        progress: "delivered",
        due_vnd: 42_000,
        missing_vnd: 42_000,
        parcel_due_vnd: 0,
      });
      expect(await books()).toMatchObject({
        due: 42_000,
        collected: 100_000,
        medusa: { captures: [100_000], paid: 100_000 },
      });
      expect((await seen()).orders[0]).toMatchObject({ missing_vnd: 42_000, due_vnd: 42_000 });
      expect((await money()).differences).toEqual([]);
    });

    it("can be short of everything, and not be paid too much, twice or otherwise", async () => {
      const refusals = [
        await step("deliver", { collected_vnd: PARCEL + 1 }),
        await step("deliver", { collected_vnd: -1 }),
        await step("deliver", { collected_vnd: 0.5 }),
      ];
      expect(refusals.map(({ status, data }) => [status, data.fields?.[0]?.field])).toEqual(
        refusals.map(() => [400, "collected_vnd"]),
      );
      expect(refusals[0]?.data.code).toBe("cash_too_much");
      expect((await step("deliver", { collected_vnd: 0 })).data.due_vnd).toBe(PARCEL);
      expect((await step("deliver", { collected_vnd: 0 })).status).toBe(200);
      for (const other of [{}, { collected_vnd: 1 }]) {
        expect((await step("deliver", other)).data.code).toBe("order_already_delivered");
      }
      expect(await books()).toMatchObject({ collected: 0, medusa: { captures: [] } });
      expect((await differences()).count).toBe(1);
    });

    it("is finished by a repeat after a crash, with the same amount", async () => {
      const at = new Date();
      const noted = { missing_vnd: 42_000, note: "", reported_by: "prmem_1" };
      await purchases().takeStep(order, "deliver", { at, short: noted });
      expect((await money()).differences).toMatchObject([
        { kind: "books_in", found_vnd: 0, expected_vnd: 100_000 },
      ]);
      expect((await step("deliver", short)).status).toBe(200);
      expect(await books()).toMatchObject({ medusa: { captures: [100_000] } });
      expect((await money()).differences).toEqual([]);
    });

    it("is taken back when Medusa refuses, with its note", async () => {
      const payments = container.resolve(Modules.PAYMENT);
      const broken = vi.spyOn(payments, "capturePayment").mockRejectedValue(new Error("down"));
      expect((await step("deliver", short)).status).toBe(500);
      broken.mockRestore();
      expect(await books()).toMatchObject({ due: PARCEL, collected: 0 });
      expect((await differences()).count).toBe(0);
      expect((await step("deliver")).data).toMatchObject({ progress: "delivered", due_vnd: 0 });
    });

    it("is counted right when its guests are received at the same moment", async () => {
      await theDayComes(tam.departure_id);
      const collect = `/producer/bookings/${tam.uuid}/collect`;
      const answers = await Promise.all([
        step("deliver", short, tam.order_id),
        api.post(collect, {}, hoa.as.owner),
        api.post(`/producer/bookings/${tam.uuid}/check-in`, {}, hoa.as.owner),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const after = {
        due: 42_000,
        collected: 100_000 + VISIT,
        medusa: { captures: [100_000, VISIT], paid: 100_000 + VISIT },
      };
      expect(await books(tam.order_id)).toMatchObject(after);
      await api.post(`/producer/bookings/${tam.uuid}/undo-collect`, {}, hoa.as.owner);
      expect(await books(tam.order_id)).toMatchObject({ due: 42_000 + VISIT, collected: 100_000 });
      await api.post(collect, {}, hoa.as.owner);
      expect(await books(tam.order_id)).toMatchObject(after);
      expect((await money()).differences).toEqual([]);
    });
  });

  describe("Missing cash", () => {
    const aShort = async () => {
      await step("deliver", { collected_vnd: 100_000, note: "Khách thiếu" });
      return must((await differences()).differences[0]);
    };

    it("waits for the operator, who sees whom to ask", async () => {
      expect((await money()).cash_differences).toEqual({ count: 0, sum_vnd: 0 });
      expect(await aShort()).toMatchObject({
        expected_vnd: PARCEL,
        came_vnd: 100_000,
        missing_vnd: 42_000,
        note: "Khách thiếu",
        reported_by: "owner hoa",
        order: { id: order },
        purchase: { id: purchase.purchase_id, full_name: "Nguyễn Thị Mai" },
        producer: { id: hoa.producer.id, name: "HTX hoa" },
        resolution: null,
      });
      expect((await money()).cash_differences).toEqual({ count: 1, sum_vnd: 42_000 });
      const stranger = await api.get("/admin/cash-differences", { validateStatus: () => true });
      expect(stranger.status).toBe(401);
    });

    it("that came after all is collected and captured, once, by two who press at once", async () => {
      const { id } = await aShort();
      const twice = await Promise.all([
        resolve(id, { deed: "came" }),
        resolve(id, { deed: "came", note: "Bưu điện đã nộp" }),
      ]);
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect(twice[0]?.data.difference?.resolution?.deed).toBe("came");
      expect(await books()).toMatchObject({
        due: 0,
        collected: PARCEL,
        medusa: { captures: [42_000, 100_000], paid: PARCEL, status: "completed" },
      });
      const otherwise = await resolve(id, { deed: "write_off", note: "Không đòi nữa" });
      expect([otherwise.status, otherwise.data.code]).toEqual([400, "cash_difference_resolved"]);
      expect([(await differences()).count, (await differences("resolved")).count]).toEqual([0, 1]);
      expect((await money()).differences).toEqual([]);
    });

    it("that is written off is not due any more, and nothing is captured for it", async () => {
      const { id } = await aShort();
      const silent = await resolve(id, { deed: "write_off", note: " " });
      expect([silent.status, silent.data.fields?.[0]?.field]).toEqual([400, "note"]);
      await resolve(id, { deed: "write_off", note: "Khách nghèo" });
      expect(await books()).toMatchObject({
        due: 0,
        collected: 100_000,
        medusa: { captures: [100_000] },
      });
      const [done] = (await differences("resolved")).differences;
      expect(done?.resolution).toMatchObject({ deed: "write_off", note: "Khách nghèo" });
      expect((await money()).differences).toEqual([]);
      expect((await resolve("cash_none", { deed: "came" })).status).toBe(404);
      expect((await resolve(id, { deed: "keep" })).data.fields?.[0]?.field).toBe("deed");
    });

    it("is missing again when Medusa does not take the capture", async () => {
      const { id } = await aShort();
      const payments = container.resolve(Modules.PAYMENT);
      const broken = vi.spyOn(payments, "capturePayment").mockRejectedValue(new Error("down"));
      expect((await resolve(id, { deed: "came" })).status).toBe(500);
      broken.mockRestore();
      expect(await books()).toMatchObject({ due: 42_000, collected: 100_000 });
      expect((await resolve(id, { deed: "came" })).status).toBe(200);
      expect(await books()).toMatchObject({ due: 0, collected: PARCEL });
    });

    it("a wrong capture and a lost note are named by the check of all money", async () => {
      await aShort();
      await sql()`UPDATE capture SET amount = 99999 WHERE payment_id IN (SELECT y.id FROM payment y
        JOIN purchase.purchase_order o USING (payment_collection_id) WHERE o.order_id = ${order})`;
      await sql()`UPDATE purchase.cash_difference SET missing_vnd = 41999`;
      expect((await money()).differences).toMatchObject([
        { kind: "books_in", found_vnd: 99_999, expected_vnd: 100_000 },
        { kind: "cash_missing", found_vnd: 42_000, expected_vnd: 41_999 },
      ]);
    });
  });

  describe("A parcel that was not taken", () => {
    const reason = { reason: "not_reached", note: "Gọi ba lần" };

    it("owes nothing any more and is on its way back, until it is there and on the shelf", async () => {
      const before = await shelf();
      const refused = await step("refuse", reason);
      expect(refused.data).toMatchObject({
        progress: "refused",
        due_vnd: 0,
        parcel_due_vnd: 0,
        refuse_reason: "not_reached",
      });
      expect(await books()).toMatchObject({ due: 0, collected: 0, medusa: { status: "canceled" } });
      expect(await shelf()).toEqual(before);
      expect((await seen()).orders[0]).toMatchObject({
        progress: "refused",
        refuse_reason: "not_reached",
        due_vnd: 0,
      });
      const back = await step("take-back", { is_sound: true });
      expect(back.data).toMatchObject({ progress: "returned", due_vnd: 0 });
      expect(await shelf()).toEqual([must(before[0]) + 1, must(before[1])]);
      expect((await step("take-back", { is_sound: true })).status).toBe(200);
      expect(await shelf()).toEqual([must(before[0]) + 1, must(before[1])]);
      const otherwise = await step("take-back", { is_sound: false });
      expect(otherwise.data.code).toBe("order_already_returned");
      expect(otherwise.data.fields?.[0]?.field).toBe("is_sound");
      expect((await money()).differences).toEqual([]);
      // Nobody has paid anything: there is nothing to write to the buyer.
      expect(await mails("order-returned")).toBe(0);
    });

    it("is not put on the shelf when it is not sound", async () => {
      const before = await shelf();
      await step("refuse", { reason: "damaged" });
      expect((await step("take-back", { is_sound: false })).data.progress).toBe("returned");
      expect(await shelf()).toEqual(before);
    });

    it("leaves the visits of its order due, and their cash can be collected", async () => {
      await step("refuse", reason, tam.order_id);
      expect(await books(tam.order_id)).toMatchObject({
        due: VISIT,
        collected: 0,
        medusa: { status: "authorized" },
      });
      await api.post(`/producer/bookings/${tam.uuid}/collect`, {}, hoa.as.owner);
      expect((await step("take-back", { is_sound: true }, tam.order_id)).status).toBe(200);
      expect(await books(tam.order_id)).toMatchObject({
        due: 0,
        collected: VISIT,
        medusa: { captures: [VISIT] },
      });
      expect((await money()).differences).toEqual([]);
    });

    it("goes one way: neither delivered, nor shipped again, nor cancelled", async () => {
      expect((await step("take-back", { is_sound: true })).data.code).toBe("order_not_refused");
      await step("refuse", reason);
      expect((await step("refuse", reason)).status).toBe(200);
      expect((await step("deliver")).data.code).toBe("order_already_refused");
      const cancelled = await step("cancel", { reason: "other", note: "" });
      expect(cancelled.data.code).toBe("order_already_shipped");
      for (const [name, body, field] of [
        ["refuse", {}, "reason"],
        ["refuse", { reason: "no_wish" }, "reason"],
        ["take-back", {}, "is_sound"],
      ] as const) {
        const answer = await step(name, body);
        expect([answer.status, answer.data.fields?.[0]?.field]).toEqual([400, field]);
      }
    });

    it("is delivered or refused when two members do both at once", async () => {
      const answers = await Promise.all([step("deliver"), step("refuse", reason)]);
      const codes = answers.map(({ status, data }) => (status === 200 ? 200 : data.code));
      const { progress } = (await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner))
        .data;
      expect([progress, ...codes]).toEqual(
        progress === "delivered"
          ? ["delivered", 200, "order_already_delivered"]
          : ["refused", "order_already_refused", 200],
      );
      expect((await money()).differences).toEqual([]);
    });

    it("is back once when two members take it back at once", async () => {
      await step("refuse", reason);
      const before = await shelf();
      const twice = await Promise.all([
        step("take-back", { is_sound: true }),
        step("take-back", { is_sound: true }),
      ]);
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect(await shelf()).toEqual([must(before[0]) + 1, must(before[1])]);
    });

    it("is finished by a repeat when the goods could not be taken in", async () => {
      await step("refuse", reason);
      const before = await shelf();
      const orders = container.resolve(Modules.ORDER);
      const broken = vi.spyOn(orders, "createReturn").mockRejectedValue(new Error("down"));
      expect((await step("take-back", { is_sound: true })).status).toBe(500);
      broken.mockRestore();
      const { data } = await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner);
      expect(data.progress).toBe("refused");
      expect((await step("take-back", { is_sound: true })).data.progress).toBe("returned");
      expect(await shelf()).toEqual([must(before[0]) + 1, must(before[1])]);
    });
  });

  it("costs what the tests say", async () => {
    const { data } = await api.get<ProducerOrder>(`/producer/orders/${order}`, hoa.as.owner);
    expect([data.goods_vnd, data.total_vnd]).toEqual([GOODS, PARCEL]);
  });
});
