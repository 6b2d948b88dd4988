import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";

export type CartGroup = CheckoutView["groups"][number];
export type CartLine = CartGroup["lines"][number];
export type ShippingOption = CartGroup["shipping_options"][number];
/** Shipping option by producer id, as the buyer chose. */
export type ShippingChoice = Readonly<Record<string, string>>;

export type CartSums = {
  /** Without visits. */
  goods_vnd: number;
  shipping_vnd: number;
  visits_vnd: number;
  total_vnd: number;
  /** Parcels on their way to the buyer; the courier collects once for each. */
  parcels: number;
};

/**
 * The option a producer's parcel goes by: the buyer's choice while it is still offered, else what
 * the cart holds, else the cheapest, which the backend takes too. Undefined when nothing is sent.
 */
export function chosenOption(
  group: Pick<CartGroup, "producer" | "shipping_options">,
  choice: ShippingChoice,
): ShippingOption | undefined {
  const options = group.shipping_options;
  const asked = choice[group.producer.id];
  return (
    options.find((option) => option.id === asked) ??
    options.find((option) => option.is_chosen) ??
    [...options].sort((a, b) => a.price_vnd - b.price_vnd)[0]
  );
}

/** What the cart costs with the buyer's ways of delivery, in whole đồng. */
export function cartSums(
  view: Pick<CheckoutView, "groups" | "goods_vnd" | "visits_vnd">,
  choice: ShippingChoice,
): CartSums {
  const chosen = view.groups.flatMap((group) => chosenOption(group, choice) ?? []);
  const shipping_vnd = chosen.reduce((sum, option) => sum + option.price_vnd, 0);
  return {
    goods_vnd: view.goods_vnd - view.visits_vnd,
    shipping_vnd,
    visits_vnd: view.visits_vnd,
    total_vnd: view.goods_vnd + shipping_vnd,
    parcels: chosen.length,
  };
}

/** Whether a line is a visit: it has one date and party, and nothing of it is sent. */
export function isVisit(line: Pick<CartLine, "visit" | "product">): boolean {
  return line.visit !== null || line.product.kind === "tour";
}

/** Whether anything in the cart is sent, so that an address is asked for. */
export function hasGoods(view: Pick<CheckoutView, "groups">): boolean {
  return view.groups.some((group) => group.lines.some((line) => !isVisit(line)));
}

/** Lines that cannot be bought now, over all producers. */
export function troubledLines(view: Pick<CheckoutView, "groups">): CartLine[] {
  return view.groups.flatMap((group) => group.lines).filter((line) => line.problem !== null);
}
