import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { bookingService } from "../../booking/booking-service";
import type { EditVariantsInput } from "../edit-variants";

/**
 * Gives the adults of tours the new price of their product: the lowest one where several variants
 * get a price. Goods have no units, so nothing happens to them; the other kinds of visitors keep
 * their prices. What was booked or is held keeps its amount. The undo gives the old prices back.
 */
export const setTourPricesStep = createStep(
  "set-tour-prices",
  async ({ prices }: Pick<EditVariantsInput, "prices">, { container }) => {
    const { data: variants } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product_variant",
      fields: ["id", "product_id"],
      filters: { id: prices.map(({ variant_id }) => variant_id) },
    });
    const lowest = new Map<string, number>();
    for (const { id, product_id } of variants) {
      const price = prices.find(({ variant_id }) => variant_id === id)?.price_vnd;
      if (!product_id || price === undefined) continue;
      lowest.set(product_id, Math.min(price, lowest.get(product_id) ?? price));
    }
    const service = bookingService(container);
    const before = [];
    for (const [product_id, price_vnd] of lowest) {
      before.push(...(await service.setUnitPrice({ product_id, kind: "ADULT", price_vnd })));
    }
    return new StepResponse(before.length, before);
  },
  async (before, { container }) => {
    if (before && before.length > 0) await bookingService(container).restoreUnitPrices(before);
  },
);
