import type { ProducerOrderRow } from "@cho-lang/shared/contracts/producer";
import { allowedSteps, type OrderProgress, type OrderStep } from "@cho-lang/shared/domain/purchase";

/** What moves an order on; what ends it otherwise stands apart. */
export type Deed = Exclude<OrderStep, "cancel" | "refuse">;

/** Deeds that one tap can do; the others have forms of their own on the order's page. */
export type TapDeed = Exclude<Deed, "ship" | "take_back">;

/** Whether one tap does it: not where a number, a choice or the sum that came has to be told. */
export function isTap(deed: Deed, due_vnd: number): deed is TapDeed {
  if (deed === "ship" || deed === "take_back") return false;
  return deed !== "deliver" || due_vnd === 0;
}

const ACTION_OF: Record<OrderStep, string> = {
  confirm: "pack_orders",
  pack: "pack_orders",
  ship: "ship_orders",
  deliver: "ship_orders",
  refuse: "ship_orders",
  take_back: "ship_orders",
  cancel: "cancel_orders",
};

/** The one deed that comes next, whoever does it; null when the order is done or cancelled. */
export function nextDeed(progress: OrderProgress): Deed | null {
  const isOwn = (step: OrderStep): step is Deed => step !== "cancel" && step !== "refuse";
  return allowedSteps(progress).find(isOwn) ?? null;
}

/** Whether a member with these actions may take the step, and the order allows it now. */
export function mayTake(
  step: OrderStep,
  facts: { progress: OrderProgress; actions: readonly string[] },
): boolean {
  return allowedSteps(facts.progress).includes(step) && facts.actions.includes(ACTION_OF[step]);
}

/** States that wait for the producer, the most urgent first. */
export const WAITING = ["to_confirm", "to_pack", "to_ship"] as const;
export type Waiting = (typeof WAITING)[number];

/** Orders by what has to be done; states without an order are left out. */
export function groupByDeed(
  orders: readonly ProducerOrderRow[],
): { progress: Waiting; orders: ProducerOrderRow[] }[] {
  return WAITING.map((progress) => ({
    progress,
    orders: orders.filter((order) => order.progress === progress),
  })).filter((group) => group.orders.length > 0);
}
