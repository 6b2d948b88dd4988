import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { type CheckoutCart, isGoods } from "./load-cart";

type PriceChange = { id: string; unit_price: number };

/** Goods whose price in the cart is not today's, with today's; a visit keeps what it was booked for. */
export function stalePrices({ groups }: CheckoutCart): PriceChange[] {
  return groups
    .flatMap(({ lines }) => lines)
    .filter(isGoods)
    .flatMap(({ item, offer }) => {
      const now = offer?.price_vnd ?? null;
      return now === null || now === Number(item.unit_price)
        ? []
        : [{ id: item.id, unit_price: now }];
    });
}

const setLinePricesStep = createStep(
  "set-line-prices",
  async (changes: PriceChange[], { container }) => {
    const carts = container.resolve(Modules.CART);
    const before = await carts.listLineItems(
      { id: changes.map(({ id }) => id) },
      { select: ["id", "unit_price"] },
    );
    await carts.updateLineItems(
      changes.map((change) => ({ selector: { id: change.id }, data: change })),
    );
    return new StepResponse(
      changes.length,
      before.map(({ id, unit_price }) => ({ id, unit_price: Number(unit_price) })),
    );
  },
  async (before, { container }) => {
    if (!before?.length) return;
    const carts = container.resolve(Modules.CART);
    await carts.updateLineItems(before.map((line) => ({ selector: { id: line.id }, data: line })));
  },
);

/** Brings lines of a cart to today's price. Harmless to repeat. */
export const refreshPricesWorkflow = createWorkflow(
  "refresh-prices",
  (input: { changes: PriceChange[] }) => new WorkflowResponse(setLinePricesStep(input.changes)),
);
