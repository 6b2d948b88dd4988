import type { OperatorMoney } from "@cho-lang/shared/contracts/operator-money";
import { selectDisputes, selectRefundDifferences } from "../../../modules/payment-stripe";

/** What Stripe told that the operator has to know; of one purchase when it is named. */
export async function stripeNews(
  purchase_id?: string,
): Promise<Pick<OperatorMoney, "disputes" | "odd_refunds">> {
  const [disputes, refunds] = await Promise.all([
    selectDisputes(purchase_id),
    selectRefundDifferences(purchase_id),
  ]);
  return {
    disputes: disputes.map((one) => ({
      id: one.id,
      purchase_id: one.purchase_id,
      amount_vnd: one.amount_vnd,
      reason: one.reason,
      status: one.status,
      due_by: one.due_by?.toISOString() ?? null,
      opened_at: one.opened_at.toISOString(),
    })),
    odd_refunds: refunds.map((one) => ({
      id: one.id,
      purchase_id: one.purchase_id,
      amount_vnd: one.amount_vnd,
      status: one.status,
      is_ours: one.is_ours,
      made_at: one.made_at.toISOString(),
    })),
  };
}
