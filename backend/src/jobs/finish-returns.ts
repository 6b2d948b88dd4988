import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { listHalfReturned } from "../modules/purchase";
import { takeBackOrderWorkflow } from "../workflows/order/take-back-order";

/** Finishes refused parcels whose goods and money are back while their orders do not say so. */
export default async function finishReturns(container: MedusaContainer): Promise<void> {
  const parcels = await listHalfReturned();
  await forEachInTurn(parcels, (input) => takeBackOrderWorkflow(container).run({ input }));
}

export const config = { name: "finish-returns", schedule: "* * * * *" };
