import type { RefundDueRow } from "@cho-lang/shared/contracts/operator-transfers";
import { bankText } from "@cho-lang/shared/vietqr";
import { notFound } from "../../../lib/errors";
import { type RefundFacts, refundPage } from "../../../reports/operator-transfers";

/** An outgoing transfer as the operator's list shows it. */
export function refundRow(facts: RefundFacts): RefundDueRow {
  const { payee_account, purchase_id, purchase_number, order_id, order_number } = facts;
  return {
    id: facts.id,
    amount_vnd: facts.amount_vnd,
    status: facts.status,
    created_at: facts.created_at.toISOString(),
    payee:
      payee_account === null
        ? null
        : {
            bank_bin: facts.payee_bank_bin ?? "",
            account_number: payee_account,
            name: facts.payee_name ?? "",
          },
    content: contentOf(facts),
    purchase: purchase_id && purchase_number ? { id: purchase_id, number: purchase_number } : null,
    order: order_id && order_number ? { id: order_id, number: order_number } : null,
    suspense_id: facts.suspense_id,
    bank_reference: facts.bank_reference,
    sent_at: facts.sent_at?.toISOString() ?? null,
    sent_by: facts.sent_by,
  };
}

/** Short, and without signs that banks refuse. */
function contentOf({ order_number, purchase_number, bank_id }: RefundFacts): string {
  const about = order_number ?? purchase_number ?? bank_id ?? "";
  return bankText(`CHO LANG hoan tien ${about}`.replace(/[^0-9A-Za-z ]/g, " ")).slice(0, 60);
}

/** One outgoing transfer; 404 for an unknown one. */
export async function refundOf(id: string): Promise<RefundDueRow> {
  const { rows } = await refundPage({ id }, { limit: 1, offset: 0 });
  const [facts] = rows;
  if (!facts) notFound("This refund");
  return refundRow(facts);
}
