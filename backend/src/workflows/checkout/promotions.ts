import { assertVnd, sumVnd } from "@cho-lang/shared/money";
import type {
  AddItemAdjustmentAction,
  AddShippingMethodAdjustment,
  ComputeActionContext,
  ComputeActions,
  FilterablePromotionProps,
  MedusaContainer,
} from "@medusajs/framework/types";
import { ComputedActions, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { type Discount, wholeDiscounts } from "./discount-rules";
import type { RawCart } from "./load-cart";

type Row = Record<string, unknown>;
/** A delivery that a cart has or would have; one of each option. */
export type PricedMethod = { shipping_option_id: string; amount: number };
/** What promotions take off a cart: its lines by their ids, its deliveries by their options' ids. */
export type Discounts = { lines: Discount[]; deliveries: Discount[] };

const none: Discounts = { lines: [], deliveries: [] };

/** What promotions may ask of a cart: the same as when Medusa computes them itself. */
const contextFields = [
  "id",
  "email",
  "currency_code",
  "subtotal",
  "item_subtotal",
  "item_total",
  "original_item_subtotal",
  "original_item_total",
  "total",
  "region_id",
  "region.*",
  "sales_channel_id",
  "shipping_address.*",
  "customer.*",
  "customer.groups.*",
  "items.*",
  "items.product.id",
  "items.product.collection_id",
  "items.product.categories.id",
  "items.product.tags.id",
  "items.product.type_id",
];

/**
 * What Medusa's promotions take off a cart with these deliveries now, in whole đồng: the automatic
 * ones and those whose codes the cart has. Medusa's own engine decides, with all its rules and
 * budgets; nothing is written.
 */
export async function discountsOf(
  container: MedusaContainer,
  cart: RawCart,
  methods: readonly PricedMethod[],
): Promise<Discounts> {
  const promotions = container.resolve(Modules.PROMOTION);
  const codes = codesOf(cart);
  if (codes.length === 0) {
    const automatic: FilterablePromotionProps = { is_automatic: true, status: ["active"] };
    const [any] = await promotions.listPromotions(automatic, { select: ["id"], take: 1 });
    if (!any) return none;
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "cart",
    fields: contextFields,
    filters: { id: cart.id },
  });
  const [context] = data as unknown as (Row & { items: Row[] })[];
  const actions = await promotions.computeActions(codes, {
    ...context,
    items: context?.items.map((item) => ({ ...item, adjustments: [] })) ?? [],
    shipping_methods: await methodsInContext(container, methods),
  } as unknown as ComputeActionContext);
  return wholeActions(actions, cart, methods);
}

/** Deliveries as Medusa's engine sees those of a cart, each under its option's id. */
async function methodsInContext(container: MedusaContainer, methods: readonly PricedMethod[]) {
  if (methods.length === 0) return [];
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "name", "shipping_option_type_id", "shipping_profile_id"],
    filters: { id: methods.map(({ shipping_option_id }) => shipping_option_id) },
  });
  return methods.map(({ shipping_option_id, amount }) => {
    const shipping_option = options.find(({ id }) => id === shipping_option_id);
    return {
      id: shipping_option_id,
      name: shipping_option?.name,
      shipping_option_id,
      shipping_option,
      subtotal: amount,
      original_total: amount,
      adjustments: [],
    };
  });
}

function codesOf({ items, shipping_methods }: RawCart): string[] {
  const adjustments = [...items, ...shipping_methods].flatMap((one) => one.adjustments ?? []);
  return [...new Set(adjustments.flatMap(({ code }) => (typeof code === "string" ? code : [])))];
}

function wholeActions(
  actions: ComputeActions[],
  cart: RawCart,
  methods: readonly PricedMethod[],
): Discounts {
  const lines = actions
    .filter(
      (one): one is AddItemAdjustmentAction => one.action === ComputedActions.ADD_ITEM_ADJUSTMENT,
    )
    .map(({ item_id, code, amount }) => ({ of: item_id, code, amount: Number(amount) }));
  const deliveries = actions
    .filter(
      (one): one is AddShippingMethodAdjustment =>
        one.action === ComputedActions.ADD_SHIPPING_METHOD_ADJUSTMENT,
    )
    .map(({ shipping_method_id, code, amount }) => ({
      of: shipping_method_id,
      code,
      amount: Number(amount),
    }));
  const linePrices = cart.items.map(({ id, unit_price, quantity }): [string, number] => [
    id,
    assertVnd(Number(unit_price) * Number(quantity)),
  ]);
  const fees = methods.map(({ shipping_option_id, amount }): [string, number] => [
    shipping_option_id,
    amount,
  ]);
  return {
    lines: wholeDiscounts(lines, new Map(linePrices)),
    deliveries: wholeDiscounts(deliveries, new Map(fees)),
  };
}

/** What is taken off one line or one delivery in all. */
export function takenOff(discounts: readonly Discount[], of: string): number {
  return sumVnd(discounts.filter((one) => one.of === of).map(({ amount }) => amount));
}

/** Writes what promotions take off the lines into the cart; true when it was otherwise before. */
export async function writeLineDiscounts(
  container: MedusaContainer,
  { id, items }: RawCart,
  discounts: readonly Discount[],
): Promise<boolean> {
  const had = items.flatMap((item) => adjustmentsOf(item.id, item.adjustments));
  if (isSame(had, discounts)) return false;
  const rows = await rowsOf(container, discounts);
  await container.resolve(Modules.CART).setLineItemAdjustments(
    id,
    rows.map(({ of, ...row }) => ({ ...row, item_id: of })),
  );
  return true;
}

/** The same for the deliveries, which the cart has already. */
export async function writeDeliveryDiscounts(
  container: MedusaContainer,
  cart: { id: string; shipping_methods: { id: string; shipping_option_id?: string }[] },
  discounts: readonly Discount[],
): Promise<void> {
  const rows = await rowsOf(container, discounts);
  await container.resolve(Modules.CART).setShippingMethodAdjustments(
    cart.id,
    rows.flatMap(({ of, ...row }) => {
      const method = cart.shipping_methods.find((one) => one.shipping_option_id === of);
      return method ? [{ ...row, shipping_method_id: method.id }] : [];
    }),
  );
}

/** What a cart's rows say of what is taken off its lines or deliveries. */
export function adjustmentsOf(of: string, rows: Row[] | undefined): Discount[] {
  return (rows ?? []).map(({ code, amount }) => ({
    of,
    code: String(code ?? ""),
    amount: Number(amount),
  }));
}

/** Whether both say the same, in whatever order. */
export function isSame(some: readonly Discount[], others: readonly Discount[]): boolean {
  const text = (list: readonly Discount[]) =>
    list
      .map(({ of, code, amount }) => `${of} ${code} ${amount}`)
      .sort()
      .join("\n");
  return text(some) === text(others);
}

async function rowsOf(container: MedusaContainer, discounts: readonly Discount[]) {
  if (discounts.length === 0) return [];
  const code = [...new Set(discounts.map((one) => one.code))];
  const known = await container
    .resolve(Modules.PROMOTION)
    .listPromotions({ code }, { select: ["id", "code"], take: code.length });
  return discounts.map((one) => {
    const promotion_id = known.find((promotion) => promotion.code === one.code)?.id;
    return { ...one, is_tax_inclusive: true, ...(promotion_id ? { promotion_id } : {}) };
  });
}
