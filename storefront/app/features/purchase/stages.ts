import type { OrderProgress, PurchaseView } from "@cho-lang/shared/contracts/purchase";
import { CANCEL_REASONS, cancelReasonLabel } from "@cho-lang/shared/domain/purchase";
import type { Language } from "@cho-lang/shared/language";

export type PurchaseOrder = PurchaseView["orders"][number];
export type Stage = {
  progress: OrderProgress;
  /** Instant (ISO 8601, UTC) at which it happened; null when it lies ahead. */
  at: string | null;
};

const WAY: readonly OrderProgress[] = ["to_confirm", "to_pack", "to_ship", "shipped", "delivered"];
const WAY_BACK: readonly OrderProgress[] = ["refused", "returned"];
const WAY_OF_VISITS: readonly OrderProgress[] = ["booked", "visited"];

/**
 * The stages of a parcel, or of a visit when nothing is sent: those that happened, oldest first,
 * then those ahead. A cancelled order has nothing ahead; what was not taken at the door goes back.
 */
export function stagesOf(
  order: Pick<PurchaseOrder, "progress" | "history" | "has_parcel">,
): Stage[] {
  const happened: Stage[] = order.history.map(({ progress, at }) => ({ progress, at }));
  if (order.progress === "cancelled") return happened;
  const way = wayOf(order);
  const reached = way.indexOf(order.progress);
  const ahead = way.slice(reached + 1).map((progress): Stage => ({ progress, at: null }));
  return [...happened, ...ahead];
}

function wayOf({ progress, has_parcel }: Pick<PurchaseOrder, "progress" | "has_parcel">) {
  if (WAY_BACK.includes(progress)) return WAY_BACK;
  return has_parcel ? WAY : WAY_OF_VISITS;
}

/** Why an order was cancelled, in words; a text that is no code of ours is the producer's own. */
export function cancelWords(reason: string, language: Language): string {
  const code = CANCEL_REASONS.find((known) => known === reason);
  return code ? cancelReasonLabel(code, language) : reason;
}

/** What of an order's sum the visits are, in whole đồng. */
export function visitsOf(order: Pick<PurchaseOrder, "lines">): number {
  return order.lines.reduce((sum, line) => sum + (line.visit ? line.total_vnd : 0), 0);
}

type Paying = Pick<PurchaseOrder, "due_vnd" | "missing_vnd" | "has_parcel" | "progress" | "lines">;

/** States in which the courier brings nothing any more. */
const AFTER_DOOR: readonly OrderProgress[] = ["delivered", "refused", "returned"];

/** Whether a parcel of the order is still to be brought. */
export function isBeforeDoor(order: Pick<PurchaseOrder, "has_parcel" | "progress">): boolean {
  return order.has_parcel && !AFTER_DOOR.includes(order.progress);
}

/**
 * Parcels for which something is still to be paid at the door: of an order with a visit beside its
 * goods, until the courier has been there.
 */
export function parcelsToPay(orders: readonly Paying[]): number {
  return orders.filter((order) => order.due_vnd > 0 && isBeforeDoor(order)).length;
}

/** Whether something is still to be paid to a host in the village. */
export function paysInVillage(orders: readonly Paying[]): boolean {
  return orders.some((order) => {
    // What did not come with a parcel is no host's.
    if (order.due_vnd <= order.missing_vnd || visitsOf(order) === 0) return false;
    return order.lines.some(
      (line) => line.visit?.status === "CONFIRMED" || line.visit?.status === "REDEEMED",
    );
  });
}

/** Whether a booked visit lies ahead, so that its guests may still want another day. */
export function isVisitAhead(orders: readonly Pick<PurchaseOrder, "lines">[]): boolean {
  return orders.some(({ lines }) => lines.some(({ visit }) => visit?.status === "CONFIRMED"));
}
