import fc from "fast-check";
import { ownDatabase } from "../../../integration-tests/database";
import { aRequest, aTransfer } from "../../../integration-tests/vietqr";
import { sql } from "../../lib/sql";
import { migrations } from "./migrations";
import { openPart, refundPart } from "./parts";
import { closeRequest, findRequest, returnRequest } from "./requests";
import { keepSuspense, payFromSuspense, sendBackSuspense } from "./suspense";
import { type BankTransfer, recordTransfers } from "./transfers";

type World = {
  request: Awaited<ReturnType<typeof aRequest>>;
  order_id: string;
  told: BankTransfer[];
  came_vnd: number;
};
type Deed = { name: string; run(world: World): Promise<unknown> };

const actor_id = "user_1";
const payee = { bank_bin: "970436", account_number: "0071", name: "MAI" };

/** Refusals are answers; anything else is a fault. */
async function refusedOrDone(deed: Promise<unknown>): Promise<void> {
  await deed.catch((error: unknown) => {
    if (!(error instanceof Error && "details" in error)) throw error;
  });
}

async function anOpenEntry(): Promise<string> {
  const [row] = await sql()<{ id: string }[]>`
    SELECT id FROM vietqr.suspense WHERE resolution IS NULL ORDER BY created_at LIMIT 1`;
  return row?.id ?? "sus_none";
}

function comes(world: World, content: string, amount_vnd: number) {
  const transfer = aTransfer({ content, amount_vnd });
  world.told.push(transfer);
  world.came_vnd += amount_vnd;
  return recordTransfers([transfer]);
}

const amount = fc.integer({ min: 1, max: 70_000 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  amount.map((vnd) => ({ name: `comes ${vnd}`, run: (w: World) => comes(w, w.request.code, vnd) })),
  amount.map((vnd) => ({ name: `lost ${vnd}`, run: (w: World) => comes(w, "khong ro", vnd) })),
  fc.nat().map((n) => ({
    name: "told again",
    run: async ({ told }: World) => {
      const again = told[n % Math.max(told.length, 1)];
      if (again) await recordTransfers([again, again]);
    },
  })),
  fc.constant({ name: "close", run: ({ request }: World) => closeRequest(request) }),
  fc.constant({
    name: "part",
    run: ({ request, order_id }: World) =>
      openPart({ ...request, order_id, session_id: `payses_${order_id}`, amount_vnd: 100_000 }),
  }),
  amount.map((vnd) => ({
    name: `refund ${vnd}`,
    run: async ({ order_id }: World) => {
      const refund_id = `ref_${Math.random()}`;
      await sql()`INSERT INTO public.refund (id) VALUES (${refund_id})`;
      return refundPart({ order_id, amount_vnd: vnd, refund_id });
    },
  })),
  fc.constant({
    name: "return",
    run: async ({ request, order_id }: World) => {
      const [part] = await sql()`SELECT FROM vietqr.part
        WHERE order_id = ${order_id} AND refunded_vnd > 0`;
      if (!part) await returnRequest(request);
    },
  }),
  fc.constant({
    name: "pay",
    run: async ({ request: { purchase_number } }: World) =>
      payFromSuspense({ suspense_id: await anOpenEntry(), actor_id, purchase_number }),
  }),
  fc.constant({
    name: "send back",
    run: async () => sendBackSuspense({ suspense_id: await anOpenEntry(), actor_id, payee }),
  }),
  fc.constant({
    name: "keep",
    run: async () => keepSuspense({ suspense_id: await anOpenEntry(), actor_id, note: "giữ" }),
  }),
);

async function sums() {
  const [row] = await sql()<Record<string, number>[]>`SELECT
    (SELECT coalesce(sum(amount_vnd), 0)::float8 FROM vietqr.bank_transfer) AS came,
    (SELECT coalesce(sum(received_vnd), 0)::float8 FROM vietqr.request) AS given,
    (SELECT coalesce(sum(amount_vnd), 0)::float8 FROM vietqr.suspense
      WHERE resolution IS DISTINCT FROM 'paid_to') AS held,
    (SELECT coalesce(sum(amount_vnd), 0)::float8 FROM vietqr.suspense
      WHERE resolution = 'sent_back') AS sent_back,
    (SELECT coalesce(sum(amount_vnd), 0)::float8 FROM vietqr.refund_due
      WHERE status <> 'void' AND suspense_id IS NOT NULL) AS due_of_suspense,
    (SELECT coalesce(sum(amount_vnd), 0)::float8 FROM vietqr.refund_due
      WHERE status <> 'void' AND order_id IS NOT NULL) AS due_of_orders`;
  return row as Record<
    "came" | "given" | "held" | "sent_back" | "due_of_suspense" | "due_of_orders",
    number
  >;
}

describe("Whatever happens in whatever order", () => {
  ownDatabase("vietqr-sequences", "vietqr", migrations);
  beforeAll(async () => {
    await sql()`CREATE TABLE public.refund (id text PRIMARY KEY, deleted_at timestamptz)`;
  });

  it("every đồng that came is given, held or going back, and none twice", async () => {
    const property = fc.asyncProperty(fc.array(deed, { maxLength: 20 }), async (deeds) => {
      await sql()`TRUNCATE vietqr.request, vietqr.bank_transfer CASCADE`;
      const request = await aRequest({ amount_vnd: 100_000 });
      const world = { request, order_id: `order_${request.code}`, told: [], came_vnd: 0 };
      for (const { run } of deeds) {
        await refusedOrDone(run(world));
        const now = await sums();
        expect(now.came).toBe(world.came_vnd);
        expect(now.given + now.held).toBe(now.came);
        expect(now.due_of_suspense).toBe(now.sent_back);
        expect(now.due_of_orders).toBeLessThanOrEqual(now.given);
        const { status, received_vnd } = (await findRequest(request)) ?? {};
        expect(status === "paid").toBe(received_vnd === 100_000);
      }
    });
    await fc.assert(property, { numRuns: 40 });
  }, 300_000);
});
