import type { CheckoutBody } from "@cho-lang/shared/contracts/checkout";
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  addShippingMethodToCartWorkflow,
  addToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows";
import { checkoutCartWorkflow } from "../workflows/checkout/checkout-cart";
import { chosenOption, loadCheckoutCart } from "../workflows/checkout/load-cart";

const rounds = 25;
const warmUps = 5;
const phone = (n: number) => `+8491${String(n).padStart(7, "0")}`;

type Cost = { cpuMs: number; wallMs: number };
type Shelf = { variant_id: string; option_id: string };

/**
 * `medusa exec ./src/scripts/bench-checkout.ts` on a seeded database: what it costs to turn a cart
 * of two producers into a purchase with two orders, and what Medusa's own workflows cost for a
 * plain cart of the same lines. Both begin with the lines in the cart; rounds alternate. Prints
 * `bench-checkout {ours, plain}` with medians in milliseconds.
 */
export default async function benchCheckout({ container }: ExecArgs): Promise<void> {
  const shelves = await twoShelves(container);
  const costs: { ours: Cost[]; plain: Cost[] } = { ours: [], plain: [] };
  const start = Date.now() % 1_000_000;
  for (let round = 0; round < rounds + warmUps; round += 1) {
    const ours = await measure(await aCart(container, shelves), (id) =>
      checkOut(container, id, phone(start + round)),
    );
    const plain = await measure(await aCart(container, shelves), (id) =>
      checkOutPlainly(container, id, { shelves, phone: phone(start + round) }),
    );
    if (round < warmUps) continue;
    costs.ours.push(ours);
    costs.plain.push(plain);
  }
  const result = { ours: medians(costs.ours), plain: medians(costs.plain) };
  process.stdout.write(`bench-checkout ${JSON.stringify(result)}\n`);
}

/** Goods of two producers with plenty in stock. */
async function twoShelves(container: MedusaContainer): Promise<Shelf[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "producer",
    fields: [
      "id",
      "shipping_options.id",
      "products.type.value",
      "products.variants.id",
      "products.variants.inventory_items.inventory.location_levels.stocked_quantity",
      "products.variants.inventory_items.inventory.location_levels.reserved_quantity",
    ],
    filters: { status: "open", closed_from: null },
  })) as unknown as { data: RawProducer[] };
  const shelves = data.flatMap((producer) => {
    const option_id = producer.shipping_options?.[0]?.id;
    const variant = (producer.products ?? [])
      .filter((product) => product?.type?.value !== "tour")
      .flatMap((product) => product?.variants ?? [])
      .find((one) => leftOf(one) > 2 * (rounds + warmUps));
    return variant && option_id ? [{ variant_id: variant.id, option_id }] : [];
  });
  if (shelves.length < 2) throw new Error("There are no two producers with enough in stock.");
  return shelves.slice(0, 2);
}

type Level = { stocked_quantity: number; reserved_quantity: number };
type RawVariant = {
  id: string;
  inventory_items?: { inventory?: { location_levels?: Level[] } }[];
};
type RawProducer = {
  id: string;
  shipping_options?: { id: string }[];
  products?: ({ type?: { value: string } | null; variants?: RawVariant[] } | null)[];
};

function leftOf(variant: RawVariant): number {
  const levels = (variant.inventory_items ?? []).flatMap((i) => i.inventory?.location_levels ?? []);
  return Math.max(
    0,
    ...levels.map((level) => Number(level.stocked_quantity) - Number(level.reserved_quantity)),
  );
}

async function aCart(container: MedusaContainer, shelves: Shelf[]): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({ entity: "region", fields: ["id"] });
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["default_sales_channel_id"],
  });
  const sales_channel_id = stores[0]?.default_sales_channel_id ?? "";
  const { result } = await createCartWorkflow(container).run({
    input: { region_id: data[0]?.id ?? "", sales_channel_id },
  });
  for (const { variant_id } of shelves) {
    await addToCartWorkflow(container).run({
      input: { cart_id: result.id, items: [{ variant_id, quantity: 1 }] },
    });
  }
  return result.id;
}

async function measure(cartId: string, work: (id: string) => Promise<void>): Promise<Cost> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work(cartId);
  const spent = process.cpuUsage(cpu);
  return { cpuMs: (spent.user + spent.system) / 1_000, wallMs: performance.now() - wall };
}

async function checkOut(container: MedusaContainer, cart_id: string, own: string): Promise<void> {
  const { groups } = await loadCheckoutCart(container, cart_id);
  const body: CheckoutBody = {
    email: "bench@example.com",
    full_name: "Nguyễn Thị Mai",
    phone: own,
    province_code: "66",
    commune_code: "24154",
    street: "12 Lê Duẩn",
    note: "",
    shipping: {},
    payment: "cod",
    lang: "vi",
    expected_total_vnd: groups.reduce(
      (sum, group) =>
        sum +
        (chosenOption(group, undefined)?.price_vnd ?? 0) +
        group.lines.reduce((goods, { item }) => goods + Number(item.total), 0),
      0,
    ),
  };
  await checkoutCartWorkflow(container).run({ input: { cart_id, customer_id: null, body } });
}

async function checkOutPlainly(
  container: MedusaContainer,
  cart_id: string,
  own: { shelves: Shelf[]; phone: string },
): Promise<void> {
  const shipping_address = {
    last_name: "Nguyễn Thị Mai",
    phone: own.phone,
    address_1: "12 Lê Duẩn",
    country_code: "vn",
  };
  await updateCartWorkflow(container).run({
    input: { id: cart_id, email: "bench@example.com", shipping_address },
  });
  const option_id = own.shelves[0]?.option_id ?? "";
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id, options: [{ id: option_id }] },
  });
  const { result } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id },
  });
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: result.id,
      provider_id: "pp_cod_cod",
      data: { phone: own.phone },
    },
  });
  await completeCartWorkflow(container).run({ input: { id: cart_id } });
}

function medians(costs: Cost[]): Cost {
  const median = (values: number[]) => {
    const sorted = values.sort((a, b) => a - b);
    return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
  };
  return {
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
    wallMs: median(costs.map(({ wallMs }) => wallMs)),
  };
}
