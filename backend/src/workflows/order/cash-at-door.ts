import type { DeliverBody } from "@cho-lang/shared/contracts/producer";
import { formatVnd, type Vnd } from "@cho-lang/shared/money";
import { refuse } from "../../lib/errors";
import { findCashDifference, parcelDue } from "../../modules/purchase";
import type { PurchaseOrder } from "../../modules/purchase/service";

type DoorOrder = Pick<PurchaseOrder, "total_vnd" | "visits_vnd" | "is_prepaid" | "has_parcel">;

/**
 * What of a parcel's cash did not come, 0 when nothing is said about it. Refuses `cash_too_much` and
 * `order_is_prepaid`.
 */
export function missingOf(order: DoorOrder, { collected_vnd }: DeliverBody): Vnd {
  if (collected_vnd === undefined) return 0;
  const expected_vnd = parcelDue(order);
  if (order.is_prepaid) {
    refuseCash("order_is_prepaid", "The buyer has paid before: nothing is collected at the door");
  }
  if (collected_vnd > expected_vnd) {
    const most = formatVnd(expected_vnd, "en");
    refuseCash("cash_too_much", `The parcel costs ${most}: more can't be collected for it`);
  }
  return expected_vnd - collected_vnd;
}

/** A parcel is delivered with one amount: another is refused as `order_already_delivered`. */
export async function expectSameCash(order: PurchaseOrder, missing_vnd: Vnd): Promise<void> {
  const before = await findCashDifference({ order_id: order.order_id });
  if ((before?.missing_vnd ?? 0) === missing_vnd) return;
  const came = formatVnd(parcelDue(order) - (before?.missing_vnd ?? 0), "en");
  refuseCash(
    "order_already_delivered",
    `The parcel was delivered with ${came}: tell the marketplace when that is wrong`,
  );
}

function refuseCash(code: string, message: string): never {
  refuse(code, message, { fields: [{ field: "collected_vnd", code, message }] });
}
