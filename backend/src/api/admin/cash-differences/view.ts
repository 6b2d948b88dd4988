import type { CashDifferenceRow } from "@cho-lang/shared/contracts/operator-cash";
import { notFound } from "../../../lib/errors";
import { type CashDifferenceFacts, cashDifferencePage } from "../../../reports/operator-cash";

/** Missing cash as the operator's list shows it. */
export function differenceRow(facts: CashDifferenceFacts): CashDifferenceRow {
  const { deed, resolved_at } = facts;
  return {
    id: facts.id,
    expected_vnd: facts.expected_vnd,
    came_vnd: facts.expected_vnd - facts.missing_vnd,
    missing_vnd: facts.missing_vnd,
    created_at: facts.created_at.toISOString(),
    note: facts.note,
    reported_by: facts.reported_by,
    order: { id: facts.order_id, number: facts.order_number },
    purchase: {
      id: facts.purchase_id,
      number: facts.purchase_number,
      full_name: facts.full_name,
      phone: facts.phone,
    },
    producer: { id: facts.producer_id, name: facts.producer_name },
    resolution:
      deed && resolved_at
        ? {
            deed,
            at: resolved_at.toISOString(),
            by: facts.resolved_by ?? "",
            note: facts.resolve_note ?? "",
          }
        : null,
  };
}

/** One row; 404 for an unknown one. */
export async function differenceOf(id: string): Promise<CashDifferenceRow> {
  const { rows } = await cashDifferencePage({ id }, { limit: 1, offset: 0 });
  const [facts] = rows;
  if (!facts) notFound("This missing cash");
  return differenceRow(facts);
}
