import { COD_LIMIT_PER_PURCHASE_VND } from "@cho-lang/shared/domain/purchase";
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
import { refuse } from "../../lib/errors";

type Data = Record<string, unknown>;
type NotedRefund = { refund_id: string; amount_vnd: number };

/**
 * Cash on delivery. No money moves here: authorising is the promise to pay at the door, capturing
 * notes that a parcel's cash came in. The ceiling per phone number is kept by the purchase's fence,
 * which knows what is open; this provider refuses what no purchase may ask for.
 */
export default class CashOnDeliveryProvider extends AbstractPaymentProvider {
  static override identifier = "cod";

  // The inherited constructor is protected, and Medusa makes the provider with new.
  constructor(cradle: Record<string, unknown>, options?: Record<string, unknown>) {
    super(cradle, options);
  }

  override async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const amount = amountOf(input.amount, input.currency_code);
    const data = { ...input.data, amount_vnd: amount };
    return { id: String(input.data?.session_id ?? ""), data };
  }

  override async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return { data: { ...input.data, amount_vnd: amountOf(input.amount, input.currency_code) } };
  }

  override async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const data = input.data ?? {};
    amountOf(data.amount_vnd, "vnd");
    if (typeof data.phone !== "string" || data.phone === "") {
      refuse(
        "cod_phone_missing",
        "Cash on delivery needs a phone number that the carrier can call",
      );
    }
    return { status: PaymentSessionStatus.AUTHORIZED, data: { ...data, state: "authorized" } };
  }

  override async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return { data: { ...input.data, state: "captured" } };
  }

  override async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return { data: { ...input.data, state: "canceled" } };
  }

  override async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return { data: input.data ?? {} };
  }

  /** Cash goes back by hand; each of Medusa's refunds is noted once, so that the books agree. */
  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const data: Data = input.data ?? {};
    const refund_id = input.context?.idempotency_key ?? "";
    const noted = Array.isArray(data.refunds) ? (data.refunds as NotedRefund[]) : [];
    const amount_vnd = MathBN.convert(input.amount).toNumber();
    const refunds = [
      ...noted.filter((one) => one.refund_id !== refund_id),
      { refund_id, amount_vnd },
    ];
    return { data: { ...data, refunds } };
  }

  override async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: input.data ?? {} };
  }

  override async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const states: Record<string, PaymentSessionStatus> = {
      authorized: PaymentSessionStatus.AUTHORIZED,
      captured: PaymentSessionStatus.CAPTURED,
      canceled: PaymentSessionStatus.CANCELED,
    };
    const status = states[String((input.data as Data | undefined)?.state)];
    return { status: status ?? PaymentSessionStatus.PENDING, data: input.data ?? {} };
  }

  /** Nobody sends webhooks about cash. */
  override async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED };
  }
}

function amountOf(value: unknown, currency: string): number {
  const amount = Number(value);
  if (currency.toLowerCase() !== "vnd" || !Number.isSafeInteger(amount) || amount < 0) {
    refuse("cod_amount_malformed", "Cash on delivery takes whole đồng only");
  }
  if (amount > COD_LIMIT_PER_PURCHASE_VND) {
    refuse(
      "cod_ceiling",
      `Cash on delivery is limited to ${COD_LIMIT_PER_PURCHASE_VND} đồng a purchase: buy less`,
    );
  }
  return amount;
}
