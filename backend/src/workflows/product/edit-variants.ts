import type { Vnd } from "@cho-lang/shared/money";
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows";
import { type ShelfWish, setStockStep } from "./steps/set-stock";
import { setTourPricesStep } from "./steps/set-tour-prices";

export interface EditVariantsInput {
  prices: { variant_id: string; price_vnd: Vnd }[];
  shelves: ShelfWish[];
}

/**
 * Changes prices (whole đồng, tax included) and stock of one producer's variants, all or none. The
 * caller has made sure that the variants and shelves are that producer's. The catalog follows by
 * the triggers on Medusa's tables, and adults on tours pay the new price. Refuses stock_changed and stock_below_reserved.
 */
export const editVariantsWorkflow = createWorkflow("edit-variants", (input: EditVariantsInput) => {
  const changed = setStockStep(input.shelves);
  when("prices-given", { input }, ({ input }) => input.prices.length > 0).then(() => {
    updateProductVariantsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        product_variants: input.prices.map(({ variant_id, price_vnd }) => ({
          id: variant_id,
          prices: [{ amount: price_vnd, currency_code: "vnd" }],
        })),
      })),
    });
    setTourPricesStep(transform({ input }, ({ input }) => ({ prices: input.prices })));
  });
  return new WorkflowResponse(changed);
});
