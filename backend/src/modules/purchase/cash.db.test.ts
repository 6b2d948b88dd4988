import { randomUUID } from "node:crypto";
import { ownDatabase } from "../../../integration-tests/database";
import { aDraft } from "../../../integration-tests/purchase/draft";
import { sql } from "../../lib/sql";
import { findCashDifference, reopenDifference, resolveDifference } from "./cash";
import { ownMigrations } from "./migrations";
import PurchaseModuleService from "./service";

const PARCEL = 142_000;
const VISIT = 25_000;

describe("A parcel's cash in the database", () => {
  const service = new PurchaseModuleService();
  const at = new Date("2026-11-22T03:00:00Z");
  ownDatabase("purchase-cash", "purchase", ownMigrations);

  /** A shipped order: goods and delivery for 142,000 đồng, a visit for 25,000. */
  async function shipped(phone?: string) {
    const draft = aDraft(phone ? { phone } : {});
    const [order] = draft.orders;
    if (!order) throw new Error("no order");
    order.visits_vnd = VISIT;
    const token = randomUUID();
    await service.openFence(draft, token);
    await service.markPlaced(draft.purchase.id, token, at);
    for (const step of ["confirm", "pack", "ship"] as const) {
      await service.takeStep(order.order_id, step, { at });
    }
    return order.order_id;
  }
  const short = (missing_vnd: number) => ({
    at,
    short: { missing_vnd, note: "Khách thiếu tiền", reported_by: "prmem_1" },
  });
  const refuse = { at, refuse_reason: "not_taken", refuse_note: "" };
  const orderOf = async (order_id: string) => {
    const [order] = await service.listOrders({ order_ids: [order_id] });
    if (!order) throw new Error("no order");
    const { due_vnd, collected_vnd, missing_vnd, written_off_vnd } = order;
    return { due_vnd, collected_vnd, missing_vnd, written_off_vnd };
  };
  const differenceOf = async (order_id: string) => {
    const found = await findCashDifference({ order_id });
    if (!found) throw new Error("no difference");
    return found;
  };
  const decision = (id: string, deed: "came" | "write_off") => ({
    id,
    deed,
    note: "Đã hỏi bưu điện",
    actor_id: "user_1",
  });

  it("leaves what did not come due, and notes it once", async () => {
    const order_id = await shipped();
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => service.takeStep(order_id, "deliver", short(42_000))),
    );
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await orderOf(order_id)).toEqual({
      due_vnd: 42_000 + VISIT,
      collected_vnd: 100_000,
      missing_vnd: 42_000,
      written_off_vnd: 0,
    });
    expect(await differenceOf(order_id)).toMatchObject({
      expected_vnd: PARCEL,
      missing_vnd: 42_000,
      note: "Khách thiếu tiền",
      deed: null,
    });
  });

  it("notes nothing when all came, and that nothing came", async () => {
    const [whole, none] = [await shipped(), await shipped()];
    await service.takeStep(whole, "deliver", short(0));
    expect(await findCashDifference({ order_id: whole })).toBeNull();
    await service.takeStep(none, "deliver", short(PARCEL));
    expect(await orderOf(none)).toMatchObject({ collected_vnd: 0, due_vnd: PARCEL + VISIT });
    const beyond = await shipped();
    await expect(service.takeStep(beyond, "deliver", short(PARCEL + 1))).rejects.toThrow();
    expect(await orderOf(beyond)).toMatchObject({ collected_vnd: 0, missing_vnd: 0 });
  });

  it("counts a short parcel and a visit that are paid at the same moment", async () => {
    const order_id = await shipped();
    const visit = { order_id, due_delta_vnd: -VISIT, collected_delta_vnd: VISIT };
    const [delivered] = await Promise.all([
      service.takeStep(order_id, "deliver", short(42_000)),
      service.changeDue(visit),
    ]);
    expect(await orderOf(order_id)).toMatchObject({ due_vnd: 42_000, collected_vnd: 125_000 });
    if (!delivered) throw new Error("not delivered");
    await service.undoStep(delivered.before, "deliver");
    expect(await orderOf(order_id)).toEqual({
      due_vnd: PARCEL,
      collected_vnd: VISIT,
      missing_vnd: 0,
      written_off_vnd: 0,
    });
    expect(await findCashDifference({ order_id })).toBeNull();
    expect(await service.takeStep(order_id, "deliver", short(1))).not.toBeNull();
  });

  it("owes all of it again when a delivery is undone, whatever was decided meanwhile", async () => {
    for (const deed of ["came", "write_off"] as const) {
      const order_id = await shipped();
      const delivered = await service.takeStep(order_id, "deliver", short(42_000));
      await resolveDifference(decision((await differenceOf(order_id)).id, deed));
      if (!delivered) throw new Error("not delivered");
      await service.undoStep(delivered.before, "deliver");
      expect(await orderOf(order_id)).toEqual({
        due_vnd: PARCEL + VISIT,
        collected_vnd: 0,
        missing_vnd: 0,
        written_off_vnd: 0,
      });
    }
  });

  it("lets a parcel be delivered or refused, never both", async () => {
    for (let round = 0; round < 5; round++) {
      const order_id = await shipped();
      const [delivered, refused] = await Promise.all([
        service.takeStep(order_id, "deliver", short(2_000)),
        service.takeStep(order_id, "refuse", refuse),
      ]);
      expect([delivered, refused].filter((one) => one !== null)).toHaveLength(1);
      expect(await orderOf(order_id)).toMatchObject(
        delivered
          ? { due_vnd: 2_000 + VISIT, collected_vnd: 140_000 }
          : { due_vnd: VISIT, collected_vnd: 0, missing_vnd: 0 },
      );
      expect((await findCashDifference({ order_id })) === null).toBe(delivered === null);
    }
  });

  it("makes a refused parcel's cash due again when the step is undone, not a visit's", async () => {
    const order_id = await shipped();
    const refused = await service.takeStep(order_id, "refuse", refuse);
    await service.changeDue({ order_id, due_delta_vnd: -VISIT, collected_delta_vnd: VISIT });
    expect(await orderOf(order_id)).toMatchObject({ due_vnd: 0, collected_vnd: VISIT });
    if (!refused) throw new Error("not refused");
    await service.undoStep(refused.before, "refuse");
    expect(await orderOf(order_id)).toMatchObject({ due_vnd: PARCEL, collected_vnd: VISIT });
    await service.takeStep(order_id, "refuse", refuse);
    expect(await service.takeStep(order_id, "deliver", short(0))).toBeNull();
    expect(await service.takeStep(order_id, "take_back", { at })).not.toBeNull();
    expect(await service.takeStep(order_id, "take_back", { at })).toBeNull();
  });

  it("is decided by one operator: twenty who say the same at once collect it once", async () => {
    const order_id = await shipped();
    await service.takeStep(order_id, "deliver", short(42_000));
    const { id } = await differenceOf(order_id);
    const decided = await Promise.all(
      Array.from({ length: 20 }, () => resolveDifference(decision(id, "came"))),
    );
    expect(decided.filter(({ is_repeat }) => !is_repeat)).toHaveLength(1);
    expect(await orderOf(order_id)).toEqual({
      due_vnd: VISIT,
      collected_vnd: PARCEL,
      missing_vnd: 0,
      written_off_vnd: 0,
    });
    await expect(resolveDifference(decision(id, "write_off"))).rejects.toMatchObject({
      code: "cash_difference_resolved",
    });
  });

  it("is decided in one way when two operators decide otherwise at once", async () => {
    const order_id = await shipped();
    await service.takeStep(order_id, "deliver", short(42_000));
    const { id } = await differenceOf(order_id);
    const outcomes = await Promise.allSettled(
      (["came", "write_off"] as const).map((deed) => resolveDifference(decision(id, deed))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { deed } = await differenceOf(order_id);
    const { collected_vnd, written_off_vnd, due_vnd } = await orderOf(order_id);
    expect(due_vnd).toBe(VISIT);
    expect([collected_vnd, written_off_vnd]).toEqual(
      deed === "came" ? [PARCEL, 0] : [100_000, 42_000],
    );
  });

  it("is looked for again when a decision is undone, but not another's decision", async () => {
    for (const deed of ["came", "write_off"] as const) {
      const order_id = await shipped();
      await service.takeStep(order_id, "deliver", short(42_000));
      const before = await orderOf(order_id);
      const { id } = await differenceOf(order_id);
      await resolveDifference(decision(id, deed));
      await reopenDifference(decision(id, deed === "came" ? "write_off" : "came"));
      expect((await differenceOf(order_id)).deed).toBe(deed);
      await reopenDifference(decision(id, deed));
      expect(await orderOf(order_id)).toEqual(before);
      expect((await differenceOf(order_id)).deed).toBeNull();
    }
  });

  it("counts against the ceiling of its phone number while it is missing, not when refused", async () => {
    const phone = "+84901112233";
    const order_id = await shipped(phone);
    await service.takeStep(order_id, "deliver", short(42_000));
    expect(await service.openCash(phone, "")).toBe(42_000 + VISIT);
    const { id } = await differenceOf(order_id);
    await resolveDifference(decision(id, "write_off"));
    expect(await service.openCash(phone, "")).toBe(VISIT);
    const refused = await shipped(phone);
    expect(await service.openCash(phone, "")).toBe(VISIT + PARCEL + VISIT);
    await service.takeStep(refused, "refuse", refuse);
    expect(await service.openCash(phone, "")).toBe(VISIT + VISIT);
  });

  it("can't be missing of a parcel that is not delivered, nor more than is due", async () => {
    const order_id = await shipped();
    const plant = (missing_vnd: number) =>
      sql()`UPDATE purchase.purchase_order SET missing_vnd = ${missing_vnd}
        WHERE order_id = ${order_id}`;
    await expect(plant(1)).rejects.toThrow();
    await service.takeStep(order_id, "deliver", short(42_000));
    await expect(plant(42_000 + VISIT + 1)).rejects.toThrow();
  });
});
