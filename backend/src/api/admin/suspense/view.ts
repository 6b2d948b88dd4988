import type { SuspenseDetail, SuspenseRow } from "@cho-lang/shared/contracts/operator-transfers";
import { notFound } from "../../../lib/errors";
import {
  candidatesFor,
  type SuspenseFacts,
  suspensePage,
} from "../../../reports/operator-transfers";

/** Money in suspense as the operator's list shows it. */
export function suspenseRow(facts: SuspenseFacts): SuspenseRow {
  const { sender_bank_bin, sender_account, sender_name } = facts;
  return {
    id: facts.id,
    amount_vnd: facts.amount_vnd,
    reason: facts.reason,
    created_at: facts.created_at.toISOString(),
    transfer: {
      bank_id: facts.bank_id,
      account_number: facts.account_number,
      amount_vnd: facts.transfer_vnd,
      content: facts.content,
      occurred_at: facts.occurred_at.toISOString(),
      source: facts.source,
      sender:
        sender_account === null
          ? null
          : {
              bank_bin: sender_bank_bin ?? "",
              account_number: sender_account,
              name: sender_name ?? "",
            },
    },
    purchase: link(facts.purchase_id, facts.purchase_number, { status: facts.purchase_status }),
    resolution: resolutionOf(facts),
  };
}

function link<More extends object>(id: string | null, number: string | null, more: More) {
  return id === null || number === null ? null : { id, number, ...more };
}

function resolutionOf(facts: SuspenseFacts): SuspenseRow["resolution"] {
  const { resolution, resolved_at, refund_id, refund_status } = facts;
  if (!resolution || !resolved_at) return null;
  return {
    kind: resolution,
    at: resolved_at.toISOString(),
    by: facts.resolved_by ?? "",
    note: facts.note,
    paid_to: link(facts.paid_to_id, facts.paid_to_number, {}),
    refund: refund_id && refund_status ? { id: refund_id, status: refund_status } : null,
  };
}

/** One entry with the purchases that it could pay; 404 for an unknown one. */
export async function suspenseDetail(id: string): Promise<SuspenseDetail> {
  const { rows } = await suspensePage({ id }, { limit: 1, offset: 0 });
  const [facts] = rows;
  if (!facts) notFound("This money in suspense");
  const candidates = facts.resolution ? [] : await candidatesFor(facts.amount_vnd);
  return {
    suspense: {
      ...suspenseRow(facts),
      candidates: candidates.map(({ pay_until, ...candidate }) => ({
        ...candidate,
        pay_until: pay_until.toISOString(),
      })),
    },
  };
}
