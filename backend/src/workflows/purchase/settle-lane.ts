import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../../lib/each";
import { purchaseService } from "./claim";
import { settlePurchaseWorkflow } from "./settle-purchase";

export type Lane = {
  /** The ways to pay whose purchases nobody works on are looked at. */
  methods: PaymentMethod[];
  /** Purchases to be looked at besides. */
  more: string[];
  /** After so long no further purchase is begun; the next run goes on. */
  budget_ms: number;
};

/**
 * Settles the purchases of some ways to pay, one after another. Each provider has a lane and a job
 * of its own, so that one that hangs holds up nobody else's purchases.
 */
export async function settleLane(container: MedusaContainer, lane: Lane): Promise<void> {
  const until = Date.now() + lane.budget_ms;
  const unsettled = await purchaseService(container).listUnsettled(lane.methods);
  await forEachInTurn([...new Set([...unsettled, ...lane.more])], async (id) => {
    if (Date.now() < until) await settlePurchaseWorkflow(container).run({ input: { id } });
  });
}
