import type { CashDeed } from "@cho-lang/shared/domain/purchase";
import { notFound, refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import * as queries from "./cash-queries";
import { randomId } from "./ids";
import { parcelDue } from "./rules";
import type { StepDetails } from "./step-changes";
import type { CashDifference, PurchaseOrder } from "./tables";

export { selectDifference as findCashDifference } from "./cash-queries";

/** Notes what did not come with a parcel that is being delivered; nothing when all came. */
export async function noteShort(
  tx: Transaction,
  { order_id, ...order }: PurchaseOrder,
  short: StepDetails["short"],
): Promise<void> {
  if (!short || short.missing_vnd === 0) return;
  const expected_vnd = parcelDue(order);
  await queries.insertDifference(tx, { id: randomId("cash"), order_id, expected_vnd, ...short });
}

/** Takes the note back with the delivery. */
export async function forgetShort(tx: Transaction, order_id: string): Promise<void> {
  await queries.deleteDifference(tx, order_id);
}

/** What an operator says about cash that did not come with a parcel. */
export interface CashDecision {
  id: string;
  deed: CashDeed;
  note: string;
  actor_id: string;
}

/**
 * Decides about missing cash, once, under a lock on its row: `came` counts as collected, `write_off`
 * is not due any more. The same decision again is a repeat and changes nothing.
 *
 * @throws `cash_difference_resolved` when it was decided otherwise; 404 for an unknown id.
 */
export async function resolveDifference(
  decision: CashDecision,
): Promise<{ difference: CashDifference; is_repeat: boolean }> {
  const { id, deed, note, actor_id } = decision;
  return inTransaction(async (tx) => {
    const difference = await queries.lockDifference(tx, id);
    if (!difference) notFound("This missing cash");
    if (difference.deed === deed) return { difference, is_repeat: true };
    if (difference.deed !== null) {
      refuse(
        "cash_difference_resolved",
        "Somebody has already decided otherwise about this cash: look at the list again",
      );
    }
    const { order_id, missing_vnd } = difference;
    await queries.moveMissing(tx, { order_id, deed, amount_vnd: missing_vnd });
    const decided = {
      deed,
      resolved_at: new Date(),
      resolved_by: actor_id,
      resolve_note: note,
    };
    await queries.writeDecision(tx, id, decided);
    return { difference: { ...difference, ...decided }, is_repeat: false };
  });
}

/** Takes a decision back, because a later part of its workflow failed; another's stays. */
export async function reopenDifference(decision: CashDecision): Promise<void> {
  const { id, deed } = decision;
  await inTransaction(async (tx) => {
    const difference = await queries.lockDifference(tx, id);
    if (difference?.deed !== deed) return;
    const { order_id, missing_vnd } = difference;
    await queries.moveMissing(tx, { order_id, deed, amount_vnd: -missing_vnd });
    const open = { deed: null, resolved_at: null, resolved_by: null, resolve_note: null };
    await queries.writeDecision(tx, id, open);
  });
}
