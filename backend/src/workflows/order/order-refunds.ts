import type { IPaymentModuleService, PaymentDTO, RefundDTO } from "@medusajs/framework/types";
import { PROVIDER_IDS } from "../../lib/payment-providers";

/** A refund of Medusa's with what we have written on it. */
export type KeyedRefund = RefundDTO & { metadata?: { refund_key?: string } | null };
/** A refund as a provider of ours notes it in its payment's data. */
type Noted = { refund_id?: string; amount_vnd?: number; status?: string };

/** True for a payment of cash, which the operator gives back by transfer. */
export function isCash(payment: Pick<PaymentDTO, "provider_id">): boolean {
  return payment.provider_id === PROVIDER_IDS.cod;
}

/** Names the operator's transfer of cash, by our key or by Medusa's id of a refund that is not ours. */
export function cashKey({ id, metadata }: Pick<KeyedRefund, "id" | "metadata">): string {
  return `cash:${metadata?.refund_key ?? id}`;
}

/**
 * Whether the provider's answer to a refund has come. Medusa stores a refund before it asks its
 * provider; each provider of ours notes in the payment's data which of Medusa's refunds it has
 * answered. A note of the same amount whose refund is gone counts, too: better one transfer less
 * than one twice.
 */
export function isAnswered(
  payment: Pick<PaymentDTO, "data" | "refunds">,
  refund: Pick<RefundDTO, "id" | "amount">,
): boolean {
  const data = payment.data?.refunds;
  const noted = (Array.isArray(data) ? (data as Noted[]) : []).filter(
    ({ status }) => status !== "failed" && status !== "canceled",
  );
  const rows = new Set((payment.refunds ?? []).map(({ id }) => id));
  return noted.some(
    ({ refund_id = "", amount_vnd }) =>
      refund_id === refund.id || (!rows.has(refund_id) && amount_vnd === Number(refund.amount)),
  );
}

type Asked = {
  /** Of the refund; the same key is the same refund. */
  key: string;
  amount_vnd: number;
  actor_id: string;
  note: string;
};

/**
 * Refunds a part of a payment once, and answers the id of Medusa's refund. One that a crash left
 * without the provider's answer goes, and is asked for again: the provider adopts what it has made
 * for a refund that is gone, so that no money goes twice. For one worker at a time.
 */
export async function refundUnderKey(
  payments: IPaymentModuleService,
  payment: PaymentDTO,
  { key, amount_vnd, actor_id, note }: Asked,
): Promise<string> {
  const before = findKeyed(payment, key);
  if (before && isAnswered(payment, before)) return before.id;
  if (before) await payments.deleteRefunds([before.id]);
  const refunded = await payments.refundPayment({
    payment_id: payment.id,
    amount: amount_vnd,
    created_by: actor_id,
    note,
    metadata: { refund_key: key },
  });
  const made = findKeyed(refunded, key);
  if (!made) throw new Error(`Refund ${key} of ${payment.id} was not stored.`);
  return made.id;
}

/** By our key, or by Medusa's own id for a refund that was not asked for by us. */
function findKeyed(payment: PaymentDTO, key: string): KeyedRefund | undefined {
  const refunds = (payment.refunds ?? []) as KeyedRefund[];
  return refunds.find(({ id, metadata }) => (metadata?.refund_key ?? id) === key);
}
