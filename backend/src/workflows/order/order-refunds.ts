import type { IPaymentModuleService, PaymentDTO, RefundDTO } from "@medusajs/framework/types";
import { PROVIDER_IDS } from "../../lib/payment-providers";
import type { OrderRefund } from "../../modules/purchase";

/** A refund of Medusa's with what we have written on it. */
export type KeyedRefund = RefundDTO & { metadata?: { refund_key?: string } | null };

/** True for a payment of cash, which the operator gives back by transfer. */
export function isCash(payment: PaymentDTO): boolean {
  return payment.provider_id === PROVIDER_IDS.cod;
}

/** Names the operator's transfer of cash, by our key or by Medusa's id of a refund that is not ours. */
export function cashKey(refund: string): string {
  return `cash:${refund}`;
}

/**
 * Whether the provider's answer to a refund has come. Medusa stores a refund before it asks its
 * provider; each provider of ours notes in the payment's data which refunds it has answered.
 */
export function isAnswered(payment: PaymentDTO, refund_id: string): boolean {
  const noted = payment.data?.refunds;
  if (!Array.isArray(noted)) return false;
  return (noted as { refund_id?: string }[]).some((one) => one.refund_id === refund_id);
}

/**
 * Refunds a part of a payment once, and answers the id of Medusa's refund. One that a crash left
 * without the provider's answer goes, and is asked for again: the provider adopts what it has made
 * for a refund that is gone, so that no money goes twice. For the holder of the refund's lease.
 */
export async function refundUnderKey(
  payments: IPaymentModuleService,
  payment: PaymentDTO,
  { key, amount_vnd, actor_id, note }: OrderRefund,
): Promise<string> {
  const before = findKeyed(payment, key);
  if (before && isAnswered(payment, before.id)) return before.id;
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

function findKeyed(payment: PaymentDTO, key: string): KeyedRefund | undefined {
  const refunds = (payment.refunds ?? []) as KeyedRefund[];
  return refunds.find(({ metadata }) => metadata?.refund_key === key);
}
