import type {
  IPaymentModuleService,
  PaymentCollectionDTO,
  PaymentDTO,
  PaymentSessionDTO,
} from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { PROVIDER_IDS } from "../../lib/payment-providers";
import type { Making } from "./claim";

/** One collection with one session: the master's, or an order's part of it. */
export type Money = { collection_id: string; amount: number; data: Record<string, unknown> };

export function paymentService({ container }: Pick<Making, "container">): IPaymentModuleService {
  return container.resolve(Modules.PAYMENT);
}

/** The money of the whole purchase; a prepaid provider asks the buyer for it with these facts. */
export function masterOf({ purchase }: Pick<Making, "purchase">): Money {
  const { id, cart_id, number, email, phone, lang, pay_until } = purchase;
  return {
    collection_id: purchase.payment_collection_id,
    amount: purchase.total_vnd,
    data: {
      purchase_id: id,
      cart_id,
      number,
      email,
      phone,
      lang,
      ...(pay_until ? { expires_at: pay_until.toISOString() } : {}),
      is_master: true,
    },
  };
}

/** A collection with its sessions, payments, captures and refunds; undefined when it does not exist. */
export async function findCollection(
  payments: IPaymentModuleService,
  id: string,
): Promise<PaymentCollectionDTO | undefined> {
  const relations = ["payment_sessions", "payments", "payments.captures", "payments.refunds"];
  const [found] = await payments.listPaymentCollections({ id }, { relations });
  return found;
}

/** The payment that counts: authorised and not cancelled. */
export function livePayment(collection: PaymentCollectionDTO | undefined): PaymentDTO | undefined {
  return collection?.payments?.find((payment) => !payment.canceled_at);
}

/** The collection of some money, which is made when it is missing. */
export async function openCollection(
  making: Making,
  money: Omit<Money, "data">,
): Promise<PaymentCollectionDTO> {
  const payments = paymentService(making);
  const existing = await findCollection(payments, money.collection_id);
  if (existing) return existing;
  const collection = { id: money.collection_id, currency_code: "vnd", amount: money.amount };
  const [made] = await payments.createPaymentCollections([collection]);
  if (!made) throw new Error(`The collection ${money.collection_id} was not made.`);
  return made;
}

/**
 * Makes what is missing of collection and session; answers the session.
 *
 * @throws Error when a session asks for another amount or currency than planned.
 */
export async function openSession(making: Making, money: Money): Promise<PaymentSessionDTO> {
  const payments = paymentService(making);
  const existing = await openCollection(making, money);
  const session =
    existing.payment_sessions?.[0] ??
    (await payments.createPaymentSession(money.collection_id, {
      provider_id: PROVIDER_IDS[making.purchase.payment],
      currency_code: "vnd",
      amount: money.amount,
      data: money.data,
    }));
  if (Number(session.amount) !== money.amount || session.currency_code.toLowerCase() !== "vnd") {
    throw new Error(`Session ${session.id} asks ${session.amount}, planned ${money.amount}.`);
  }
  return session;
}

/** Makes what is missing of collection, session and payment; answers the payment. */
export async function authorise(making: Making, money: Money): Promise<PaymentDTO> {
  const payments = paymentService(making);
  const paid = livePayment(await findCollection(payments, money.collection_id));
  if (paid) return paid;
  const session = await openSession(making, money);
  const payment = await payments.authorizePaymentSession(session.id, {});
  if (!payment) throw new Error(`Session ${session.id} was not authorised.`);
  return payment;
}

/** Cancels what was promised and removes the collections. */
export async function abandonCash(making: Making, collectionIds: string[]): Promise<void> {
  const payments = paymentService(making);
  const collections = await payments.listPaymentCollections(
    { id: collectionIds },
    { relations: ["payments"] },
  );
  for (const payment of collections.flatMap((collection) => collection.payments ?? [])) {
    if (!payment.canceled_at) await payments.cancelPayment(payment.id);
  }
  await payments.deletePaymentCollections(collections.map(({ id }) => id));
}

/**
 * Captures all of a payment once. A crash between Medusa's note of a capture and the provider's
 * answer leaves a note of a capture that nobody knows to have happened: it goes, and the provider,
 * who captures one payment once only, is asked again.
 */
export async function captureWhole(
  payments: IPaymentModuleService,
  payment: PaymentDTO,
): Promise<void> {
  if (payment.captured_at) return;
  const begun = payment.captures ?? [];
  if (begun.length > 0) await payments.deleteCaptures(begun.map(({ id }) => id));
  await payments.capturePayment({ payment_id: payment.id, captured_by: "purchase" });
}
