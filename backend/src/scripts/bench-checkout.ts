import type { CheckoutBody } from "@cho-lang/shared/contracts/checkout";
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
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
const most = 5;
/** The goods of the bench never run out. */
const plenty = 1_000_000;
const phone = (n: number) => `+8491${String(n).padStart(7, "0")}`;

type Cost = { cpuMs: number; wallMs: number };
type Shelf = { variant_id: string; option_id: string };
type Work = { make: () => Promise<string[]>; checkOut: (cartIds: string[]) => Promise<void> };
type Shop = { region_id: string; sales_channel_id: string };

/**
 * `medusa exec ./src/scripts/bench-checkout.ts` on a seeded database: what it costs to turn a cart
 * of two or five producers into a purchase, and what Medusa's own workflows cost for a plain cart of
 * two lines, and for five plain carts of one line each. All begin with the lines in the cart; rounds
 * alternate. Prints `bench-checkout {name: cost}` with medians in milliseconds.
 */
export default async function benchCheckout({ container }: ExecArgs): Promise<void> {
  const shop = await theShop(container);
  const shelves = await fullShelves(container);
  const two = shelves.slice(0, 2);
  let buyers = Date.now() % 1_000_000;
  const ours = (own: Shelf[]): Work => ({
    make: async () => [await aCart(container, shop, own)],
    checkOut: async ([id = ""]) => checkOut(container, id, phone(++buyers)),
  });
  const plain = (...carts: Shelf[][]): Work => ({
    make: () => inTurn(carts, (own) => aCart(container, shop, own)),
    checkOut: async (ids) => {
      await inTurn(ids, (id, at) =>
        checkOutPlainly(container, id, { shelves: carts[at] ?? [], phone: phone(++buyers) }),
      );
    },
  });
  const works: Record<string, Work> = {
    two: ours(two),
    plainTwo: plain(two),
    five: ours(shelves),
    fivePlain: plain(...shelves.map((shelf) => [shelf])),
  };
  const costs = new Map(Object.keys(works).map((name): [string, Cost[]] => [name, []]));
  for (let round = 0; round < rounds + warmUps; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const cost = await measure(work);
      if (round >= warmUps) costs.get(name)?.push(cost);
    }
  }
  const result = Object.fromEntries([...costs].map(([name, all]) => [name, medians(all)]));
  process.stdout.write(`bench-checkout ${JSON.stringify(result)}\n`);
}

async function inTurn<In, Out>(
  list: In[],
  work: (one: In, at: number) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  for (const [at, one] of list.entries()) results.push(await work(one, at));
  return results;
}

async function theShop(container: MedusaContainer): Promise<Shop> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: regions } = await query.graph({ entity: "region", fields: ["id"] });
  const fields = ["default_sales_channel_id"];
  const { data: stores } = await query.graph({ entity: "store", fields });
  return {
    region_id: regions[0]?.id ?? "",
    sales_channel_id: stores[0]?.default_sales_channel_id ?? "",
  };
}

/** Goods of five producers, with plenty in stock. */
async function fullShelves(container: MedusaContainer): Promise<Shelf[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = (await query.graph({
    entity: "producer",
    fields: [
      "id",
      "shipping_options.id",
      "products.type.value",
      "products.variants.id",
      "products.variants.inventory_items.inventory.location_levels.inventory_item_id",
      "products.variants.inventory_items.inventory.location_levels.location_id",
      "products.variants.inventory_items.inventory.location_levels.reserved_quantity",
    ],
    filters: { status: "open", closed_from: null },
  })) as unknown as { data: RawProducer[] };
  const shelves = data.flatMap((producer) => {
    const option_id = producer.shipping_options?.[0]?.id;
    const variant = (producer.products ?? [])
      .filter((product) => product?.type?.value !== "tour")
      .flatMap((product) => product?.variants ?? [])
      .find((one) => levelsOf(one).length > 0);
    return variant && option_id ? [{ variant, option_id }] : [];
  });
  if (shelves.length < most) throw new Error(`There are no ${most} producers with goods.`);
  const chosen = shelves.slice(0, most);
  const levels = chosen.flatMap(({ variant }) => levelsOf(variant));
  await container.resolve(Modules.INVENTORY).updateInventoryLevels(
    levels.map(({ inventory_item_id, location_id, reserved_quantity }) => ({
      inventory_item_id,
      location_id,
      stocked_quantity: Number(reserved_quantity) + plenty,
    })),
  );
  return chosen.map(({ variant, option_id }) => ({ variant_id: variant.id, option_id }));
}

type Level = { inventory_item_id: string; location_id: string; reserved_quantity: number };
type RawVariant = {
  id: string;
  inventory_items?: { inventory?: { location_levels?: Level[] } }[];
};
type RawProducer = {
  id: string;
  shipping_options?: { id: string }[];
  products?: ({ type?: { value: string } | null; variants?: RawVariant[] } | null)[];
};

function levelsOf(variant: RawVariant): Level[] {
  return (variant.inventory_items ?? []).flatMap((i) => i.inventory?.location_levels ?? []);
}

async function aCart(container: MedusaContainer, shop: Shop, shelves: Shelf[]): Promise<string> {
  const { result } = await createCartWorkflow(container).run({ input: shop });
  for (const { variant_id } of shelves) {
    await addToCartWorkflow(container).run({
      input: { cart_id: result.id, items: [{ variant_id, quantity: 1 }] },
    });
  }
  return result.id;
}

async function measure({ make, checkOut }: Work): Promise<Cost> {
  const ids = await make();
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await checkOut(ids);
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
