import "../../with-bank-feed";

import type {
  OperatorMoney,
  OperatorPurchasePayments,
} from "@cho-lang/shared/contracts/operator-money";
import type { Api, Refused, Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { anOperator, PASSWORD } from "../../makers";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { type Awaiting, bankTells, checkOutByTransfer, requestOf } from "../../prepaid";
import { settle, sql } from "../../settle";
import { medusaHttpSuite } from "../../support";

const coffee_vnd = 145_000 + 22_000;
const tea_vnd = 99_000 + 22_000;
const total_vnd = coffee_vnd + tea_vnd;

medusaHttpSuite("payment-check", ({ api: client, getContainer }) => {
  const api = client as Api;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;
  let buyer: ReturnType<typeof aBuyer>;
  let config: object;

  beforeAll(async () => {
    const container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe", price_vnd: 145_000 });
    tea = await aProducer(container, market, { handle: "tra", price_vnd: 99_000 });
    buyer = aBuyer(api, market);
    const { email } = await anOperator(container);
    const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
    config = { headers: { authorization: `Bearer ${data.token}` }, validateStatus: () => true };
  });
  afterEach(settle);

  const money = async () => (await api.get<OperatorMoney>("/admin/money", config)).data;
  const paymentsOf = async ({ purchase_id }: Awaiting) =>
    (await api.get<OperatorPurchasePayments>(`/admin/purchases/${purchase_id}/payments`, config))
      .data;

  /** A purchase of two producers that was paid by transfer, with the numbers of its orders. */
  async function paid() {
    const cart = await buyer.fill(coffee.variant_id, tea.variant_id);
    const awaiting = await checkOutByTransfer(buyer, cart);
    await bankTells(getContainer(), awaiting);
    const orders = await sql()<{ order_id: string; number: string; producer_id: string }[]>`
      SELECT order_id, number, producer_id FROM purchase.purchase_order
      WHERE purchase_id = ${awaiting.purchase_id} ORDER BY position`;
    const of = (id: string) => must(orders.find(({ producer_id }) => producer_id === id));
    return { awaiting, coffee: of(coffee.id), tea: of(tea.id) };
  }

  /** Changes rows behind the back of everything that guards them. */
  async function plant(statement: string): Promise<void> {
    await sql().begin(async (tx) => {
      await tx`SET LOCAL session_replication_role = replica`;
      await tx.unsafe(statement);
    });
  }

  it("only an operator sees money", async () => {
    for (const path of ["/admin/money", "/admin/purchases/pur_1/payments"]) {
      const { status } = await api.get(path, { validateStatus: () => true });
      expect(status).toBe(401);
    }
    const odd = await api.get<Refused>("/admin/money?days=0", config);
    expect([odd.status, odd.data.fields?.[0]?.field]).toEqual([400, "days"]);
    const none = await api.get("/admin/purchases/pur_none/payments", config);
    expect(none.status).toBe(404);
  });

  it("bank, books and orders agree to the đồng, also after one order was cancelled", async () => {
    const { awaiting, tea: order } = await paid();
    const waits = await checkOutByTransfer(buyer, await buyer.fill(tea.variant_id));
    await bankTells(getContainer(), waits, 1_000);
    await buyer.buy(await buyer.fill(coffee.variant_id));
    const cancelled = await api.post(`/admin/orders/${order.order_id}/cancel`, {}, config);
    expect(cancelled.status).toBe(200);
    const { differences, days, transfers } = await money();
    expect(differences).toEqual([]);
    expect(days).toMatchObject([
      { method: "cod", provider_in_vnd: null, books_in_vnd: 0, orders_in_vnd: 0 },
      {
        method: "vietqr",
        provider_in_vnd: total_vnd,
        provider_out_vnd: tea_vnd,
        books_in_vnd: total_vnd,
        books_out_vnd: tea_vnd,
        orders_in_vnd: total_vnd,
        orders_out_vnd: tea_vnd,
        waiting_vnd: 1_000,
      },
    ]);
    expect(transfers).toEqual({
      is_offered: true,
      suspense: { count: 0, sum_vnd: 0 },
      refunds_due: { count: 1, sum_vnd: tea_vnd },
    });
    const payments = await paymentsOf(awaiting);
    const { code } = await requestOf(awaiting);
    expect(payments).toMatchObject({
      method: "vietqr",
      came_vnd: total_vnd,
      requests: [{ code, status: "paid", transfers: [{ given_vnd: total_vnd }] }],
      refunds_due: [{ amount_vnd: tea_vnd, status: "due", order: { number: order.number } }],
      payment_intent: null,
      disputes: [],
      differences: [],
    });
    expect(payments.orders).toContainEqual({
      number: order.number,
      paid_vnd: tea_vnd,
      refunded_vnd: tea_vnd,
    });
  });

  it("names every row in which a đồng was moved behind our back", async () => {
    const { awaiting, coffee: order, tea: other } = await paid();
    const { cancelled, purchase_id } = { cancelled: other.order_id, ...awaiting };
    expect((await api.post(`/admin/orders/${cancelled}/cancel`, {}, config)).status).toBe(200);
    const { code } = await requestOf(awaiting);
    const [row] = await sql()<{ number: string; payment_id: string; bank_id: string }[]>`
      SELECT p.number, y.id AS payment_id, t.bank_id FROM purchase.purchase p
      JOIN purchase.purchase_order o ON o.purchase_id = p.id AND o.order_id = ${order.order_id}
      JOIN public.payment y ON y.payment_collection_id = o.payment_collection_id
      JOIN vietqr.bank_transfer t ON t.request_code = ${code}
      WHERE p.id = ${purchase_id}`;
    const { number, payment_id, bank_id } = must(row);
    expect((await money()).differences).toEqual([]);
    const found = async () =>
      (await money()).differences.map(({ kind, subject, found_vnd, expected_vnd }) => [
        kind,
        subject,
        found_vnd - expected_vnd,
      ]);
    const planted: { sql: string; undo: string; named: [string, string, number][] }[] = [
      {
        sql: `UPDATE vietqr.request SET received_vnd = received_vnd - 1, status = 'open',
          paid_at = NULL WHERE code = '${code}'`,
        undo: `UPDATE vietqr.request SET received_vnd = amount_vnd, status = 'paid',
          paid_at = now() WHERE code = '${code}'`,
        named: [["provider_total", number, -1]],
      },
      {
        sql: `UPDATE purchase.purchase_order SET collected_vnd = collected_vnd - 1
          WHERE order_id = '${order.order_id}'`,
        undo: `UPDATE purchase.purchase_order SET collected_vnd = collected_vnd + 1
          WHERE order_id = '${order.order_id}'`,
        named: [
          ["orders_total", number, -1],
          ["books_in", order.number, 1],
        ],
      },
      {
        sql: `UPDATE public.capture SET amount = amount - 1 WHERE payment_id = '${payment_id}'`,
        undo: `UPDATE public.capture SET amount = amount + 1 WHERE payment_id = '${payment_id}'`,
        named: [["books_in", order.number, -1]],
      },
      {
        sql: `UPDATE vietqr.refund_due SET amount_vnd = amount_vnd - 1
          WHERE order_id = '${cancelled}'`,
        undo: `UPDATE vietqr.refund_due SET amount_vnd = amount_vnd + 1
          WHERE order_id = '${cancelled}'`,
        named: [["provider_out", other.number, -1]],
      },
      {
        sql: `INSERT INTO public.refund (id, amount, raw_amount, payment_id)
          VALUES ('ref_odd', 1, '{"value":"1","precision":20}', '${payment_id}')`,
        undo: `DELETE FROM public.refund WHERE id = 'ref_odd'`,
        named: [
          ["books_out", order.number, 1],
          ["provider_out", order.number, -1],
        ],
      },
      {
        sql: `UPDATE vietqr.allocation SET amount_vnd = amount_vnd - 1
          WHERE request_code = '${code}'`,
        undo: `UPDATE vietqr.allocation SET amount_vnd = amount_vnd + 1
          WHERE request_code = '${code}'`,
        named: [["transfer_split", bank_id, -1]],
      },
      {
        sql: `UPDATE vietqr.request SET purchase_id = 'pur_gone' WHERE code = '${code}'`,
        undo: `UPDATE vietqr.request SET purchase_id = '${purchase_id}' WHERE code = '${code}'`,
        named: [
          ["provider_total", number, -total_vnd],
          ["no_purchase", code, total_vnd],
        ],
      },
      {
        sql: `UPDATE purchase.purchase SET status = 'awaiting', placed_at = NULL, plan = '[]',
          lease_token = 'test', lease_until = now() + interval '1 hour',
          paid_at = now() - interval '2 hours' WHERE id = '${purchase_id}'`,
        undo: `UPDATE purchase.purchase SET status = 'placed', placed_at = now(), plan = NULL,
          lease_token = NULL, lease_until = NULL WHERE id = '${purchase_id}'`,
        named: [["stuck", number, -total_vnd]],
      },
    ];
    for (const one of planted) {
      await plant(one.sql);
      const named = await found();
      await plant(one.undo);
      expect(named, one.sql).toEqual(one.named);
    }
    expect(await found()).toEqual([]);
  });
});
