import type { OperatorPurchaseRow } from "@cho-lang/shared/contracts/operator";
import { progressOf } from "@cho-lang/shared/domain/order-progress";
import type { PurchaseFacts, PurchaseOrderFacts } from "../../../reports/purchases";

/** A purchase as the operator's list shows it, with its orders in the order of the cart. */
export function purchaseRow(
  facts: PurchaseFacts,
  orders: PurchaseOrderFacts[],
): OperatorPurchaseRow {
  return {
    id: facts.id,
    number: facts.number,
    status: facts.status,
    payment: facts.payment,
    created_at: facts.created_at.toISOString(),
    placed_at: facts.placed_at?.toISOString() ?? null,
    email: facts.email,
    full_name: facts.full_name,
    phone: facts.phone,
    total_vnd: facts.total_vnd,
    producers: orders.map(({ producer_name }) => producer_name),
    progress: orders.map(progressOf),
  };
}
