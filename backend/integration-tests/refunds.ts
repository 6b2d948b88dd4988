import { createRequire } from "node:module";
import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows";
import type { RefundOrderInput } from "../src/workflows/order/refund-order";
import type { Api, Token } from "./answer";
import { aBuyer } from "./buyer";
import { anOperator, PASSWORD } from "./makers";
import { aMarket, aProducer, type Market, type MarketProducer, must, signIn } from "./market";
import { bankTells, checkOutByTransfer } from "./prepaid";
import { soon } from "./search/soon";
import { sql } from "./settle";
import type { Simulator } from "./stripe/simulator";

// The backend's own instances: Vitest's imports would register the workflows a second time.
const load = createRequire(__filename);
const order: typeof import("../src/workflows/order/refund-order") = load(
  "../src/workflows/order/refund-order",
);
const report: typeof import("../src/reports/payment-check") = load("../src/reports/payment-check");
const check: typeof import("../src/lib/payment-check") = load("../src/lib/payment-check");

export type RefundWish = RefundOrderInput;

/** One order of a purchase that is paid. */
export type PaidOrder = {
  order_id: string;
  number: string;
  producer_id: string;
  payment_collection_id: string;
  total_vnd: number;
  /** The line of goods and how many were bought. */
  line_item_id: string;
  quantity: number;
  price_vnd: number;
};
export type Paid = {
  purchase_id: string;
  token: string;
  method: PaymentMethod;
  orders: [PaidOrder, PaidOrder, PaidOrder];
};

/** A completion may meet the inbox's first back-off on a busy machine. */
const PATIENCE_MS = 60_000;
export const PAYEE = {
  bank_bin: "970436",
  account_number: "0071000123456",
  name: "NGUYEN THI MAI",
};

/** Three producers, an operator and a buyer, who buys three of each. */
export async function aStreet(api: Api, container: MedusaContainer) {
  const market: Market = await aMarket(container);
  const makers: MarketProducer[] = [];
  for (const [handle, price_vnd] of [
    ["ca-phe", 145_000],
    ["tra", 99_001],
    ["mat-ong", 33_333],
  ] as const) {
    makers.push(await aProducer(container, market, { handle, price_vnd, stock: 1000 }));
  }
  const { email } = await anOperator(container);
  const { data } = await api.post<Token>("/auth/user/emailpass", { email, password: PASSWORD });
  const operator = {
    headers: { authorization: `Bearer ${data.token}` },
    validateStatus: () => true,
  };
  const buyer = aBuyer(api, market);
  const signedIn = new Map<string, Awaited<ReturnType<typeof signIn>>>();
  for (const { id, members, password } of makers) {
    signedIn.set(id, await signIn(api, { email: must(members[0]).email, password }));
  }

  const fill = () => buyer.fill(...makers.map(({ variant_id }) => ({ variant_id, quantity: 3 })));
  const view = async ({ purchase_id, token }: Pick<Paid, "purchase_id" | "token">) =>
    (await buyer.get<PurchaseView>(`/store/purchases/${purchase_id}?token=${token}`)).data;

  /** Buys of all three, and pays unless it is cash. */
  async function pay(method: PaymentMethod, stripe?: Simulator): Promise<Paid> {
    if (method === "vietqr") {
      const awaiting = await checkOutByTransfer(buyer, await fill());
      await bankTells(container, awaiting);
      return paidOf(awaiting, method);
    }
    const { status, data } = await buyer.buy<CheckoutDone>(await fill(), { payment: method });
    if (status !== 200) throw new Error(JSON.stringify(data));
    if (method === "stripe") {
      const { pay } = (await view(data)).payment;
      if (pay?.method !== "stripe") throw new Error("The purchase asks for no card.");
      const payment_intent = must(pay.client_secret.split("_secret_")[0]);
      await must(stripe).tell("pay", { payment_intent, card: "4242424242424242" });
      const settle = `/store/purchases/${data.purchase_id}/settle?token=${data.token}`;
      await soon(
        async () => {
          await buyer.post(settle);
          return (await view(data)).status;
        },
        "placed",
        PATIENCE_MS,
      );
    }
    return paidOf(data, method);
  }

  async function paidOf(
    { purchase_id, token }: Pick<Paid, "purchase_id" | "token">,
    method: PaymentMethod,
  ): Promise<Paid> {
    const orders = await sql()<PaidOrder[]>`
      SELECT o.order_id, o.number, o.producer_id, o.payment_collection_id, o.total_vnd::float8,
        s.line_item_id, s.quantity, s.price_vnd::float8
      FROM purchase.purchase_order o
      JOIN purchase.order_line_snapshot s ON s.order_id = o.order_id
      WHERE o.purchase_id = ${purchase_id} ORDER BY o.position`;
    const [first, second, third] = orders;
    return { purchase_id, token, method, orders: [must(first), must(second), must(third)] };
  }

  /** The producer sends the parcel, and, with `is_delivered`, it comes and cash is paid. */
  async function send({ order_id, producer_id }: PaidOrder, is_delivered = true): Promise<void> {
    const config = must(signedIn.get(producer_id));
    const steps: [string, object][] = [
      ["confirm", {}],
      ["pack", {}],
      ["ship", { tracking_number: `VN${order_id.slice(-8)}`, carrier: "Bưu điện" }],
      ...(is_delivered ? ([["deliver", {}]] as [string, object][]) : []),
    ];
    for (const [step, body] of steps) {
      const answer = await api.post(`/producer/orders/${order_id}/${step}`, body, config);
      if (answer.status !== 200) throw new Error(`${step}: ${JSON.stringify(answer.data)}`);
    }
  }

  const shelf = async (index: number) => {
    const { inventory_item_id } = must(makers[index]);
    const [level] = await container
      .resolve(Modules.INVENTORY)
      .listInventoryLevels({ inventory_item_id });
    return Number(must(level).stocked_quantity);
  };

  return { market, makers, buyer, operator, signedIn, pay, send, view, shelf };
}
export type Street = Awaited<ReturnType<typeof aStreet>>;

