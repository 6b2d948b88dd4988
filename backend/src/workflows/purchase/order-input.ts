import { sumVnd } from "@cho-lang/shared/money";
import type { CreateOrderDTO } from "@medusajs/framework/types";
import { decorateCartTotals } from "@medusajs/framework/utils";
import type { SplitPart } from "../../modules/purchase";
import type { OrderPlan, PlannedPromotion } from "../../modules/purchase/plan";
import type { CheckoutLine, RawCart } from "../checkout/load-cart";

type Row = Record<string, unknown>;

/** A line of the cart with the id that it gets in its order. */
export type PlannedLine = CheckoutLine & { line_item_id: string };

const lineColumns = [
  "title",
  "subtitle",
  "thumbnail",
  "product_id",
  "product_title",
  "product_description",
  "product_subtitle",
  "product_type",
  "product_type_id",
  "product_collection",
  "product_handle",
  "variant_id",
  "variant_sku",
  "variant_barcode",
  "variant_title",
  "variant_option_values",
  "is_discountable",
  "is_giftcard",
  "requires_shipping",
  "is_tax_inclusive",
];
const taxColumns = ["description", "tax_rate_id", "code", "rate", "provider_id", "metadata"];
const adjustmentColumns = [
  "code",
  "amount",
  "description",
  "promotion_id",
  "provider_id",
  "is_tax_inclusive",
];
const addressColumns = [
  "last_name",
  "phone",
  "address_1",
  "city",
  "province",
  "country_code",
  "metadata",
];

function pick(row: Row, columns: string[]): Row {
  return Object.fromEntries(columns.flatMap((c) => (row[c] === undefined ? [] : [[c, row[c]]])));
}

/** The rows of one order, copied from the cart's own rows and never computed again. */
export function orderInput(
  cart: RawCart,
  own: {
    order_id: string;
    lines: PlannedLine[];
    methods: RawCart["shipping_methods"];
    part: SplitPart;
  },
): OrderPlan["order"] {
  const taxes = (rows: Row[] | undefined) => (rows ?? []).map((row) => pick(row, taxColumns));
  const adjustments = (rows: Row[] | undefined) =>
    (rows ?? []).map((row) => ({ ...pick(row, adjustmentColumns), amount: Number(row.amount) }));
  const order = {
    id: own.order_id,
    region_id: cart.region_id,
    customer_id: cart.customer_id,
    sales_channel_id: cart.sales_channel_id,
    status: "pending",
    email: cart.email,
    currency_code: cart.currency_code,
    locale: cart.locale,
    no_notification: false,
    shipping_address: pick(cart.shipping_address ?? {}, addressColumns),
    items: own.lines.map(({ item, visit, line_item_id }) => ({
      ...pick(item, lineColumns),
      ...(visit ? { requires_shipping: false } : {}),
      id: line_item_id,
      quantity: Number(item.quantity),
      unit_price: Number(item.unit_price),
      tax_lines: taxes(item.tax_lines),
      adjustments: adjustments(item.adjustments),
      metadata: { cart_line_id: item.id },
    })),
    shipping_methods: own.methods.map((method) => ({
      ...pick(method, ["name", "description", "is_tax_inclusive", "shipping_option_id", "data"]),
      amount: Number(method.amount),
      tax_lines: taxes(method.tax_lines),
      adjustments: oneOf(adjustments(method.adjustments)),
    })),
    ...(own.part.credit_vnd > 0
      ? {
          credit_lines: [{ amount: own.part.credit_vnd, reference: "cart", reference_id: cart.id }],
        }
      : {}),
  };
  return order as unknown as CreateOrderDTO & { id: string };
}

/** Medusa's orders take one adjustment of a delivery, however many promotions there are. */
function oneOf(adjustments: (Row & { amount: number })[]): Row[] {
  const [first, ...others] = adjustments;
  if (!first || others.length === 0) return adjustments;
  const { promotion_id: _, ...rest } = first;
  const codes = adjustments.map(({ code }) => String(code ?? ""));
  const amount = sumVnd(adjustments.map((one) => one.amount));
  return [{ ...rest, code: codes.join(", "), amount }];
}

/** What each promotion takes off an order, as the cart's rows have it. */
export function promotionsOf(
  lines: readonly PlannedLine[],
  methods: RawCart["shipping_methods"],
): PlannedPromotion[] {
  const rows = [...lines.map(({ item }) => item), ...methods].flatMap(
    (one) => one.adjustments ?? [],
  );
  return rows.flatMap(({ code, promotion_id, amount }) =>
    typeof code === "string" && typeof promotion_id === "string"
      ? [{ code, promotion_id, amount: Number(amount) }]
      : [],
  );
}

/** Medusa's own arithmetic over the order's rows must give the planned total to the đồng. */
export function assertSameTotal(plan: OrderPlan): void {
  const copy = structuredClone(plan.order) as unknown as Parameters<typeof decorateCartTotals>[0];
  const { total } = decorateCartTotals(copy) as unknown as { total: unknown };
  if (Number(total) !== plan.total_vnd) {
    throw new RangeError(`Order ${plan.order_id} totals ${total}, planned ${plan.total_vnd}.`);
  }
}
