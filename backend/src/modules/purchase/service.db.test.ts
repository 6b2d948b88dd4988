import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { COD_LIMIT_PER_PHONE_VND } from "@cho-lang/shared/domain/purchase";
import { getTableConfig } from "drizzle-orm/pg-core";
import postgres from "postgres";
import type * as runner from "../../lib/migrate";
import type * as pool from "../../lib/sql";
import { randomId, randomNumber } from "./ids";
import { createPurchase } from "./migrations/001-purchase";
import type * as services from "./service";
import type { PurchaseDraft } from "./service";
import { tables } from "./tables";

// One instance of everything, with one pool: Vitest's imports would be second ones.
const backendRequire = createRequire(__filename);
const { closeSql, sql }: typeof pool = backendRequire("../../lib/sql");
const { runSqlMigrations }: typeof runner = backendRequire("../../lib/migrate");
const { default: PurchaseModuleService }: typeof services = backendRequire("./service");

const dbName = `db-purchase-${process.pid}`;
const server = new URL(process.env.TEST_DATABASE_URL ?? "");
const own = new URL(server);
own.pathname = `/${dbName}`;

/** A purchase of one producer's order with one line. */
function aDraft(
  over: { cart_id?: string; phone?: string; total_vnd?: number } = {},
): PurchaseDraft {
  const { cart_id = randomId("cart"), phone = "+84912345678", total_vnd = 167_000 } = over;
  const [id, order_id, number] = [randomId("pur"), randomId("order"), randomNumber()];
  const amounts = { goods_vnd: total_vnd - 22_000, shipping_vnd: 22_000, total_vnd };
  const payment_collection_id = randomId("pay_col");
  return {
    purchase: {
      id,
      cart_id,
      number,
      phone,
      email: "khach@example.com",
      full_name: "Nguyễn Thị Mai",
      province_code: "66",
      commune_code: "24154",
      street: "12 Lê Duẩn",
      note: "",
      lang: "vi",
      payment: "cod",
      customer_id: null,
      payment_collection_id: randomId("pay_col"),
      plan: [],
      ...amounts,
    },
    orders: [
      {
        order_id,
        purchase_id: id,
        producer_id: "prdcr_1",
        position: 1,
        number: `${number}-1`,
        payment_collection_id,
        due_vnd: total_vnd,
        collected_vnd: 0,
        ...amounts,
      },
    ],
    lines: [
      {
        order_id,
        line_item_id: randomId("ordli"),
        position: 1,
        cart_line_id: "cali_1",
        product_id: "prod_1",
        variant_id: "variant_1",
        handle: "ca-phe",
        title_vi: "Cà phê",
        title_en: "Coffee",
        variant_title: "túi 500 g",
        unit_vi: "túi 500 g",
        unit_en: "500 g bag",
        quantity: 1,
        price_vnd: amounts.goods_vnd,
        total_vnd: amounts.goods_vnd,
      },
    ],
  };
}

