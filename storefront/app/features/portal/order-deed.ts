import type { ProducerOrderRow } from "@cho-lang/shared/contracts/producer";
import { allowedSteps, type OrderProgress, type OrderStep } from "@cho-lang/shared/domain/purchase";

/** What moves an order on; cancelling stands apart. */
export type Deed = Exclude<OrderStep, "cancel">;

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
  return allowedSteps(progress).find((step) => step !== "cancel") ?? null;
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
