import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types";
import {
  AbstractPaymentProvider,
  MathBN,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils";
import type Stripe from "stripe";
import { openStripe, type StripeOptions } from "./client";
import { type Data, factsOf, isChild, metadataOf, text } from "./data";
import { alreadyPaid, atStripe, failed, notConfigured, refuseMasterRefund } from "./errors";
import { cancelIntent, giveBack } from "./give-back";
import { underKey } from "./keys";
import { isLeftOpen } from "./left-open";
import { refundOnce } from "./refunds";
import {
  cardAmount,
  holdsMoney,
  type NotedRefund,
  type Standing,
  standingOf,
  withRows,
} from "./rules";

type Options = Record<string, unknown> & Partial<StripeOptions>;
type RefundRows = { list(filter: { id: string[] }): Promise<{ id: string }[]> };

const STATUS: Record<Standing, PaymentSessionStatus> = {
  paid: PaymentSessionStatus.AUTHORIZED,
  waiting: PaymentSessionStatus.PENDING_AUTHORIZATION,
  canceled: PaymentSessionStatus.CANCELED,
  returned: PaymentSessionStatus.CANCELED,
  mismatch: PaymentSessionStatus.ERROR,
};

/**
 * Cards by Stripe. A purchase's master payment is one PaymentIntent, captured whole; its orders'
 * payments (`split_of`) are parts of it, moved by nobody but refunds. Nothing is done twice at
 * Stripe, whatever answer is lost: see underKey, refundOnce and giveBack.
 */
export default class StripePaymentProvider extends AbstractPaymentProvider<Options> {
  static override identifier = "stripe";
  readonly cradle: Record<string, unknown>;
  readonly options: Options;
  client: Stripe | undefined;

  // The inherited constructor is protected, and Medusa makes the provider with new.
  constructor(cradle: Record<string, unknown>, options: Options) {
    super(cradle, options);
    this.cradle = cradle;
    this.options = options;
  }

  /** @throws `stripe_not_configured` where purchases were paid by card before the key was removed. */
  get stripe(): Stripe {
    const { api_key, api_url } = this.options;
    if (!api_key) throw notConfigured();
    this.client ??= openStripe({ api_key, api_url });
    return this.client;
  }

  /** Opens the PaymentIntent of a master; a part of one asks Stripe nothing. */
  override async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const data: Data = input.data ?? {};
    const amount_vnd = cardAmount(input.amount, input.currency_code);
    const session_id = text(data.session_id);
    if (isChild(data)) return { id: session_id, data: { ...data, amount_vnd } };
    const intent = await atStripe(() => this.createIntent(session_id, amount_vnd, data));
    const { id: payment_intent, client_secret } = intent;
    const facts = { amount_vnd, payment_intent, client_secret, state: "waiting" };
    return { id: payment_intent, data: { ...data, ...facts } };
  }

  createIntent(session_id: string, amount: number, data: Data): Promise<Stripe.PaymentIntent> {
    return underKey(`create:${session_id}`, (options) =>
      this.stripe.paymentIntents.create(
        {
          amount,
          currency: "vnd",
          capture_method: "manual",
          // A card form needs no detour over other sites; 3-D Secure is not one.
          automatic_payment_methods: { enabled: true, allow_redirects: "never" },
          metadata: metadataOf(session_id, data),
        },
        options,
      ),
    );
  }

  override async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const data: Data = input.data ?? {};
    const amount_vnd = cardAmount(input.amount, input.currency_code);
    if (isChild(data) || data.amount_vnd === amount_vnd) return { data: { ...data, amount_vnd } };
    const { payment_intent } = factsOf(data);
    await atStripe(() => this.stripe.paymentIntents.update(payment_intent, { amount: amount_vnd }));
    return { data: { ...data, amount_vnd } };
  }

  /**
   * Looks whether the money is held. Not yet, or declined: the buyer may still pay. A part of a
   * master counts as captured, as its master was before.
   */
  override async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const data: Data = input.data ?? {};
    if (isChild(data)) {
      const state = { state: "captured", payment_intent: factsOf(data).payment_intent };
      return { status: PaymentSessionStatus.CAPTURED, data: { ...data, ...state } };
    }
    const { state } = await this.look(data);
    return { status: STATUS[state], data: { ...data, state } };
  }

  async look(data: Data): Promise<{ state: Standing; intent: Stripe.PaymentIntent }> {
    const facts = factsOf(data);
    const intent = await atStripe(() =>
      this.stripe.paymentIntents.retrieve(facts.payment_intent, { expand: ["latest_charge"] }),
    );
    return { state: standingOf(intent, facts), intent };
  }

  /** Takes the whole amount. That it was taken before is success only when it is this amount. */
  override async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const data: Data = input.data ?? {};
    if (isChild(data)) return { data };
    const { payment_intent, amount_vnd } = factsOf(data);
    try {
      await underKey(`capture:${payment_intent}`, (options) =>
        this.stripe.paymentIntents.capture(
          payment_intent,
          { amount_to_capture: amount_vnd },
          options,
        ),
      );
    } catch (error) {
      const { state, intent } = await this.look(data);
      const isTaken = state === "paid" && intent.status === "succeeded";
      if (!isTaken) await atStripe(() => Promise.reject(error));
    }
    return { data: { ...data, state: "captured" } };
  }

  /**
   * All money goes back to the buyer. A part moves none: its master does. Without the id of a payment
   * (the key) Medusa only failed to store one, perhaps because another worker stored it in the same
   * moment: then the money stays where it is.
   */
  override async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const data: Data = input.data ?? {};
    if (!input.context?.idempotency_key) return { data };
    if (!isChild(data) && data.payment_intent && !(await this.isLetGo(data))) {
      await atStripe(() => giveBack(this.stripe, factsOf(data).payment_intent));
    }
    return { data: { ...data, state: "canceled" } };
  }

  /**
   * Gives up waiting for the money. When it is there, this throws `already_paid`; money that comes
   * between the look and the cancelling is let go of in the same moment by Stripe. An intent that
   * is not what we asked for is given back.
   */
  override async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const data: Data = input.data ?? {};
    if (isChild(data) || !data.payment_intent) return { data };
    if (await this.isLetGo(data)) return { data: { ...data, state: "canceled" } };
    const { payment_intent } = factsOf(data);
    const { state } = await this.look(data);
    if (state === "paid") throw alreadyPaid(payment_intent);
    if (state === "waiting") {
      await atStripe(() => cancelIntent(this.stripe, payment_intent)).catch((error) =>
        this.requireGone(data, error),
      );
    } else {
      await atStripe(() => giveBack(this.stripe, payment_intent));
    }
    return { data: { ...data, state: "canceled" } };
  }

  /** Without a key, and noted as left open: Stripe is told when the key is back. */
  async isLetGo(data: Data): Promise<boolean> {
    return !this.options.api_key && isLeftOpen(factsOf(data).payment_intent);
  }

  async requireGone(data: Data, error: unknown): Promise<void> {
    const { state, intent } = await this.look(data);
    if (state === "paid") throw alreadyPaid(intent.id);
    if (state !== "canceled") throw error;
  }

  /** Gives back a part of a payment, at most what it got; see `refundOnce`. */
  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const data: Data = input.data ?? {};
    if (data.is_master === true) refuseMasterRefund();
    const facts = factsOf(data);
    const amount_vnd = cardAmount(MathBN.convert(input.amount).toNumber(), "vnd");
    const known = (data.refunds ?? []) as NotedRefund[];
    const refund_id = input.context?.idempotency_key ?? "";
    const { refund, all } = await atStripe(() =>
      refundOnce(
        this.stripe,
        {
          payment_intent: facts.payment_intent,
          owner: text(data.order_id) || facts.session_id,
          purchase_id: text(data.purchase_id),
          amount_vnd,
          ceiling_vnd: facts.amount_vnd,
          refund_id,
          known: known.map(({ id }) => id),
        },
        (ids) => this.existingRefunds(ids),
      ),
    );
    const refunds = withRows(all, known, { id: refund.id, refund_id });
    return { data: { ...data, refund_status: refund.status, refunds } };
  }

  /** Medusa keeps a row for each refund and removes it when the provider failed. */
  async existingRefunds(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = this.cradle.refundService as RefundRows | undefined;
    if (!rows) throw failed("refund_rows_missing", "Medusa's refunds cannot be read");
    return new Set((await rows.list({ id: ids })).map(({ id }) => id));
  }

  override async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const { intent } = await this.look(input.data ?? {});
    return { data: intent as unknown as Record<string, unknown> };
  }

  override async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const { state, intent } = await this.look(input.data ?? {});
    const isTaken = state === "paid" && holdsMoney(intent) && intent.status === "succeeded";
    return { status: isTaken ? PaymentSessionStatus.CAPTURED : STATUS[state] };
  }

  /** Events come through the inbox, which reads the intent again; never through Medusa's route. */
  override async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED };
  }
}
