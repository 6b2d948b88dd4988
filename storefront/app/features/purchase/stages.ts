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

/**
 * The stages of a parcel: those that happened, oldest first, then those ahead. A cancelled order
 * has nothing ahead.
 */
export function stagesOf(order: Pick<PurchaseOrder, "progress" | "history">): Stage[] {
  const happened: Stage[] = order.history.map(({ progress, at }) => ({ progress, at }));
  if (order.progress === "cancelled") return happened;
  const reached = WAY.indexOf(order.progress);
  const ahead = WAY.slice(reached + 1).map((progress): Stage => ({ progress, at: null }));
  return [...happened, ...ahead];
}

/** Why an order was cancelled, in words; a text that is no code of ours is the producer's own. */
export function cancelWords(reason: string, language: Language): string {
  const code = CANCEL_REASONS.find((known) => known === reason);
  return code ? cancelReasonLabel(code, language) : reason;
}

/** Parcels for which something is still to be paid at the door. */
export function parcelsToPay(orders: readonly Pick<PurchaseOrder, "due_vnd">[]): number {
  return orders.filter((order) => order.due_vnd > 0).length;
}
