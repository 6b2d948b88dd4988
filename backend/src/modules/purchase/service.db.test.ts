import { randomUUID } from "node:crypto";
import { COD_LIMIT_PER_PHONE_VND } from "@cho-lang/shared/domain/purchase";
import { ownDatabase } from "../../../integration-tests/database";
import { aDraft } from "../../../integration-tests/purchase/draft";
import { itBelievesIn } from "../../../integration-tests/tables";
import { sql } from "../../lib/sql";
import { randomId } from "./ids";
import { ownMigrations } from "./migrations";
import PurchaseModuleService from "./service";
import { tables } from "./tables";

describe("Purchases in the database", () => {
  const service = new PurchaseModuleService();
  const at = new Date("2026-11-21T03:00:00Z");
  ownDatabase("purchase", "purchase", ownMigrations);

  async function placed(over: Parameters<typeof aDraft>[0] = {}) {
    const draft = aDraft(over);
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markPlaced(draft.purchase.id, token, at);
    const [order] = draft.orders;
    if (!order) throw new Error("no order");
    return { purchase_id: draft.purchase.id, order_id: order.order_id };
  }

  itBelievesIn(tables);

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

  /** An order with goods for 120.000, delivery for 22.000 and a visit for 25.000. */
  async function mixed() {
    const draft = aDraft();
    const [order] = draft.orders;
    if (!order) throw new Error("no order");
    order.visits_vnd = 25_000;
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markPlaced(draft.purchase.id, token, at);
    return order.order_id;
  }

  it("collects a parcel's cash and a visit's apart, also at the same moment", async () => {
    const order_id = await mixed();
    for (const step of ["confirm", "pack", "ship"] as const) {
      await service.takeStep(order_id, step, { at });
    }
    const visit = { order_id, due_delta_vnd: -25_000, collected_delta_vnd: 25_000 };
    const [delivered] = await Promise.all([
      service.takeStep(order_id, "deliver", { at }),
      service.changeDue(visit),
    ]);
    const [order] = await service.listOrders({ order_ids: [order_id] });
    expect(order).toMatchObject({ due_vnd: 0, collected_vnd: 167_000 });
    await expect(service.changeDue(visit)).rejects.toThrow();
    if (!delivered) throw new Error("not delivered");
    await service.undoStep(delivered.before, "deliver");
    const [back] = await service.listOrders({ order_ids: [order_id] });
    expect(back).toMatchObject({ due_vnd: 142_000, collected_vnd: 25_000, delivered_at: null });
  });

  it("lets an order of visits be visited, and neither packed nor cancelled after that", async () => {
    const draft = aDraft();
    const [order] = draft.orders;
    if (!order) throw new Error("no order");
    Object.assign(draft.purchase, { province_code: "", commune_code: "", street: "" });
    const total_vnd = order.total_vnd;
    Object.assign(order, { has_parcel: false, shipping_vnd: 0 });
    Object.assign(order, { goods_vnd: total_vnd, visits_vnd: total_vnd });
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markPlaced(draft.purchase.id, token, at);
    const { order_id } = order;
    expect(await service.takeStep(order_id, "confirm", { at })).toBeNull();
    expect(await service.setVisited({ order_id, at })).toMatchObject({ delivered_at: at });
    expect(await service.takeStep(order_id, "cancel", { at })).toBeNull();
    await service.setVisited({ order_id, at: null });
    expect(await service.takeStep(order_id, "cancel", { at })).not.toBeNull();
    expect(await service.setVisited({ order_id, at })).toBeNull();
    const change = { order_id, due_delta_vnd: 1, collected_delta_vnd: 0 };
    expect(await service.changeDue(change)).toBeNull();
  });

  it("never visits an order with a parcel, and never calls goods a visit", async () => {
    const order_id = await mixed();
    expect(await service.setVisited({ order_id, at })).toBeNull();
    const draft = aDraft();
    Object.assign(draft.orders[0] ?? {}, { has_parcel: false });
    await expect(service.openFence(draft, randomUUID())).rejects.toThrow();
  });
});
