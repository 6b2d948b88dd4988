import { PaymentSessionStatus } from "@medusajs/framework/utils";
import { ownDatabase } from "../../../integration-tests/database";
import { meeting } from "../../../integration-tests/meeting";
import { aMaster, aTransfer, suspenseOf } from "../../../integration-tests/vietqr";
import { sql } from "../../lib/sql";
import { randomId } from "./ids";
import { migrations } from "./migrations";
import VietQrProvider from "./service";
import { recordTransfers } from "./transfers";

type Data = Record<string, unknown>;

const provider = new VietQrProvider({});

/** A master of which all money has come; answers its data. */
async function aPaidMaster(amount_vnd: number): Promise<Data & { content: string }> {
  const data = await aMaster(provider, amount_vnd);
  await recordTransfers([aTransfer({ content: data.content, amount_vnd })]);
  return data;
}

/** The session of one order of a master, authorised. */
async function aPart(master: Data, amount: number, order_id = randomId("order")): Promise<Data> {
  const { purchase_id, content } = master;
  const session_id = randomId("payses");
  const data = { split_of: "pay_master", order_id, purchase_id, content, session_id };
  const { data: begun = {} } = await provider.initiatePayment({
    amount,
    currency_code: "vnd",
    data,
  });
  const { status, data: authorised = {} } = await provider.authorizePayment({ data: begun });
  expect(status).toBe(PaymentSessionStatus.CAPTURED);
  return authorised;
}

/** What the Payment Module does before it asks: its refund is stored. */
async function storeRefund(id = randomId("ref")): Promise<string> {
  await sql()`INSERT INTO public.refund (id) VALUES (${id})`;
  return id;
}

const forgetRefund = (id: string) => sql()`DELETE FROM public.refund WHERE id = ${id}`;

async function refund(data: Data, amount: number, id?: string): Promise<Data> {
  const idempotency_key = id ?? (await storeRefund());
  const answer = await provider.refundPayment({ data, amount, context: { idempotency_key } });
  return answer.data ?? {};
}

const duesOf = async (data: Data) => {
  const rows = await sql()<{ amount: number; status: string }[]>`
    SELECT amount_vnd::float8 AS amount, status FROM vietqr.refund_due
    WHERE order_id = ${String(data.order_id)} ORDER BY key`;
  return rows.map(({ amount, status }) => [amount, status]);
};

