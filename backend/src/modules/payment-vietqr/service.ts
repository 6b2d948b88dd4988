import { TRANSFER_LIMIT_VND } from "@cho-lang/shared/domain/payment";
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
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils";
import { refuse } from "../../lib/errors";
import { closePart, openPart, refundPart } from "./parts";
import { changeAmount, closeRequest, findRequest, openRequest, returnRequest } from "./requests";
import type { Request } from "./tables";

type Data = Record<string, unknown>;

const MASTER_STATUS: Readonly<Record<Request["status"], PaymentSessionStatus>> = {
  open: PaymentSessionStatus.PENDING_AUTHORIZATION,
  paid: PaymentSessionStatus.AUTHORIZED,
  closed: PaymentSessionStatus.CANCELED,
  returned: PaymentSessionStatus.CANCELED,
};

/**
 * Bank transfer by VietQR. A master session (`is_master`) is a request for the whole purchase, which
 * bank feeds and statements fill; the session of one order (`split_of`, `order_id`) is its part of a
 * paid request. Authorising asks nobody: it reads whether the money has come.
 */
export default class VietQrProvider extends AbstractPaymentProvider {
  static override identifier = "vietqr";

  // The inherited constructor is protected, and Medusa makes the provider with new.
  constructor(cradle: Record<string, unknown>, options?: Record<string, unknown>) {
    super(cradle, options);
  }

  /** The data of a master gets `content`, the text that the buyer's transfer must have. */
  override async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const data: Data = input.data ?? {};
    const amount_vnd = amountOf(input.amount, input.currency_code);
    const session_id = text(data, "session_id");
    if (isPart(data)) return { id: session_id, data: { ...data, amount_vnd } };
    const request = await openRequest({
      session_id,
      purchase_id: text(data, "purchase_id"),
      purchase_number: text(data, "number"),
      cart_id: text(data, "cart_id"),
      expires_at: new Date(text(data, "expires_at")),
      amount_vnd,
    });
    return { id: session_id, data: { ...data, amount_vnd, content: request.code } };
  }

  override async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const data: Data = input.data ?? {};
    const amount_vnd = amountOf(input.amount, input.currency_code);
    if (!isPart(data) && !(await changeAmount(text(data, "session_id"), amount_vnd))) {
      refuse("transfer_begun", "Money has come for this amount already: it can't be changed");
    }
    return { data: { ...data, amount_vnd } };
  }

  /**
   * A master answers PENDING_AUTHORIZATION while money is missing and AUTHORIZED when all of it is
   * there; a part of a paid master is captured at once.
   */
  override async authorizePayment(input: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const data: Data = input.data ?? {};
    if (isPart(data)) {
      const amount_vnd = amountOf(data.amount_vnd, "vnd");
      await openPart({ ...partOf(data), amount_vnd });
      return { status: PaymentSessionStatus.CAPTURED, data: { ...data, state: "captured" } };
    }
    const request = await mustFind(data);
    if (request.amount_vnd !== Number(data.amount_vnd)) {
      throw new Error(`${request.code} asks ${request.amount_vnd}, not ${data.amount_vnd}.`);
    }
    return { status: MASTER_STATUS[request.status], data: withStanding(data, request) };
  }

  /** The money is on the account already. */
  override async capturePayment(input: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const data: Data = input.data ?? {};
    if (isPart(data)) return { data: { ...data, state: "captured" } };
    const request = await mustFind(data);
    if (request.status !== "paid") {
      refuse("transfer_not_paid", "The transfer has not come in full: nothing can be captured");
    }
    return { data: { ...data, state: "captured" } };
  }

  /**
   * Of a paid master: all of its money goes to suspense as `not_placed`. Without the id of a payment
   * (the key) Medusa only failed to store one, perhaps because another worker stored it in the same
   * moment: then the money stays where it is.
   */
  override async cancelPayment(input: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const data: Data = input.data ?? {};
    if (!input.context?.idempotency_key) return { data };
    if (isPart(data)) await closePart(partOf(data));
    else await returnRequest(named(data));
    return { data: { ...data, state: "canceled" } };
  }

  /**
   * Closes the request of a master, so that its purchase can be given up. Throws `already_paid`
   * when the money came first: then nothing was closed, and the purchase must be completed.
   */
  override async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    const data: Data = input.data ?? {};
    if (!isPart(data) && !(await closeRequest(named(data)))) {
      refuse("already_paid", "The money came in the meantime: complete the purchase", {
        type: MedusaError.Types.NOT_ALLOWED,
      });
    }
    return { data };
  }

  /** Of one order: the operator is asked to transfer the money back. */
  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const data: Data = input.data ?? {};
    if (!isPart(data)) {
      refuse(
        "refund_by_order",
        "This payment was divided among orders: refund the payment of an order",
      );
    }
    const amount_vnd = amountOf(MathBN.convert(input.amount).toNumber(), "vnd");
    const refund_id = input.context?.idempotency_key ?? "";
    const { order_id } = partOf(data);
    const { id, key } = await refundPart({ order_id, amount_vnd, refund_id });
    const before = Array.isArray(data.refunds) ? (data.refunds as Data[]) : [];
    const refunds = [
      ...before.filter((one) => one.key !== key),
      { key, id, amount_vnd, refund_id },
    ];
    return { data: { ...data, refunds } };
  }

  override async retrievePayment(input: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const data: Data = input.data ?? {};
    return { data: isPart(data) ? data : withStanding(data, await mustFind(data)) };
  }

  override async getPaymentStatus(input: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const data: Data = input.data ?? {};
    if (!isPart(data)) {
      const request = await mustFind(data);
      return { status: MASTER_STATUS[request.status], data: withStanding(data, request) };
    }
    const states: Record<string, PaymentSessionStatus> = {
      captured: PaymentSessionStatus.CAPTURED,
      canceled: PaymentSessionStatus.CANCELED,
    };
    return { status: states[String(data.state)] ?? PaymentSessionStatus.PENDING, data };
  }

  /** Bank feeds come through the inbox, which knows what a transfer pays. */
  override async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED };
  }
}