let wishes = 0;

/** A refund of money only, unless goods are named; each under a key of its own. */
export function aWish(
  of: PaidOrder,
  amount_vnd: number,
  more: Partial<RefundWish> = {},
): RefundWish {
  wishes += 1;
  return {
    order_id: of.order_id,
    key: `test:${wishes}`,
    amount_vnd,
    goods: [],
    is_sound: true,
    payee: null,
    actor_id: "user_test",
    note: "",
    ...more,
  };
}

/** Some of an order's goods. */
export const goodsOf = ({ line_item_id }: PaidOrder, quantity: number) => [
  { line_item_id, quantity },
];

/** Gives back; answers the code of the refusal or failure, "" when it went well. */
export async function refund(container: MedusaContainer, wish: RefundWish): Promise<string> {
  const { errors } = await order
    .refundOrderWorkflow(container)
    .run({ input: wish, throwOnError: false });
  const [failed] = errors;
  if (!failed) return "";
  const { code, message } = failed.error as { code?: string; message?: string };
  return code ?? message ?? String(failed.error);
}

/** Everything that is stored of one order's money and goods, to see that nothing changed. */
export async function storedOf({ order_id, payment_collection_id }: PaidOrder): Promise<unknown> {
  const [row] = await sql()`SELECT
    (SELECT to_jsonb(o) FROM purchase.purchase_order o WHERE o.order_id = ${order_id}) AS ours,
    (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.id) FROM order_summary s
      WHERE s.order_id = ${order_id} AND s.deleted_at IS NULL) AS summary,
    (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.id) FROM order_credit_line c
      WHERE c.order_id = ${order_id} AND c.deleted_at IS NULL) AS credits,
    (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM "return" r
      WHERE r.order_id = ${order_id} AND r.deleted_at IS NULL) AS returns,
    (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM order_transaction t
      WHERE t.order_id = ${order_id} AND t.deleted_at IS NULL) AS transactions,
    (SELECT to_jsonb(c) FROM payment_collection c WHERE c.id = ${payment_collection_id})
      AS collection,
    (SELECT jsonb_agg(to_jsonb(y) ORDER BY y.id) FROM payment y
      WHERE y.payment_collection_id = ${payment_collection_id}) AS payments,
    (SELECT jsonb_agg(to_jsonb(f) ORDER BY f.id) FROM refund f
      JOIN payment y ON y.id = f.payment_id
      WHERE y.payment_collection_id = ${payment_collection_id} AND f.deleted_at IS NULL)
      AS refunds,
    (SELECT jsonb_agg(to_jsonb(d) ORDER BY d.id) FROM vietqr.refund_due d
      WHERE ${order_id} IN (d.order_id, d.cash_order_id)) AS dues`;
  return must(row);
}

/** How an order stands in the purchase's row and in Medusa's books. */
export async function standOf(container: MedusaContainer, { order_id }: PaidOrder) {
  const [row] = await sql()<{ due: number; collected: number; refunded: number }[]>`
    SELECT due_vnd::float8 AS due, collected_vnd::float8 AS collected,
      refunded_vnd::float8 AS refunded
    FROM purchase.purchase_order WHERE order_id = ${order_id}`;
  const { result } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id,
      fields: ["id", "status", "total", "summary.*", "payment_status", "fulfillment_status"],
    },
  });
  const found = result as unknown as {
    total: number;
    payment_status: string;
    summary: Record<string, number>;
  };
  return {
    ...must(row),
    status: found.payment_status,
    total: Number(found.total),
    pending: Number(found.summary.pending_difference),
    net: Number(found.summary.transaction_total),
  };
}

/** Whatever `npm run payments:check` would name today. */
export async function differences() {
  const today = todayInVietnam(new Date());
  const purchases = await report.moneyOf({ from: today, to: today });
  return purchases.flatMap(check.differencesOf);
}

/** What the operator has to transfer, or has transferred, for one order. */
export async function duesOf({ order_id }: PaidOrder) {
  const rows = await sql()<{ amount_vnd: number; payee: string | null; status: string }[]>`
    SELECT amount_vnd::float8, payee_account AS payee, status FROM vietqr.refund_due
    WHERE ${order_id} IN (order_id, cash_order_id) AND status <> 'void' ORDER BY created_at`;
  return rows.map((row) => ({ ...row }));
}

/** What Stripe gave back for one order. */
export async function givenByStripe(stripe: Simulator, { order_id }: PaidOrder): Promise<number[]> {
  const { refunds } = await stripe.state();
  return refunds
    .filter(({ metadata, status }) => metadata.owner === order_id && status !== "failed")
    .map(({ amount }) => amount);
}

/** Quantities of an order's only line in Medusa's books. */
export async function quantitiesOf(container: MedusaContainer, { order_id }: PaidOrder) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "items.detail.fulfilled_quantity",
      "items.detail.return_received_quantity",
      "items.detail.return_dismissed_quantity",
    ],
    filters: { id: order_id },
  });
  const [found] = data as unknown as { items: { detail: Record<string, number> }[] }[];
  const detail = must(must(found).items[0]).detail;
  return {
    sent: Number(detail.fulfilled_quantity),
    received: Number(detail.return_received_quantity),
    dismissed: Number(detail.return_dismissed_quantity),
  };
}
