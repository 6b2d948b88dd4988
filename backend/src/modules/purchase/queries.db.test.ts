import { randomUUID } from "node:crypto";
import { judgeStep } from "@cho-lang/shared/domain/order-progress";
import { COD_LIMIT_PER_PHONE_VND, codRefusal } from "@cho-lang/shared/domain/purchase";
import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { aDraft } from "../../../integration-tests/purchase/draft";
import { inTransaction, sql } from "../../lib/sql";
import { ownMigrations } from "./migrations";
import * as orderQueries from "./order-queries";
import * as queries from "./queries";
import PurchaseModuleService from "./service";

describe("Two who want the opposite at once", () => {
  const service = new PurchaseModuleService();
  const at = new Date("2026-11-21T03:00:00Z");
  const cancelled = { cancelled_at: at, cancel_reason: "other", due_vnd: 0 };
  ownDatabase("purchase-races", "purchase", ownMigrations);

  /** An order that may leave and may still be cancelled. */
  async function aPackedOrder(): Promise<string> {
    const draft = aDraft();
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markPlaced(draft.purchase.id, token, at);
    const order_id = draft.orders[0]?.order_id ?? "";
    for (const step of ["confirm", "pack"] as const) await service.takeStep(order_id, step, { at });
    return order_id;
  }

  /** Ships and cancels as code would that looks first and then writes by the order's id alone. */
  async function shipAndCancelWithoutGuard(order_id: string) {
    const bothHaveLooked = meeting(2);
    const step = async (name: "ship" | "cancel", change: object) => {
      const [order] = await service.listOrders({ order_ids: [order_id] });
      await bothHaveLooked();
      if (!order || judgeStep(order, name).kind !== "do") return false;
      await sql()`UPDATE purchase.purchase_order SET ${sql()({ ...change } as never)}
        WHERE order_id = ${order_id}`;
      return true;
    };
    const shipped = { shipped_at: at.toISOString() };
    return Promise.allSettled([
      step("ship", shipped),
      step("cancel", { ...cancelled, cancelled_at: at.toISOString() }),
    ]);
  }

  /** Takes the table's own promise away while `deed` runs, with the rows that break it. */
  async function withoutTheTablesCheck(deed: () => Promise<void>): Promise<void> {
    const [check] = await sql()<{ name: string; definition: string }[]>`
      SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = 'purchase.purchase_order'::regclass
        AND pg_get_constraintdef(oid) LIKE '%cancelled_at IS NULL%shipped_at IS NULL%'`;
    if (!check) throw new Error("The table's check was not found.");
    await sql().unsafe(`ALTER TABLE purchase.purchase_order DROP CONSTRAINT ${check.name}`);
    try {
      await deed();
    } finally {
      await sql()`DELETE FROM purchase.purchase`;
      await sql().unsafe(
        `ALTER TABLE purchase.purchase_order ADD CONSTRAINT ${check.name} ${check.definition}`,
      );
    }
  }

  const stampsOf = async (order_id: string) => {
    const [order] = await service.listOrders({ order_ids: [order_id] });
    return { left: Boolean(order?.shipped_at), cancelled: Boolean(order?.cancelled_at) };
  };

  it("without a guard a parcel leaves although its order is cancelled: the race exists", async () => {
    await withoutTheTablesCheck(async () => {
      const order_id = await aPackedOrder();
      const outcomes = await shipAndCancelWithoutGuard(order_id);
      expect(outcomes).toEqual(Array(2).fill({ status: "fulfilled", value: true }));
      expect(await stampsOf(order_id)).toEqual({ left: true, cancelled: true });
    });
  });

  it("the table alone refuses one of both, whoever forgets to look", async () => {
    const order_id = await aPackedOrder();
    const outcomes = await shipAndCancelWithoutGuard(order_id);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { left, cancelled } = await stampsOf(order_id);
    expect(left).not.toBe(cancelled);
  });

  /** Takes an order that is to be shipped somewhere, in a transaction of its own. */
  const move = (order_id: string, change: orderQueries.OrderChange) =>
    inTransaction((tx) => orderQueries.updateProgress(tx, { order_id, from: "to_ship" }, change));

  it("the statement alone gives the order to one of both, every time", async () => {
    await withoutTheTablesCheck(async () => {
      for (let round = 0; round < 10; round += 1) {
        const order_id = await aPackedOrder();
        const taken = await Promise.all([
          move(order_id, { shipped_at: at }),
          move(order_id, cancelled),
        ]);
        expect(taken.filter(Boolean)).toHaveLength(1);
        const { left, cancelled: isCancelled } = await stampsOf(order_id);
        expect(left).not.toBe(isCancelled);
      }
    });
  });

  it("without the lock on the phone number ten carts pass its ceiling: the race exists", async () => {
    const phone = "+84987654321";
    const total_vnd = COD_LIMIT_PER_PHONE_VND / 3;
    const [allHaveWritten, allHaveLooked] = [meeting(10), meeting(10)];
    const passed = await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(async (tx) => {
          const { purchase, orders, lines } = aDraft({ phone, total_vnd });
          const lease_token = randomUUID();
          await queries.insertPurchase(tx, { ...purchase, lease_token }, 60_000);
          await queries.insertOrders(tx, orders, lines);
          await allHaveWritten();
          const { cart_id } = purchase;
          const open_vnd = await queries.openCash(tx, { phone, except_cart_id: cart_id });
          await allHaveLooked();
          return codRefusal({ amount_vnd: total_vnd, open_vnd }) === null;
        }),
      ),
    );
    expect(passed.filter(Boolean)).toHaveLength(10);
    expect(await service.openCash(phone, "")).toBeGreaterThan(COD_LIMIT_PER_PHONE_VND);
  });

  it("one purchase never has two orders of one producer", async () => {
    const { purchase, orders, lines } = aDraft();
    const [order] = orders;
    if (!order) throw new Error("no order");
    const twin = { ...aDraft().orders[0], purchase_id: purchase.id, position: 2 };
    const twice = { purchase, orders: [order, { ...order, ...twin }], lines };
    await expect(service.openFence(twice, randomUUID())).rejects.toMatchObject({
      cause: { constraint_name: "purchase_order_purchase_id_producer_id_key" },
    });
    expect(await service.findPurchase(purchase.id)).toBeNull();
  });
});
