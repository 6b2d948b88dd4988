import type { IPaymentModuleService } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { Deed, Making } from "../claim";

const PROVIDERS = { cod: "pp_cod_cod" } as const;

type Money = { collection_id: string; amount: number; data: Record<string, unknown> };

/** The master's payment is authorised once; its orders' parts are opened after it. */
export const authorisePurchase: Deed = {
  name: "authorise-purchase",
  async run(making) {
    const { purchase, plan } = making;
    const sum = plan.reduce((total, { total_vnd }) => total + total_vnd, 0);
    if (sum !== purchase.total_vnd) {
      throw new Error(`${purchase.id}: orders total ${sum}, the purchase ${purchase.total_vnd}.`);
    }
    await authorise(making, masterOf(making));
  },
  async undo(making) {
    await abandon(making, [making.purchase.payment_collection_id]);
  },
};

/** Gives each order its own collection and payment, so that cancel and refund work one by one. */
export const openOrderPayments: Deed = {
  name: "open-order-payments",
  async run(making) {
    const master = await authorise(making, masterOf(making));
    for (const part of making.plan) {
      await authorise(making, {
        collection_id: part.payment_collection_id,
        amount: part.total_vnd,
        data: { phone: making.purchase.phone, split_of: master, order_id: part.order_id },
      });
    }
  },
  async undo(making) {
    await abandon(
      making,
      making.plan.map((part) => part.payment_collection_id),
    );
  },
};

function masterOf({ purchase }: Making): Money {
  return {
    collection_id: purchase.payment_collection_id,
    amount: purchase.total_vnd,
    data: { phone: purchase.phone, purchase_id: purchase.id, is_master: true },
  };
}

/** Makes what is missing of collection, session and payment; answers the payment's id. */
async function authorise({ container, purchase }: Making, money: Money): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT);
  const [existing] = await payments.listPaymentCollections(
    { id: money.collection_id },
    { relations: ["payment_sessions", "payments"] },
  );
  const paid = existing?.payments?.find((payment) => !payment.canceled_at);
  if (paid) return paid.id;
  if (!existing) await createCollection(payments, money);
  const session =
    existing?.payment_sessions?.[0] ??
    (await payments.createPaymentSession(money.collection_id, {
      provider_id: PROVIDERS[purchase.payment],
      currency_code: "vnd",
      amount: money.amount,
      data: money.data,
    }));
  if (Number(session.amount) !== money.amount) {
    throw new Error(`Session ${session.id} asks ${session.amount}, planned ${money.amount}.`);
  }
  const payment = await payments.authorizePaymentSession(session.id, {});
  if (!payment) throw new Error(`Session ${session.id} was not authorised.`);
  return payment.id;
}

async function createCollection(payments: IPaymentModuleService, money: Money): Promise<void> {
  const collection = { id: money.collection_id, currency_code: "vnd", amount: money.amount };
  await payments.createPaymentCollections([collection]);
}

/** Cancels what was authorised and removes the collections. */
async function abandon({ container }: Making, collectionIds: string[]): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT);
  const collections = await payments.listPaymentCollections(
    { id: collectionIds },
    { relations: ["payments"] },
  );
  for (const payment of collections.flatMap((collection) => collection.payments ?? [])) {
    if (!payment.canceled_at) await payments.cancelPayment(payment.id);
  }
  await payments.deletePaymentCollections(collections.map(({ id }) => id));
}
