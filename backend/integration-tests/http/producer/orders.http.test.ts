import type { Refusal } from "@cho-lang/shared/contracts/checkout";
import type {
  ProducerOrder,
  ProducerOrders,
  ProducerToday,
} from "@cho-lang/shared/contracts/producer";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows";
import type { Answer, Api } from "../../answer";
import {
  aMarket,
  aProducer,
  aPurchase,
  backend,
  type Market,
  type MarketProducer,
  must,
  signIn,
} from "../../market";
import { medusaHttpSuite } from "../../support";

/** The order as a step leaves it, or why the step was refused. */
type Step = Partial<ProducerOrder & Refusal>;
type Config = Awaited<ReturnType<typeof signIn>>;

medusaHttpSuite("producer-orders", ({ api: client, getContainer }) => {
  const api = client as Api;
  let container: MedusaContainer;
  let market: Market;
  let hoa: MarketProducer;
  let binh: MarketProducer;
  let asHoa: Config;
  let asBinh: Config;
  let purchase: { purchase_id: string; token: string };
  let order: string;
  let other: string;

  const post = (path: string, body: object = {}, config = asHoa) =>
    api.post<Step>(`/producer/orders/${path}`, body, config);
  const owner = (producer: MarketProducer) => ({
    email: must(producer.members[0]).email,
    password: producer.password,
  });
  const orderOf = async (config: Config) =>
    must<string>((await api.get<ProducerOrders>("/producer/orders", config)).data.orders[0]?.id);
  const buyerView = () =>
    api.get<PurchaseView>(`/store/purchases/${purchase.purchase_id}?token=${purchase.token}`, {
      headers: { "x-publishable-api-key": market.key },
      validateStatus: () => true,
    });
  const shelf = async (producer: MarketProducer) => {
    const [level] = await container
      .resolve(Modules.INVENTORY)
      .listInventoryLevels({ inventory_item_id: producer.inventory_item_id });
    return {
      stocked: Number(must(level).stocked_quantity),
      reserved: Number(must(level).reserved_quantity),
    };
  };
  const money = async (orderId: string) => {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: [
        "status",
        "payment_collections.payments.captured_at",
        "payment_collections.payments.canceled_at",
      ],
      filters: { id: orderId },
    });
    const { status, payment_collections } = must(data[0]) as unknown as {
      status: string;
      payment_collections: {
        payments: { captured_at: unknown; canceled_at: unknown }[];
      }[];
    };
    const payments = payment_collections.flatMap(({ payments }) =>
      payments.map(({ captured_at, canceled_at }) => ({
        captured: Boolean(captured_at),
        cancelled: Boolean(canceled_at),
      })),
    );
    return { status, payments };
  };
  const upToPacked = async () => {
    await post(`${order}/confirm`);
    await post(`${order}/pack`);
  };
  const shipment = { tracking_number: "vn-123456", carrier: "Bưu điện" };

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    hoa = await aProducer(container, market, { handle: "hoa", roles: ["owner", "manager"] });
    binh = await aProducer(container, market, { handle: "binh", price_vnd: 80_000 });
    asHoa = await signIn(api, owner(hoa));
    asBinh = await signIn(api, owner(binh));
    purchase = await aPurchase(api, market, [hoa.variant_id, binh.variant_id], { quantity: 2 });
    order = await orderOf(asHoa);
    other = await orderOf(asBinh);
  });

  describe("A producer's orders", () => {
    it("show only its own part of a purchase, with what shipping needs", async () => {
      const list = await api.get<ProducerOrders>("/producer/orders", asHoa);
      expect(list.data.count).toBe(1);
      const detail = await api.get<ProducerOrder>(`/producer/orders/${order}?lang=en`, asHoa);
      expect(detail.status).toBe(200);
      expect(detail.data).toMatchObject({
        progress: "to_confirm",
        goods_vnd: 240_000,
        buyer: { name: "Nguyễn Thị Khách", province: "Hanoi" },
        note: "Gọi trước khi giao",
        recipient: { phone: "+84912345678" },
        detail_lines: [{ unit: "500 g bag", quantity: 2, price_vnd: 120_000, total_vnd: 240_000 }],
      });
      expect(detail.data.due_vnd).toBe(detail.data.total_vnd);
      expect(JSON.stringify(detail.data)).not.toContain("khach@example.com");
      expect(JSON.stringify(detail.data)).not.toContain("binh");
      expect(detail.headers["cache-control"]).toBe("no-store");
    });

    it("wait on the page of the day until they are shipped", async () => {
      const before = await api.get<ProducerToday>("/producer/today", asHoa);
      expect(before.data.counts).toEqual({ to_confirm: 1, to_pack: 0, to_ship: 0, refused: 0 });
      await upToPacked();
      await post(`${order}/ship`, shipment);
      const after = await api.get<ProducerToday>("/producer/today", asHoa);
      expect(after.data.counts).toEqual({ to_confirm: 0, to_pack: 0, to_ship: 0, refused: 0 });
      expect(after.data.orders).toEqual([]);
      expect(after.data.due_vnd).toBeGreaterThan(240_000);
    });

    it("are listed by how far they have come, and refuse a state that does not exist", async () => {
      expect(
        (await api.get<ProducerOrders>("/producer/orders?progress=to_pack", asHoa)).data.count,
      ).toBe(0);
      await post(`${order}/confirm`);
      expect(
        (await api.get<ProducerOrders>("/producer/orders?progress=to_pack", asHoa)).data.count,
      ).toBe(1);
      const wrong = await api.get("/producer/orders?progress=lost", asHoa);
      expect(wrong.status).toBe(400);
      expect(wrong.data.fields?.[0]?.field).toBe("progress");
      expect((await api.get("/producer/orders?page=0", asHoa)).status).toBe(400);
      expect((await api.get<ProducerOrders>("/producer/orders?page=2", asHoa)).data.orders).toEqual(
        [],
      );
    });
  });

  describe("From confirming to delivery", () => {
    it("goes step by step, and the buyer sees the tracking number", async () => {
      expect((await post(`${order}/pack`)).data.code).toBe("order_not_confirmed");
      expect((await post(`${order}/confirm`)).data.progress).toBe("to_pack");
      expect((await post(`${order}/ship`, shipment)).data.code).toBe("order_not_packed");
      expect((await post(`${order}/pack`)).data.progress).toBe("to_ship");
      expect((await post(`${order}/deliver`)).data.code).toBe("order_not_shipped");
      const shipped = await post(`${order}/ship`, shipment);
      expect(shipped.data).toMatchObject({
        progress: "shipped",
        tracking: [{ number: "VN-123456", carrier: "Bưu điện" }],
      });
      expect(await shelf(hoa)).toEqual({ stocked: 18, reserved: 0 });
      expect(await shelf(binh)).toEqual({ stocked: 20, reserved: 2 });
      const seen = await buyerView();
      expect(seen.data.orders.map((one: { progress: string }) => one.progress)).toEqual([
        "shipped",
        "to_confirm",
      ]);
      expect(JSON.stringify(seen.data.orders[0]?.tracking)).toContain("VN-123456");
    });

    it("collects the cash at the door, once, and only for this order", async () => {
      await upToPacked();
      await post(`${order}/ship`, shipment);
      const due = (await api.get<ProducerOrder>(`/producer/orders/${order}`, asHoa)).data.due_vnd;
      const delivered = await post(`${order}/deliver`);
      expect(delivered.data).toMatchObject({ progress: "delivered", due_vnd: 0 });
      expect((await post(`${order}/deliver`)).status).toBe(200);
      expect(await money(order)).toMatchObject({ payments: [{ captured: true }] });
      expect(await money(other)).toMatchObject({
        payments: [{ captured: false, cancelled: false }],
      });
      const seen = await buyerView();
      expect(seen.data.payment.paid_vnd).toBe(due);
    });

    it("takes a button that is pressed twice as pressed once", async () => {
      await post(`${order}/confirm`);
      expect(await post(`${order}/confirm`)).toMatchObject({ status: 200 });
      await post(`${order}/pack`);
      const twice = await Promise.all([
        post(`${order}/ship`, shipment),
        post(`${order}/ship`, shipment),
      ]);
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      expect(must(twice[0]).data.tracking).toHaveLength(1);
      expect(await shelf(hoa)).toEqual({ stocked: 18, reserved: 0 });
    });

    it("ships with one number when two members ship at once with two", async () => {
      await upToPacked();
      const answers = await Promise.all(
        ["VN-1111", "VN-2222"].map((tracking_number) =>
          post(`${order}/ship`, { tracking_number, carrier: "" }),
        ),
      );
      expect(codes(answers)).toEqual([200, "order_already_shipped"]);
      expect(
        (await api.get<ProducerOrder>(`/producer/orders/${order}`, asHoa)).data.tracking,
      ).toHaveLength(1);
    });

    it("refuses a tracking number that no carrier prints, naming the field", async () => {
      await upToPacked();
      const answer = await post(`${order}/ship`, { tracking_number: "<b>", carrier: "" });
      expect(answer.status).toBe(400);
      expect(answer.data.fields?.[0]?.field).toBe("tracking_number");
    });
  });

  describe("Cancelling one producer's order", () => {
    const cancel = { reason: "out_of_stock", note: "Mưa lớn" };

    it("frees its stock and leaves the other producer's order as it was", async () => {
      const before = { shelf: await shelf(binh), money: await money(other) };
      const answer = await post(`${order}/cancel`, cancel);
      expect(answer.data).toMatchObject({ progress: "cancelled", due_vnd: 0 });
      expect(answer.data.cancel_reason).toBe("out_of_stock");
      expect(await shelf(hoa)).toEqual({ stocked: 20, reserved: 0 });
      expect(await money(order)).toMatchObject({
        status: "canceled",
        payments: [{ captured: false, cancelled: true }],
      });
      expect({ shelf: await shelf(binh), money: await money(other) }).toEqual(before);
      const kept = await api.get<ProducerOrder>(`/producer/orders/${other}`, asBinh);
      expect(kept.data).toMatchObject({ progress: "to_confirm" });
      expect(kept.data.due_vnd).toBe(kept.data.total_vnd);
    });

    it("is final", async () => {
      await post(`${order}/cancel`, cancel);
      expect((await post(`${order}/cancel`, cancel)).status).toBe(200);
      expect((await post(`${order}/confirm`)).data.code).toBe("order_cancelled");
    });

    it("is too late once the parcel is on its way", async () => {
      await upToPacked();
      await post(`${order}/ship`, shipment);
      expect((await post(`${order}/cancel`, cancel)).data.code).toBe("order_already_shipped");
      expect(await shelf(hoa)).toEqual({ stocked: 18, reserved: 0 });
    });

    it("excludes shipping: of two members who do both at once one wins", async () => {
      await upToPacked();
      const answers = await Promise.all([
        post(`${order}/ship`, shipment),
        post(`${order}/cancel`, cancel),
      ]);
      const [, refused] = codes(answers);
      expect(["order_already_shipped", "order_cancelled"]).toContain(refused);
      const { progress } = (await api.get<ProducerOrder>(`/producer/orders/${order}`, asHoa)).data;
      const left = await shelf(hoa);
      expect([progress, left.stocked, left.reserved]).toEqual(
        progress === "shipped" ? ["shipped", 18, 0] : ["cancelled", 20, 0],
      );
    });

    it("wants a reason of the list", async () => {
      const answer = await post(`${order}/cancel`, { reason: "no_wish" });
      expect(answer.status).toBe(400);
      expect(answer.data.fields?.[0]?.field).toBe("reason");
    });
  });

  describe("When something breaks in between", () => {
    const purchases = () =>
      container.resolve<import("../../../src/modules/purchase/service").default>("purchase");

    it("a repeat finishes a shipment that a crash left half done", async () => {
      await upToPacked();
      // The process died right after winning the step: no fulfilment, no tracking number.
      expect(await purchases().takeStep(order, "ship", { at: new Date() })).not.toBeNull();
      expect(
        (await api.get<ProducerOrder>(`/producer/orders/${order}`, asHoa)).data.tracking,
      ).toEqual([]);
      const repeated = await post(`${order}/ship`, shipment);
      expect(repeated.data.tracking).toHaveLength(1);
      expect(await shelf(hoa)).toEqual({ stocked: 18, reserved: 0 });
    });

    it("a repeat finishes a cancellation and a delivery that a crash left half done", async () => {
      await purchases().takeStep(other, "cancel", { at: new Date(), cancel_reason: "other" });
      await post(`${other}/cancel`, { reason: "other", note: "" }, asBinh);
      expect(await shelf(binh)).toEqual({ stocked: 20, reserved: 0 });
      expect((await money(other)).status).toBe("canceled");
      await upToPacked();
      await post(`${order}/ship`, shipment);
      await purchases().takeStep(order, "deliver", { at: new Date() });
      await post(`${order}/deliver`);
      expect((await money(order)).payments).toEqual([{ captured: true, cancelled: false }]);
    });

    it("a shipment that Medusa refuses is taken back, and the order can be tried again", async () => {
      await upToPacked();
      const inventory = container.resolve(Modules.INVENTORY);
      const reservations = await inventory.listReservationItems({
        inventory_item_id: hoa.inventory_item_id,
      });
      const ids = reservations.map(({ id }) => id);
      await inventory.softDeleteReservationItems(ids);
      expect((await post(`${order}/ship`, shipment)).status).toBeGreaterThanOrEqual(400);
      const detail = (await api.get<ProducerOrder>(`/producer/orders/${order}`, asHoa)).data;
      expect(detail).toMatchObject({ progress: "to_ship", tracking: [] });
      await inventory.restoreReservationItems(ids);
      expect((await post(`${order}/ship`, shipment)).data.progress).toBe("shipped");
    });

    it("of ten who press at once one wins; without the fence all would think so", async () => {
      const naive = await Promise.all(
        Array.from({ length: 10 }, async () => {
          const [row] = await backend("lib/sql").sql()<{ confirmed_at: string | null }[]>`
            SELECT confirmed_at FROM purchase.purchase_order WHERE order_id = ${other}`;
          return row?.confirmed_at === null;
        }),
      );
      expect(naive.filter(Boolean)).toHaveLength(10);
      const fenced = await Promise.all(
        Array.from({ length: 10 }, () =>
          purchases().takeStep(other, "confirm", { at: new Date() }),
        ),
      );
      expect(fenced.filter(Boolean)).toHaveLength(1);
    });

    it("an operator's cancellation in Medusa's admin counts like the producer's own", async () => {
      await cancelOrderWorkflow(container).run({ input: { order_id: order } });
      const detail = await api.get<ProducerOrder>(`/producer/orders/${order}`, asHoa);
      expect(detail.data).toMatchObject({ progress: "cancelled", due_vnd: 0 });
      expect((await post(`${order}/confirm`)).data.code).toBe("order_cancelled");
    });
  });

  describe("The buyer's mail", () => {
    it("tells once of the parcel and names what is to be paid", async () => {
      await upToPacked();
      await post(`${order}/ship`, shipment);
      await post(`${order}/ship`, shipment);
      const mails = await mailsAbout(order);
      expect(mails).toHaveLength(1);
      expect(must(mails[0])).toMatchObject({ to: "khach@example.com", template: "order-shipped" });
      expect(must(mails[0]).data?.text).toContain("VN-123456 (Bưu điện)");
      expect(must(mails[0]).data?.text).toContain(`/purchase/${purchase.purchase_id}?token=`);
    });

    it("tells of a cancellation with its reason, and that the others deliver", async () => {
      await post(`${order}/cancel`, { reason: "out_of_stock", note: "" });
      const [mail] = await mailsAbout(order);
      expect(must(mail).data?.text).toContain("Hết hàng");
      expect(must(mail).data?.text).toContain("Các nhà sản xuất khác");
    });

    it("tells of an operator's cancellation too, once", async () => {
      await cancelOrderWorkflow(container).run({ input: { order_id: order } });
      const mails = await mailsAbout(order);
      expect(mails.map(({ template }) => template)).toEqual(["order-cancelled"]);
      expect(must(mails[0]).data?.text).toContain("Lý do: Lý do khác.");
    });

    async function mailsAbout(id: string) {
      const notifications = container.resolve(Modules.NOTIFICATION);
      for (let wait = 0; wait < 50; wait++) {
        const mails = await notifications.listNotifications({ channel: "email" });
        const about = mails.filter(({ resource_id }) => resource_id === id);
        if (about.length > 0) return about;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return [];
    }
  });
});

/** The status of the answer that was accepted, then the code of the one that was refused. */
function codes(answers: Answer[]): (number | string | undefined)[] {
  const sorted = [...answers].sort((a, b) => a.status - b.status);
  return sorted.map(({ status, data }) => (status < 300 ? status : data.code));
}
