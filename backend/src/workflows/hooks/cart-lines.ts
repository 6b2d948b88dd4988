import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { StepResponse } from "@medusajs/framework/workflows-sdk";
import {
  addToCartWorkflow,
  createCartWorkflow,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows";
import { refuse } from "../../lib/errors";
import { MAX_CART_LINES, refuseClosedCart } from "../checkout/closed-cart";
import { loadOffers } from "../checkout/load-offers";
import { problemMessage, problemOf } from "../checkout/problem";

type Wanted = { variant_id?: string | null; quantity?: unknown };

/** Refuses what cannot be bought, with the problem as its code. Quantities add up by variant. */
async function refuseUnsellable(container: MedusaContainer, wanted: Wanted[]): Promise<void> {
  const quantities = new Map<string, number>();
  for (const { variant_id, quantity } of wanted) {
    if (!variant_id) continue;
    quantities.set(variant_id, (quantities.get(variant_id) ?? 0) + Number(quantity ?? 0));
  }
  const offers = await loadOffers(container, [...quantities.keys()]);
  const today = todayInVietnam(new Date());
  for (const [variant_id, quantity] of quantities) {
    if (quantity === 0) continue;
    const offer = offers.get(variant_id);
    const problem = problemOf(offer, quantity, today);
    if (!problem) continue;
    const message = problemMessage(problem, offer?.stock ?? null);
    refuse(problem, message, { fields: [{ field: "quantity", code: problem, message }] });
  }
}

// A hook takes one handler in the whole application: whoever needs more adds it to these.

addToCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  await refuseClosedCart(container, cart.id);
  const carts = container.resolve(Modules.CART);
  const asked = (input.items ?? []) as Wanted[];
  const variantIds = new Set(asked.flatMap(({ variant_id }) => variant_id ?? []));
  const present = await carts.listLineItems(
    { cart_id: cart.id },
    { select: ["id", "variant_id", "quantity"] },
  );
  if (present.length + asked.length > MAX_CART_LINES) {
    refuse("cart_full", `A cart holds at most ${MAX_CART_LINES} lines: buy these first`);
  }
  const known = present.flatMap(({ variant_id, quantity }) =>
    variant_id && variantIds.has(variant_id) ? [{ variant_id, quantity }] : [],
  );
  await refuseUnsellable(container, [...asked, ...known]);
  return new StepResponse(null);
});

updateLineItemInCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  await refuseClosedCart(container, cart.id);
  const items = (cart.items ?? []) as {
    id: string;
    variant_id: string | null;
    quantity: unknown;
  }[];
  const changed = items.find(({ id }) => id === input.item_id);
  if (!changed || Number(input.update.quantity) === 0) return new StepResponse(null);
  const lines = items
    .filter(({ variant_id }) => variant_id === changed.variant_id)
    .map((line) => (line === changed ? { ...line, quantity: input.update.quantity } : line));
  await refuseUnsellable(container, lines);
  return new StepResponse(null);
});

createCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  if ((input.items ?? []).length > MAX_CART_LINES) {
    refuse("cart_full", `A cart holds at most ${MAX_CART_LINES} lines: leave some out`);
  }
  await refuseUnsellable(container, (input.items ?? []) as Wanted[]);
  return new StepResponse(null);
});
