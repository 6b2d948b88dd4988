import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../../lib/each";
import { listUnfinishedRefunds } from "../../modules/purchase";
import { refundOrderWorkflow } from "./refund-order";

/**
 * Finishes refunds that were begun and that nobody finishes, each under its lease, so that any number
 * of workers may run this. What fails again is noted in its row and waits longer.
 *
 * @throws AggregateError with the errors of those that failed, when all have had their turn.
 */
export async function settleRefunds(container: MedusaContainer): Promise<void> {
  await forEachInTurn(await listUnfinishedRefunds(), (refund) => {
    const { key, order_id, amount_vnd, goods, is_sound, payee, note, actor_id } = refund;
    const input = { key, order_id, amount_vnd, goods, is_sound, payee, note, actor_id };
    return refundOrderWorkflow(container).run({ input });
  });
}
