import { notFound, refuse } from "../../lib/errors";
import { inTransaction } from "../../lib/sql";
import { randomId } from "./ids";
import { lockRefund, nameAccount, putRefund, updateRefund } from "./part-queries";
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

/**
 * Notes that cash of an order goes back: a transfer that the operator makes. The same key is one
 * transfer. An account that is given later is taken as long as none was known.
 */
export async function oweCash(owed: {
  /** "cash:<refund>". */
  key: string;
  order_id: string;
  amount_vnd: number;
  /** Medusa's refund that asked for it. */
  refund_id: string;
  payee: BankAccount | null;
}): Promise<RefundDue> {
  const { key, order_id: cash_order_id, amount_vnd, refund_id, payee } = owed;
  return inTransaction(async (tx) => {
    const row = { id: randomId("rfd"), key, amount_vnd, cash_order_id, refund_id };
    const stored = await putRefund(tx, { ...row, ...(payee ? payeeColumns(payee) : {}) });
    if (payee) await nameAccount(tx, refund_id, payeeColumns(payee));
    return stored;
  });
}

/** Says where a refund of an order goes, when the bank did not name the sender. */
export async function namePayee(refund_id: string, payee: BankAccount): Promise<void> {
  await inTransaction((tx) => nameAccount(tx, refund_id, payeeColumns(payee)));
}
