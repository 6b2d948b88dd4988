import { randomUUID } from "node:crypto";
import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { aDraft } from "../../../integration-tests/purchase/draft";
import { sql } from "../../lib/sql";
import { ownMigrations } from "./migrations";
import { raiseRefunded } from "./order-queries";
import {
  beginRefund,
  endRefund,
  findRefund,
  listUnfinishedRefunds,
  noteRefundFailed,
  noteRefundMade,
} from "./refunds";
import PurchaseModuleService from "./service";

const TOTAL = 167_000;

describe("The fence of refunds", () => {
  const service = new PurchaseModuleService();
  ownDatabase("purchase-refunds", "purchase", ownMigrations);
  let last = 0;

  /** An order of which all was collected. */
  async function paid() {
    const draft = aDraft({ total_vnd: TOTAL });
    await service.openFence(draft, randomUUID());
    const [order] = draft.orders;
    if (!order) throw new Error("no order");
    const { order_id, payment_collection_id } = order;
    await service.changeDue({ order_id, due_delta_vnd: -TOTAL, collected_delta_vnd: TOTAL });
    return { order_id, payment_collection_id };
  }

  function wish(order_id: string, amount_vnd: number, key = "") {
    last += 1;
    return {
      key: key || `test:${last}`,
      order_id,
      amount_vnd,
      goods: [] as { line_item_id: string; quantity: number }[],
      is_sound: true,
      payee: null,
      note: "",
      actor_id: "user_1",
      token: randomUUID(),
      order_total_vnd: TOTAL,
    };
  }
  const codeOf = (deed: Promise<unknown>): Promise<string> =>
    deed.then(
      () => "",
      (error: { code?: string }) => error.code ?? String(error),
    );
  /** Gives back as the workflow does, without Medusa. */
  async function give(of: ReturnType<typeof wish>, told: { collection: string; sum_vnd: number }) {
    await beginRefund(of);
    await noteRefundMade(of, { refund_id: "ref_1" });
    await raiseRefunded(told.collection, told.sum_vnd);
    await endRefund(of);
  }
  const inDatabase = async (order_id: string) => {
    const [row] = await sql()<{ collected: number; refunded: number }[]>`
      SELECT collected_vnd::float8 AS collected, refunded_vnd::float8 AS refunded
      FROM purchase.purchase_order WHERE order_id = ${order_id}`;
    return row;
  };

  it("of twenty workers with the same key one works, and none begins anew when it is done", async () => {
    const { order_id, payment_collection_id } = await paid();
    const asked = wish(order_id, 50_000, "once");
    const everybody = meeting(20);
    const tokens = Array.from({ length: 20 }, () => randomUUID());
    const codes = await Promise.all(
      tokens.map(async (token) => {
        await everybody();
        return codeOf(beginRefund({ ...asked, token }));
      }),
    );
    expect(codes.filter((code) => code === "")).toHaveLength(1);
    expect(codes.filter((code) => code === "refund_busy")).toHaveLength(19);
    const token = tokens[codes.indexOf("")] ?? "";
    await noteRefundMade({ key: "once", token }, { refund_id: "ref_1" });
    await raiseRefunded(payment_collection_id, 50_000);
    await expect(endRefund({ key: "once", token: randomUUID() })).rejects.toThrow("taken over");
    await endRefund({ key: "once", token });
    expect((await beginRefund(asked)).is_repeat).toBe(true);
    expect(await codeOf(beginRefund({ ...asked, amount_vnd: 50_001 }))).toBe("refund_key_reused");
    expect(await codeOf(beginRefund({ ...asked, is_sound: false }))).toBe("refund_key_reused");
  });

  it("wishes that are together too much: none above what came in, to the đồng", async () => {
    const { order_id } = await paid();
    const everybody = meeting(10);
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        await everybody();
        return codeOf(beginRefund(wish(order_id, 60_000)));
      }),
    );
    const [sum] = await sql()<{ begun: number }[]>`SELECT sum(amount_vnd)::float8 AS begun
      FROM purchase.order_refund WHERE order_id = ${order_id}`;
    expect(sum?.begun).toBeLessThanOrEqual(TOTAL);
    await sql()`UPDATE purchase.order_refund SET lease_token = NULL, lease_until = NULL`;
    const rest = TOTAL - (sum?.begun ?? 0);
    expect(await codeOf(beginRefund(wish(order_id, rest + 1)))).toBe("refund_too_much");
    expect(await codeOf(beginRefund(wish(order_id, rest)))).toBe("");
  });

  it("what was given back is no longer there to give", async () => {
    const { order_id, payment_collection_id: collection } = await paid();
    await give(wish(order_id, 100_000), { collection, sum_vnd: 100_000 });
    expect(await inDatabase(order_id)).toEqual({ collected: TOTAL - 100_000, refunded: 100_000 });
    await raiseRefunded(collection, 40_000);
    expect(await inDatabase(order_id)).toEqual({ collected: TOTAL - 100_000, refunded: 100_000 });
    expect(await codeOf(beginRefund(wish(order_id, TOTAL - 99_999)))).toBe("refund_too_much");
    expect(await codeOf(beginRefund(wish(order_id, 0)))).toBe("refund_nothing");
    await give(wish(order_id, TOTAL - 100_000), { collection, sum_vnd: TOTAL });
    expect(await inDatabase(order_id)).toEqual({ collected: 0, refunded: TOTAL });
    expect(await codeOf(beginRefund(wish(order_id, 1)))).toBe("refund_too_much");
  });

  it("one that failed is free at once for a repeat, and for the job after a growing pause", async () => {
    const { order_id } = await paid();
    const asked = wish(order_id, 10_000);
    await beginRefund(asked);
    const keys = async () => (await listUnfinishedRefunds()).map(({ key }) => key);
    expect(await keys()).not.toContain(asked.key);
    await sql()`UPDATE purchase.order_refund SET retry_at = now() - interval '1 s'
      WHERE key = ${asked.key}`;
    expect(await keys()).not.toContain(asked.key);
    await noteRefundFailed(asked, "Stripe did not answer");
    expect(await findRefund(asked.key)).toMatchObject({
      failure: "Stripe did not answer",
      tries: 1,
      lease_token: null,
    });
    const pauses: number[] = [];
    for (let count = 0; count < 9; count += 1) {
      const token = randomUUID();
      await beginRefund({ ...asked, token });
      await noteRefundFailed({ key: asked.key, token }, "again");
      const [row] = await sql()<{ pause: number }[]>`
        SELECT round(extract(epoch FROM retry_at - now()))::int AS pause
        FROM purchase.order_refund WHERE key = ${asked.key}`;
      pauses.push(Math.round((row?.pause ?? 0) / 30) * 30);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
    await sql()`UPDATE purchase.order_refund SET retry_at = now() - interval '1 s'
      WHERE key = ${asked.key}`;
    expect(await keys()).toContain(asked.key);
  });

  it("a worker that was too slow has lost it to the next", async () => {
    const { order_id } = await paid();
    const slow = wish(order_id, 10_000);
    await beginRefund(slow);
    await sql()`UPDATE purchase.order_refund SET lease_until = now() - interval '1 s'
      WHERE key = ${slow.key}`;
    const next = { ...slow, token: randomUUID() };
    expect((await beginRefund(next)).is_repeat).toBe(false);
    await expect(noteRefundMade(slow)).rejects.toThrow("taken over");
    await noteRefundFailed(slow, "late");
    expect((await findRefund(slow.key))?.failure).toBeNull();
    await noteRefundMade(next);
  });
});
