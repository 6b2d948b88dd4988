import { notFound, refuse } from "../../lib/errors";
import { inTransaction } from "../../lib/sql";
import { lockRefund, updateRefund } from "./part-queries";
import { payeeColumns } from "./suspense";
import type { RefundDue } from "./tables";
import type { BankAccount } from "./transfers";

/**
 * Notes that the operator has transferred a refund, under the bank's reference and to the account
 * that stands in the row or is given here. A repeat with the same reference is harmless.
 *
 * Refuses `refund_already_sent` (under another reference), `payee_missing`; 404 for an unknown one.
 */
export async function markRefundSent(sent: {
  refund_id: string;
  bank_reference: string;
  /** Id of the operator. */
  actor_id: string;
  payee?: BankAccount | undefined;
}): Promise<RefundDue> {
  const { refund_id, bank_reference, actor_id, payee } = sent;
  return inTransaction(async (tx) => {
    const refund = await lockRefund(tx, refund_id);
    if (!refund) notFound("This refund");
    if (refund.status === "sent") {
      if (refund.bank_reference === bank_reference) return refund;
      refuse(
        "refund_already_sent",
        `This refund was sent already under the bank's reference ${refund.bank_reference}`,
      );
    }
    if (!payee && !refund.payee_account) {
      const message = "Type the account that the money was sent to";
      refuse("payee_missing", message, {
        fields: [{ field: "payee", code: "payee_missing", message }],
      });
    }
    return updateRefund(tx, refund.id, {
      ...(payee ? payeeColumns(payee) : {}),
      status: "sent",
      bank_reference,
      sent_at: new Date(),
      sent_by: actor_id,
    });
  });
}
