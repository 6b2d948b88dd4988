import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import StripePaymentProvider from "../../src/modules/payment-stripe/service";

type Data = Record<string, unknown>;
type Options = { api_key: string; api_url?: string | undefined };

/** Tokens of Stripe's test cards. */
export const CARD = {
  paid: "pm_card_visa",
  declined: "pm_card_visa_chargeDeclined",
  poor: "pm_card_visa_chargeDeclinedInsufficientFunds",
  secure: "pm_card_authenticationRequired",
  disputed: "pm_card_createDispute",
  refundFails: "pm_card_refundFail",
} as const;

/**
 * Plays Medusa's Payment Module to the provider: keeps a payment's data, writes a row for each
 * refund before the provider is asked and removes it when the provider fails.
 */
export class PaymentBook {
  readonly provider: StripePaymentProvider;
  readonly rows = new Set<string>();

  constructor(options: Options) {
    const refundService = {
      list: async ({ id }: { id: string[] }) =>
        id.filter((one) => this.rows.has(one)).map((one) => ({ id: one })),
    };
    this.provider = new StripePaymentProvider({ refundService }, options);
  }

  get stripe(): Stripe {
    return this.provider.stripe;
  }

  /** Opens a master payment and answers its data. */
  async open(amount: number, data: Data = {}): Promise<Data> {
    const session_id = `payses_${randomUUID()}`;
    const facts = { purchase_id: `purch_${randomUUID()}`, cart_id: "cart_1", number: "CL-1" };
    const opened = await this.provider.initiatePayment({
      amount,
      currency_code: "vnd",
      data: { ...facts, is_master: true, session_id, ...data },
    });
    return { ...opened.data };
  }

  /** The buyer pays with a card as its form does. A decline throws. */
  async pay(data: Data, payment_method: string): Promise<Stripe.PaymentIntent> {
    return this.stripe.paymentIntents.confirm(String(data.payment_intent), { payment_method });
  }

  async authorise(data: Data) {
    return this.provider.authorizePayment({ data });
  }

  /** Opens, pays, authorises and captures; answers the master's data. */
  async paid(amount: number, card: string = CARD.paid): Promise<Data> {
    const data = await this.open(amount);
    await this.pay(data, card);
    const authorised = await this.authorise(data);
    const captured = await this.provider.capturePayment({ data: authorised.data ?? {} });
    return { ...captured.data };
  }

  /** One order's part of a captured master. */
  async part(master: Data, amount: number, order_id = `order_${randomUUID()}`): Promise<Data> {
    const { payment_intent, purchase_id } = master;
    const opened = await this.provider.initiatePayment({
      amount,
      currency_code: "vnd",
      data: { payment_intent, purchase_id, order_id, split_of: "pay_1", session_id: randomUUID() },
    });
    const { data } = await this.provider.authorizePayment({ data: opened.data ?? {} });
    return { ...data };
  }

  /** Refunds as Medusa does; answers the payment's data after it. */
  async refund(data: Data, amount: number): Promise<Data> {
    const row = `ref_${randomUUID()}`;
    this.rows.add(row);
    try {
      const context = { idempotency_key: row };
      const done = await this.provider.refundPayment({ data, amount, context });
      return { ...done.data };
    } catch (error) {
      this.rows.delete(row);
      throw error;
    }
  }

  /** What Stripe gave back of an intent: the amounts of all refunds that did not fail. */
  async returned(data: Data): Promise<number[]> {
    const list = this.stripe.refunds.list({
      payment_intent: String(data.payment_intent),
      limit: 100,
    });
    const refunds = await list.autoPagingToArray({ limit: 1000 });
    return refunds
      .filter(({ status }) => status !== "failed")
      .map(({ amount }) => amount)
      .reverse();
  }

  async intent(data: Data): Promise<Stripe.PaymentIntent> {
    return this.stripe.paymentIntents.retrieve(String(data.payment_intent));
  }
}

/** The stable code that a deed was refused with; "" when it was not. */
export async function codeOf(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => "",
    (error: { code?: string }) => error.code ?? String(error),
  );
}