describe("The provider of bank transfers", () => {
  ownDatabase("vietqr-provider", "vietqr", migrations);
  beforeAll(async () => {
    await sql()`CREATE TABLE public.refund (id text PRIMARY KEY, deleted_at timestamptz)`;
  });

  it("a purchase waits until all of its money is there, and then is authorised", async () => {
    const data = await aMaster(provider, 300_000);
    expect(data.content).toMatch(/^CL[0-9A-Z]{8}$/);
    const status = async () => (await provider.authorizePayment({ data })).status;
    expect(await status()).toBe(PaymentSessionStatus.PENDING_AUTHORIZATION);
    await recordTransfers([aTransfer({ content: data.content, amount_vnd: 299_999 })]);
    const { data: seen } = await provider.authorizePayment({ data });
    expect(seen).toMatchObject({ received_vnd: 299_999, session_id: data.session_id });
    expect(await status()).toBe(PaymentSessionStatus.PENDING_AUTHORIZATION);
    await expect(provider.capturePayment({ data })).rejects.toMatchObject({
      code: "transfer_not_paid",
    });
    await recordTransfers([aTransfer({ content: data.content, amount_vnd: 1 })]);
    expect(await status()).toBe(PaymentSessionStatus.AUTHORIZED);
    expect((await provider.capturePayment({ data })).data).toMatchObject({ state: "captured" });
  });

  it("only whole đồng up to the ceiling of a transfer are asked for", async () => {
    for (const amount of [0.5, -1, 500_000_000]) {
      await expect(aMaster(provider, amount)).rejects.toMatchObject({
        code: expect.stringMatching(/^transfer_/),
      });
    }
    expect(await aMaster(provider, 499_999_999)).toMatchObject({ amount_vnd: 499_999_999 });
  });

  it("a session is not given up when the money has come", async () => {
    const data = await aPaidMaster(50_000);
    await expect(provider.deletePayment({ data })).rejects.toMatchObject({ code: "already_paid" });
    const open = await aMaster(provider, 50_000);
    await provider.deletePayment({ data: open });
    await provider.deletePayment({ data: open });
    expect((await provider.authorizePayment({ data: open })).status).toBe(
      PaymentSessionStatus.CANCELED,
    );
  });

  it("a session that Medusa could not store is given up by its purchase", async () => {
    const { session_id, content, ...rest } = await aMaster(provider, 50_000);
    await provider.deletePayment({ data: rest });
    await recordTransfers([aTransfer({ content, amount_vnd: 50_000 })]);
    expect(await suspenseOf(content)).toEqual([["late", 50_000]]);
    expect((await provider.getPaymentStatus({ data: { ...rest, session_id } })).status).toBe(
      PaymentSessionStatus.CANCELED,
    );
  });

  it("a purchase that could not be made leaves its money to the operator", async () => {
    const data = await aPaidMaster(80_000);
    const part = await aPart(data, 80_000);
    await provider.cancelPayment({ data: part, context: { idempotency_key: "pay_1" } });
    await provider.cancelPayment({ data, context: { idempotency_key: "pay_1" } });
    await provider.cancelPayment({ data, context: { idempotency_key: "pay_1" } });
    expect(await suspenseOf(data.content)).toEqual([["not_placed", 80_000]]);
    await expect(refund(part, 1)).rejects.toMatchObject({ code: "refund_above_payment" });
  });

  it("orders share a purchase's money, and never more than it", async () => {
    const master = await aPaidMaster(100_000);
    const order_id = randomId("order");
    await aPart(master, 60_000, order_id);
    await aPart(master, 40_000);
    await aPart(master, 60_000, order_id);
    await expect(aPart(master, 1)).rejects.toThrow("sum to 100001");
    const unpaid = await aMaster(provider, 10_000);
    await expect(aPart(unpaid, 10_000)).rejects.toMatchObject({ code: "transfer_not_paid" });
  });

  it("an order is given back in parts, up to its last đồng and not one more", async () => {
    const master = await aPaidMaster(100_000);
    let part = await aPart(master, 60_000);
    await aPart(master, 40_000);
    part = await refund(part, 25_000);
    await expect(refund(part, 35_001)).rejects.toMatchObject({ code: "refund_above_payment" });
    part = await refund(part, 35_000);
    await expect(refund(part, 1)).rejects.toMatchObject({ code: "refund_above_payment" });
    expect(await duesOf(part)).toEqual([
      [25_000, "due"],
      [35_000, "due"],
    ]);
    expect(part.refunds).toHaveLength(2);
  });

  it("a refund whose answer was lost is asked for again and made once", async () => {
    const part = await aPart(await aPaidMaster(60_000), 60_000);
    const lost = await storeRefund();
    await refund(part, 20_000, lost);
    await forgetRefund(lost);
    const again = await refund(part, 20_000);
    expect(await duesOf(part)).toEqual([[20_000, "due"]]);
    await refund(again, 20_000);
    expect(await duesOf(part)).toEqual([
      [20_000, "due"],
      [20_000, "due"],
    ]);
  });

  it("a refund that Medusa gave up is void when another amount is asked for", async () => {
    const part = await aPart(await aPaidMaster(60_000), 60_000);
    const lost = await storeRefund();
    await refund(part, 50_000, lost);
    await forgetRefund(lost);
    await refund(part, 60_000);
    expect(await duesOf(part)).toEqual([
      [50_000, "void"],
      [60_000, "due"],
    ]);
  });

  it("two equal refunds at once are two refunds, as Medusa's books say", async () => {
    for (let round = 0; round < 5; round += 1) {
      const part = await aPart(await aPaidMaster(60_000), 60_000);
      const ids = [await storeRefund(), await storeRefund()];
      const bothAreHere = meeting(2);
      await Promise.all(
        ids.map(async (id) => {
          await bothAreHere();
          return refund(part, 30_000, id);
        }),
      );
      expect(await duesOf(part)).toEqual([
        [30_000, "due"],
        [30_000, "due"],
      ]);
    }
  });

  it("twenty repeats of one refund are one row", async () => {
    const part = await aPart(await aPaidMaster(60_000), 60_000);
    const id = await storeRefund();
    await Promise.all(Array.from({ length: 20 }, () => refund(part, 10_000, id)));
    expect(await duesOf(part)).toEqual([[10_000, "due"]]);
  });
});