describe("Purchases in the database", () => {
  const service = new PurchaseModuleService();
  const at = new Date("2026-11-21T03:00:00Z");

  beforeAll(async () => {
    const root = postgres(server.toString(), { max: 1 });
    await root.unsafe(`CREATE DATABASE "${dbName}"`);
    await root.end();
    process.env.DATABASE_URL = own.toString();
    await runSqlMigrations("purchase", [createPurchase]);
  });
  afterAll(async () => {
    await closeSql();
    const root = postgres(server.toString(), { max: 1 });
    await root.unsafe(`DROP DATABASE "${dbName}" WITH (FORCE)`);
    await root.end();
  });

  async function placed(over: Parameters<typeof aDraft>[0] = {}) {
    const draft = aDraft(over);
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markPlaced(draft.purchase.id, token, at);
    const [order] = draft.orders;
    if (!order) throw new Error("no order");
    return { purchase_id: draft.purchase.id, order_id: order.order_id };
  }

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "%s has the columns that the code believes in",
    async (name, table) => {
      const rows = await sql()<{ column_name: string; udt_name: string; is_nullable: string }[]>`
        SELECT column_name, udt_name, is_nullable FROM information_schema.columns
        WHERE table_schema = 'purchase' AND table_name = ${name}`;
      const types: Record<string, string> = {
        int8: "bigint",
        int4: "integer",
        timestamptz: "timestamp with time zone",
      };
      const real = rows.map((c) => [
        c.column_name,
        types[c.udt_name] ?? c.udt_name,
        c.is_nullable === "NO",
      ]);
      const believed = getTableConfig(table).columns.map((c) => [
        c.name,
        c.getSQLType(),
        c.notNull || c.primary,
      ]);
      expect(believed.sort()).toEqual(real.sort());
    },
  );

  it("lets one of twenty racing attempts open the fence of a cart", async () => {
    const cart_id = randomId("cart");
    const states = await Promise.all(
      Array.from({ length: 20 }, () => service.openFence(aDraft({ cart_id }), randomUUID())),
    );
    expect(states.filter(({ state }) => state === "opened")).toHaveLength(1);
    expect(states.filter(({ state }) => state === "busy")).toHaveLength(19);
  });

  it("hands a lease that ran out to one of twenty, and not before", async () => {
    const draft = aDraft();
    const { cart_id, id } = draft.purchase;
    await service.openFence(draft, randomUUID());
    expect((await service.approachFence(cart_id, randomUUID())).state).toBe("busy");
    await sql()`UPDATE purchase.purchase SET lease_until = now() - interval '1 s' WHERE id = ${id}`;
    const states = await Promise.all(
      Array.from({ length: 20 }, () => service.approachFence(cart_id, randomUUID())),
    );
    expect(states.filter(({ state }) => state === "resumed")).toHaveLength(1);
  });

  it("keeps the number when a failed purchase is tried again, with new orders", async () => {
    const first = aDraft();
    const token = randomUUID();
    await service.openFence(first, token);
    expect(await service.markFailed(first.purchase.id, token, "test")).toBe(true);
    const again = aDraft({ cart_id: first.purchase.cart_id });
    const opened = await service.openFence(again, randomUUID());
    expect(opened).toEqual({ state: "opened", purchase_id: first.purchase.id });
    const orders = await service.listOrders({ purchase_ids: [first.purchase.id] });
    expect(orders.map(({ order_id, number }) => [order_id, number])).toEqual([
      [again.orders[0]?.order_id, `${first.purchase.number}-1`],
    ]);
  });

  it("lets a phone number owe exactly the ceiling, however many carts race for it", async () => {
    const phone = "+84987654321";
    const third = COD_LIMIT_PER_PHONE_VND / 3;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        service.openFence(aDraft({ phone, total_vnd: third }), randomUUID()),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect(await service.openCash(phone, "")).toBe(COD_LIMIT_PER_PHONE_VND);
  });

  it("lets one of twenty members take a step, and collects the cash once", async () => {
    const { order_id } = await placed();
    for (const step of ["confirm", "pack", "ship", "deliver"] as const) {
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => service.takeStep(order_id, step, { at })),
      );
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
    }
    const [order] = await service.listOrders({ order_ids: [order_id] });
    expect([order?.due_vnd, order?.collected_vnd]).toEqual([0, 167_000]);
  });

  it("lets either the parcel leave or the order be cancelled, never both", async () => {
    const { order_id } = await placed();
    await service.takeStep(order_id, "confirm", { at });
    await service.takeStep(order_id, "pack", { at });
    const taken = await Promise.all([
      service.takeStep(order_id, "ship", { at }),
      service.takeStep(order_id, "cancel", { at, cancel_reason: "out_of_stock" }),
    ]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  it("gives a cancelled order its cash back when the cancelling is undone", async () => {
    const { order_id } = await placed();
    const taken = await service.takeStep(order_id, "cancel", { at, cancel_reason: "other" });
    expect(taken?.order.due_vnd).toBe(0);
    if (taken) await service.undoStep(taken.before, "cancel");
    const [order] = await service.listOrders({ order_ids: [order_id] });
    expect(order).toMatchObject({ due_vnd: 167_000, cancelled_at: null, cancel_reason: null });
  });

  it("shows an order to its own producer only", async () => {
    const { order_id } = await placed();
    expect(await service.findOrderOfProducer("prdcr_1", order_id)).not.toBeNull();
    expect(await service.findOrderOfProducer("prdcr_2", order_id)).toBeNull();
  });

  it("announces a purchase once", async () => {
    const { purchase_id } = await placed();
    const marks = await Promise.all([
      service.markAnnounced(purchase_id),
      service.markAnnounced(purchase_id),
    ]);
    expect(marks.sort()).toEqual([false, true]);
  });
});