function isPart(data: Data): boolean {
  return typeof data.split_of === "string" && data.is_master !== true;
}

/** A value that the purchase gives with the session; its absence is a fault of ours. */
function text(data: Data, name: string): string {
  const value = data[name];
  if (typeof value !== "string" || value === "") throw new Error(`The session has no ${name}.`);
  return value;
}

function named(data: Data): { session_id: string; purchase_id: string } {
  const { session_id, purchase_id } = data;
  return {
    session_id: typeof session_id === "string" ? session_id : "",
    purchase_id: typeof purchase_id === "string" ? purchase_id : "",
  };
}

function partOf(data: Data) {
  const code = typeof data.content === "string" ? data.content : "";
  const { purchase_id } = named(data);
  const [order_id, session_id] = [text(data, "order_id"), text(data, "session_id")];
  return { order_id, session_id, code, purchase_id };
}

async function mustFind(data: Data): Promise<Request> {
  const found = await findRequest({ session_id: text(data, "session_id") });
  if (!found) throw new Error(`Session ${data.session_id} has no request.`);
  return found;
}

function withStanding(data: Data, request: Request): Data {
  const { status, received_vnd } = request;
  return { ...data, state: data.state === "captured" ? "captured" : status, received_vnd };
}

function amountOf(value: unknown, currency: string): number {
  const amount = Number(value);
  if (currency.toLowerCase() !== "vnd" || !Number.isSafeInteger(amount) || amount < 0) {
    refuse("transfer_amount_malformed", "A bank transfer takes whole đồng only");
  }
  if (amount > TRANSFER_LIMIT_VND) {
    refuse(
      "transfer_ceiling",
      `A bank transfer is limited to ${TRANSFER_LIMIT_VND} đồng: buy less or pay in another way`,
    );
  }
  return amount;
}
