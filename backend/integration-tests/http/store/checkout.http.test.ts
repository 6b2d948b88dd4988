import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { suspendProducerWorkflow } from "../../../src/workflows/producer/suspend-producer";
import { aBuyer } from "../../buyer";
import { aCertificate } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import type { OrderLink, PaidOrder, Shelf } from "../../rows";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

medusaHttpSuite("checkout", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000, stock: 3 });
    buyer = aBuyer(api, market);
  });

  afterEach(settle);

  async function graph<T>(entity: string, fields: string[], filters: Record<string, unknown>) {
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const { data } = await query.graph({ entity, fields, filters });
    return data as T[];
  }

  describe("The cart's page", () => {
    it("groups lines by producer, each with its own deliveries and the cheapest chosen", async () => {
      const cartId = await buyer.fill(coffee.variant_id, {
        variant_id: tea.variant_id,
        quantity: 2,
      });
      const view = await buyer.view(cartId);
      expect(view.groups.map((group) => group.producer.handle)).toEqual(["ca-phe", "tra"]);
      expect(view.groups.map((group) => group.goods_vnd)).toEqual([145_000, 198_000]);
      expect(view.groups.map((group) => group.shipping_vnd)).toEqual([22_000, 22_000]);
      expect(view.total_vnd).toBe(145_000 + 198_000 + 44_000);
      expect(view.parcels).toBe(2);
      expect(view.item_count).toBe(3);
      expect(view.groups[1]?.lines[0]?.stock).toBe(3);
      expect(view.payment_options).toEqual([{ id: "cod", is_available: true, reason: null }]);
    });

    it("is not found under an unknown id", async () => {
      expect((await buyer.get("/store/carts/cart_none/checkout")).status).toBe(404);
    });
  });

  describe("Buying from two producers", () => {
    it("gives each producer an order with its own lines, delivery and cash", async () => {
      const cartId = await buyer.fill(coffee.variant_id, {
        variant_id: tea.variant_id,
        quantity: 2,
      });
      const done = await buyer.buy<CheckoutDone>(cartId);
      expect(done.data).toMatchObject({ purchase_id: expect.stringMatching(/^pur_/) });
      expect(done.status).toBe(200);
      const { purchase_id, token } = done.data;
      const { data: purchase } = await buyer.get<PurchaseView>(
        `/store/purchases/${purchase_id}?token=${token}`,
      );
      expect(purchase.status).toBe("placed");
      expect(purchase.total_vnd).toBe(387_000);
      expect(purchase.payment).toMatchObject({ provider: "cod", due_vnd: 387_000, paid_vnd: 0 });
      expect(purchase.orders.map((o: { total_vnd: number }) => o.total_vnd)).toEqual([
        167_000, 220_000,
      ]);
      expect(purchase.orders[1]?.lines).toMatchObject([{ quantity: 2, total_vnd: 198_000 }]);
      expect(purchase.address.lines[0]).toBe("12 Lê Duẩn");

      const links = await graph<OrderLink>("order_cart", ["order_id"], { cart_id: cartId });
      expect(links).toHaveLength(2);
      const orders = await graph<PaidOrder>(
        "order",
        [
          "id",
          "total",
          "items.*",
          "shipping_methods.*",
          "payment_collections.amount",
          "payment_collections.status",
          "payment_collections.payments.amount",
          "payment_collections.payments.data",
        ],
        { id: links.map(({ order_id }) => order_id) },
      );
      expect(orders.map(({ total }) => Number(total)).sort()).toEqual([167_000, 220_000]);
      for (const order of orders) {
        const [collection] = order.payment_collections;
        expect(Number(collection.amount)).toBe(Number(order.total));
        expect(collection.status).toBe("authorized");
        expect(Number(collection.payments[0].amount)).toBe(Number(order.total));
        expect(collection.payments[0].data.split_of).toMatch(/^pay_/);
        expect(order.shipping_methods).toHaveLength(1);
      }
      const [level] = await graph<Shelf>("inventory_level", ["reserved_quantity"], {
        inventory_item_id: tea.inventory_item_id,
      });
      expect(Number(must(level).reserved_quantity)).toBe(2);
    });

    it("keeps the stars of the day: those in force, and none of a certificate that has ended", async () => {
      const inForce = await aCertificate(container, { product_id: coffee.product_id, stars: 4 });
      const ended = { product_id: tea.product_id, decided_on: "2020-01-15" };
      await aCertificate(container, { ...ended, stars: 5 });
      await buyer.buy(await buyer.fill(coffee.variant_id, tea.variant_id));
      const lines = await sql()`SELECT product_id, stars, certificate_id
        FROM purchase.order_line_snapshot ORDER BY stars NULLS LAST`;
      expect(lines).toMatchObject([
        { product_id: coffee.product_id, stars: 4, certificate_id: inForce },
        { product_id: tea.product_id, stars: null, certificate_id: null },
      ]);
    });

    it("sends one mail for the whole purchase", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      const { data } = await buyer.buy<CheckoutDone>(cartId);
      const notifications = container.resolve(Modules.NOTIFICATION);
      await expect
        .poll(() => notifications.listNotifications({ resource_id: data.purchase_id }), {
          timeout: 10_000,
        })
        .toHaveLength(1);
      const [mail] = await notifications.listNotifications({ resource_id: data.purchase_id });
      const text = String((must(mail).data as { text?: string }).text);
      expect(text).toContain("HTX ca-phe");
      expect(text).toContain("HTX tra");
      expect(text).toContain(`/purchase/${data.purchase_id}?token=${data.token}`);
    });

    it("answers the same purchase to the same form sent twice", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      const form = await buyer.form(cartId);
      const first = await buyer.checkout<CheckoutDone>(cartId, form);
      const second = await buyer.checkout<CheckoutDone>(cartId, form);
      expect(second.status).toBe(200);
      expect(second.data).toEqual(first.data);
      expect((await buyer.view(cartId)).purchase).toEqual({
        id: first.data.purchase_id,
        token: first.data.token,
      });
    });

    it("leaves a bought cart as it is", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      await buyer.buy(cartId);
      const answer = await buyer.post(`/store/carts/${cartId}/line-items`, {
        variant_id: tea.variant_id,
        quantity: 1,
      });
      expect([answer.status, answer.data.code]).toEqual([400, "cart_completed"]);
      const line = must((await buyer.view(cartId)).groups[0]?.lines[0]).id;
      const removed = await buyer.delete(`/store/carts/${cartId}/line-items/${line}`);
      expect([removed.status, removed.data.code]).toEqual([400, "cart_completed"]);
    });
  });

  describe("The form", () => {
    it("names every faulty field at once", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      const { status, data } = await buyer.buy(cartId, {
        email: "mai@",
        phone: "0912345",
        commune_code: "00004",
        street: "1",
        full_name: "",
      });
      expect(status).toBe(400);
      expect(data.code).toBe("invalid_fields");
      const fields = data.fields?.map(({ field }: { field: string }) => field).sort();
      expect(fields).toEqual(["commune_code", "email", "full_name", "phone", "street"]);
    });

    it("is refused with total_changed when the buyer saw another total", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      const { status, data } = await buyer.buy(cartId, { expected_total_vnd: 1 });
      expect([status, data.code]).toEqual([400, "total_changed"]);
    });

    it("is refused when the delivery is another producer's", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      const [one, two] = (await buyer.view(cartId)).groups;
      const { data } = await buyer.buy(cartId, {
        shipping: { [must(one).producer.id]: must(two?.shipping_options[0]).id },
      });
      expect(data.code).toBe("unknown_shipping_option");
    });

    it("is refused above the ceiling of cash on delivery, for one purchase and for one phone", async () => {
      const gold = await aProducer(container, market, { handle: "tram", price_vnd: 9_000_000 });
      const big = await buyer.fill({ variant_id: gold.variant_id, quantity: 3 });
      expect((await buyer.view(big)).payment_options[0]).toMatchObject({
        is_available: false,
        reason: "cod_ceiling",
      });
      expect((await buyer.buy(big)).data.code).toBe("cod_ceiling");
      const phone = "0987654321";
      for (const expected of [200, 200, 200, 400]) {
        const cartId = await buyer.fill({ variant_id: gold.variant_id, quantity: 1 });
        const answer = await buyer.buy(cartId, { phone });
        expect([expected, answer.status]).toEqual([expected, answer.status]);
      }
    });
  });

  describe("Two carts of one phone number at once", () => {
    it("pass the ceiling of cash on delivery once, and the other cart survives", async () => {
      const gold = await aProducer(container, market, { handle: "tram", price_vnd: 9_000_000 });
      const carts: [string, unknown][] = [];
      for (let n = 0; n < 2; n += 1) {
        const id = await buyer.fill({ variant_id: gold.variant_id, quantity: 2 });
        carts.push([id, await buyer.form(id, { phone: "0987654321" })]);
      }
      const answers = await Promise.all(carts.map(([id, form]) => buyer.checkout(id, form)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      const lost = answers.findIndex(({ status }) => status === 400);
      expect(answers[lost]?.data.code).toBe("cod_ceiling");
      expect((await buyer.buy(must(carts[lost])[0])).status).toBe(200);
      const owed = await sql()`SELECT sum(due_vnd)::int AS due FROM purchase.purchase_order o
        JOIN purchase.purchase p ON p.id = o.purchase_id AND p.phone = '+84987654321'`;
      expect(owed[0]?.due).toBeLessThanOrEqual(30_000_000);
    });
  });

  describe("What cannot be bought", () => {
    it("is refused when added, with what is left in stock", async () => {
      const cartId = await buyer.fill();
      const answer = await buyer.post(`/store/carts/${cartId}/line-items`, {
        variant_id: tea.variant_id,
        quantity: 4,
      });
      expect([answer.status, answer.data.code]).toEqual([400, "quantity_above_stock"]);
      expect(answer.data.message).toContain("3");
    });

    it("is counted together with what the cart holds already", async () => {
      const cartId = await buyer.fill({ variant_id: tea.variant_id, quantity: 2 });
      const answer = await buyer.post(`/store/carts/${cartId}/line-items`, {
        variant_id: tea.variant_id,
        quantity: 2,
      });
      expect([answer.status, answer.data.code]).toEqual([400, "quantity_above_stock"]);
    });

    it("of a producer suspended in mid-cart is named line by line, and the rest can be bought", async () => {
      const cartId = await buyer.fill(coffee.variant_id, tea.variant_id);
      const form = await buyer.form(cartId);
      await suspendProducerWorkflow(container).run({
        input: {
          producer_id: tea.id,
          actor: { id: "user_1", name: "Operator" },
          reason: "Kiểm tra lại giấy tờ của cơ sở",
        },
      });
      const line = must((await buyer.view(cartId)).groups[1]?.lines[0]);
      expect(line.problem).toBe("producer_closed");
      const refused = await buyer.checkout(cartId, form);
      expect([refused.status, refused.data.code]).toEqual([400, "lines_not_available"]);
      expect(refused.data.lines).toEqual([{ line_id: line.id, problem: "producer_closed" }]);
      await buyer.delete(`/store/carts/${cartId}/line-items/${line.id}`);
      const done = await buyer.buy(cartId);
      expect(done.status).toBe(200);
    });
  });

  describe("Who may read", () => {
    it("only the bearer of the signed link reads a guest's purchase", async () => {
      const { data } = await buyer.buy<CheckoutDone>(await buyer.fill(coffee.variant_id));
      const path = `/store/purchases/${data.purchase_id}`;
      expect((await buyer.get(path)).status).toBe(404);
      expect((await buyer.get(`${path}?token=${data.token.slice(0, -1)}x`)).status).toBe(404);
      const read = await buyer.get(`${path}?token=${data.token}`);
      expect(read.status).toBe(200);
      expect(read.headers["cache-control"]).toBe("no-store");
      expect(read.headers["referrer-policy"]).toBe("no-referrer");
      expect(read.headers["x-robots-tag"]).toBe("noindex");
    });

    it("nobody reads an order by its id alone", async () => {
      const cartId = await buyer.fill(coffee.variant_id);
      await buyer.buy(cartId);
      const [link] = await graph<OrderLink>("order_cart", ["order_id"], { cart_id: cartId });
      expect((await buyer.get(`/store/orders/${must(link).order_id}`)).status).toBe(404);
    });
  });
});
