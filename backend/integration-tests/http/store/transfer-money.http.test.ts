import "../../with-bank-feed";
import { createRequire } from "node:module";
import type { IPaymentModuleService, MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { meeting } from "../../meeting";
import { type Awaiting, bankTells, checkOutByTransfer, requestOf, rowOf } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";
import { ACCOUNT_NUMBER } from "../../with-bank-feed";

// The backend's own instances: Vitest's imports would register the workflows a second time.
const load = createRequire(__filename);
const { readStatement }: typeof import("../../../src/modules/payment-vietqr") = load(
  "../../../src/modules/payment-vietqr",
);
const {
  receiveTransfersWorkflow,
}: typeof import("../../../src/workflows/payment/receive-transfer") = load(
  "../../../src/workflows/payment/receive-transfer",
);
const {
  importStatementWorkflow,
}: typeof import("../../../src/workflows/payment/import-statement") = load(
  "../../../src/workflows/payment/import-statement",
);
const {
  resolveSuspenseWorkflow,
}: typeof import("../../../src/workflows/payment/resolve-suspense") = load(
  "../../../src/workflows/payment/resolve-suspense",
);

const total_vnd = 145_000 + 99_000 + 2 * 22_000;

/** The part of the Payment Module that speaks to providers. */
type Inner = {
  paymentProviderService_: { refundPayment(...args: unknown[]): Promise<unknown> };
};

medusaHttpSuite("transfer-money", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let payments: IPaymentModuleService;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    payments = container.resolve(Modules.PAYMENT);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await settle();
  });

  async function awaiting(): Promise<Awaiting> {
    const buyer = aBuyer(api, market);
    return checkOutByTransfer(buyer, await buyer.fill(coffee.variant_id, tea.variant_id));
  }

  it("money without a code places the purchase that the operator gives it to", async () => {
    const purchase = await awaiting();
    const transfer = {
      bank_id: "FT26326111111111",
      account_number: ACCOUNT_NUMBER,
      amount_vnd: total_vnd,
      content: "tra tien hang",
      occurred_at: new Date(),
      source: "sepay" as const,
    };
    await receiveTransfersWorkflow(container).run({ input: { transfers: [transfer] } });
    const [entry] = await sql()<{ id: string }[]>`SELECT id FROM vietqr.suspense`;
    const [row] = await sql()<{ number: string }[]>`
      SELECT number FROM purchase.purchase WHERE id = ${purchase.purchase_id}`;
    const decision = {
      deed: "pay" as const,
      suspense_id: must(entry).id,
      actor_id: "user_1",
      purchase_number: must(row).number,
    };
    await resolveSuspenseWorkflow(container).run({ input: decision });
    expect(await rowOf(purchase)).toMatchObject({ status: "placed" });
    await expect(resolveSuspenseWorkflow(container).run({ input: decision })).rejects.toMatchObject(
      {
        code: "suspense_resolved",
      },
    );
  });

  it("a statement places the purchase, and read again it changes nothing", async () => {
    const purchase = await awaiting();
    const { code } = await requestOf(purchase);
    const csv = [
      `Số tài khoản: ${ACCOUNT_NUMBER}`,
      "Ngày giao dịch;Diễn giải;Số bút toán;Nợ;Có",
      `22/11/2026;CT tu ${code.toLowerCase()};FT26326222222222;;${total_vnd}`,
      "22/11/2026;khac;FT26326333333333;;5.000",
      "22/11/2026;phi;FT26326444444444;1.100;",
    ].join("\n");
    const read = await readStatement({ bytes: Buffer.from(csv), account_number: ACCOUNT_NUMBER });
    const transfers = read.rows.map(({ transfer }) => transfer);
    const imported = async () =>
      (await importStatementWorkflow(container).run({ input: { transfers } })).result;
    expect(await imported()).toEqual({ known: 0, new: 2, paid: 1, partial: 0, suspense: 1 });
    expect(await rowOf(purchase)).toMatchObject({ status: "placed" });
    expect(await imported()).toEqual({ known: 2, new: 0, paid: 0, partial: 0, suspense: 0 });
  });

  /** The payment of coffee's order in a paid purchase: 167,000 đồng. */
  async function aPaidOrder() {
    const purchase = await awaiting();
    await bankTells(container, purchase);
    const [order] = await sql()<{ order_id: string; payment_collection_id: string }[]>`
      SELECT order_id, payment_collection_id FROM purchase.purchase_order
      WHERE purchase_id = ${purchase.purchase_id} AND producer_id = ${coffee.id}`;
    const { order_id, payment_collection_id } = must(order);
    const [collection] = await payments.listPaymentCollections(
      { id: payment_collection_id },
      { relations: ["payments"] },
    );
    const [payment] = must(collection).payments ?? [];
    const refund = (amount: number) =>
      payments.refundPayment({ payment_id: must(payment).id, amount });
    return { order_id, refund, payment_id: must(payment).id };
  }

  const duesOf = async (order_id: string) => {
    const rows = await sql()<{ amount: number }[]>`
      SELECT amount_vnd::float8 AS amount FROM vietqr.refund_due
      WHERE order_id = ${order_id} AND status <> 'void' ORDER BY amount_vnd`;
    return rows.map(({ amount }) => amount);
  };
  const refundsOf = async (payment_id: string) => {
    const found = await payments.listRefunds({ payment_id: [payment_id] });
    return found.map(({ amount }) => Number(amount)).sort((a, b) => a - b);
  };

  it("refunds of an order are as Medusa's books say, up to the last đồng and not one more", async () => {
    const { order_id, refund, payment_id } = await aPaidOrder();
    const bothAreHere = meeting(2);
    const both = await Promise.allSettled(
      [1, 2].map(async () => {
        await bothAreHere();
        return refund(40_000);
      }),
    );
    const done = both.filter(({ status }) => status === "fulfilled").length;
    expect(done).toBeGreaterThan(0);
    for (let made = done; made < 2; made += 1) await refund(40_000);
    await expect(refund(87_001)).rejects.toThrow();
    await refund(87_000);
    await expect(refund(1)).rejects.toThrow();
    expect(await duesOf(order_id)).toEqual([40_000, 40_000, 87_000]);
    expect(await refundsOf(payment_id)).toEqual([40_000, 40_000, 87_000]);
  });

  it("a refund whose answer is lost is made once when it is asked for again", async () => {
    const { order_id, refund, payment_id } = await aPaidOrder();
    const inner = (payments as unknown as Inner).paymentProviderService_;
    const ask = inner.refundPayment.bind(inner);
    const lose = async (...args: unknown[]) => {
      await ask(...args);
      throw new Error("the answer is lost");
    };
    vi.spyOn(inner, "refundPayment").mockImplementationOnce(lose);
    await expect(refund(50_000)).rejects.toThrow("the answer is lost");
    expect(await refundsOf(payment_id)).toEqual([]);
    await refund(50_000);
    expect(await duesOf(order_id)).toEqual([50_000]);

    vi.spyOn(inner, "refundPayment").mockImplementationOnce(lose);
    await expect(refund(100_000)).rejects.toThrow("the answer is lost");
    await refund(117_000);
    expect(await duesOf(order_id)).toEqual([50_000, 117_000]);
    expect(await refundsOf(payment_id)).toEqual([50_000, 117_000]);
  });
});
