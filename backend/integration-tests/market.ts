import { createRequire } from "node:module";
import type { CheckoutDone, CheckoutView } from "@cho-lang/shared/contracts/checkout";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingProfilesWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows";
import type { Answer, Api, Token } from "./answer";

type Backend = {
  "workflows/producer/create-producers": typeof import("../src/workflows/producer/create-producers");
  "workflows/producer/suspend-producer": typeof import("../src/workflows/producer/suspend-producer");
  "workflows/purchase/create-producer-shipping": typeof import("../src/workflows/purchase/create-producer-shipping");
  "workflows/booking/ticket-link": typeof import("../src/workflows/booking/ticket-link");
  "workflows/payment/inbox-service": typeof import("../src/workflows/payment/inbox-service");
  "workflows/mail/send-mail": typeof import("../src/workflows/mail/send-mail");
  "jobs/finish-returns": typeof import("../src/jobs/finish-returns");
  "jobs/resend-mails": typeof import("../src/jobs/resend-mails");
  "lib/sql": typeof import("../src/lib/sql");
  "modules/search-postgres": typeof import("../src/modules/search-postgres");
};

/**
 * A file of the backend as the running application has loaded it. A plain import would be a second
 * copy beside it: Medusa refuses a workflow that is registered twice, and a second pool would keep
 * the database from being restored.
 */
export function backend<File extends keyof Backend>(file: File): Backend[File] {
  return createRequire(__filename)(`../src/${file}`) as Backend[File];
}

export interface Market {
  key: string;
  region_id: string;
  sales_channel_id: string;
  shipping_profile_id: string;
}

/** An empty market: the region Việt Nam in tax-inclusive đồng, one sales channel and its key. */
export async function aMarket(container: MedusaContainer): Promise<Market> {
  const {
    result: [channel],
  } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Chợ Làng" }] },
  });
  const [store] = await container.resolve(Modules.STORE).listStores();
  const sales_channel_id = must(channel).id;
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: must(store).id },
      update: {
        default_sales_channel_id: sales_channel_id,
        supported_currencies: [{ currency_code: "vnd", is_default: true, is_tax_inclusive: true }],
      },
    },
  });
  const {
    result: [region],
  } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Việt Nam",
          currency_code: "vnd",
          countries: ["vn"],
          is_tax_inclusive: true,
          payment_providers: ["pp_cod_cod"],
        },
      ],
    },
  });
  const {
    result: [key],
  } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Shop", type: "publishable", created_by: "test" }] },
  });
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: must(key).id, add: [sales_channel_id] },
  });
  const {
    result: [profile],
  } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Hàng hóa", type: "goods" }] },
  });
  return {
    key: must(key).token,
    region_id: must(region).id,
    sales_channel_id,
    shipping_profile_id: must(profile).id,
  };
}

export interface MarketProducer {
  id: string;
  handle: string;
  /** Members by role, in the order of `roles`. */
  members: { id: string; email: string; role: string }[];
  password: string;
  location_id: string;
  product_id: string;
  variant_id: string;
  inventory_item_id: string;
}

/** An open producer with members of these roles, one product with stock, and one way to ship it. */
export async function aProducer(
  container: MedusaContainer,
  market: Market,
  wishes: { handle: string; roles?: string[]; stock?: number; price_vnd?: number },
): Promise<MarketProducer> {
  const { handle, roles = ["owner"], stock = 20, price_vnd = 120_000 } = wishes;
  const password = `mat-khau-${handle}`;
  const people = roles.map((role) => ({
    name: `${role} ${handle}`,
    email: `${role}@${handle}.example.com`,
    role: role as "owner",
    password,
  }));
  const {
    result: [added],
  } = await backend("workflows/producer/create-producers")
    .createProducersWorkflow(container)
    .run({
      input: {
        producers: [
          {
            handle,
            name: `HTX ${handle}`,
            legal_form: "cooperative",
            commune_code: "24154",
            province_code: "66",
            story: "Chuyện của hợp tác xã.",
            status: "open",
            members: people,
          },
        ],
      },
    });
  const producer = must(added);
  const {
    result: [place],
  } = await backend("workflows/purchase/create-producer-shipping")
    .createProducerShippingWorkflow(container)
    .run({
      input: {
        sales_channel_id: market.sales_channel_id,
        shipping_profile_id: market.shipping_profile_id,
        producers: [
          {
            producer_id: producer.id,
            name: `Kho ${handle}`,
            street: null,
            commune_code: "24154",
            province_code: "66",
          },
        ],
      },
    });
  const { location_id } = must(place);
  const goods = await aProduct(container, market, {
    producer_id: producer.id,
    location_id,
    handle,
    stock,
    price_vnd,
  });
  return {
    id: producer.id,
    handle,
    members: people.map(({ email, role }) => ({
      email,
      role,
      id: must(producer.members.find((member) => member.email === email)).id,
    })),
    password,
    location_id,
    ...goods,
  };
}

/** A published product of a producer with stock on its shelf. */
export async function aProduct(
  container: MedusaContainer,
  market: Market,
  wishes: {
    producer_id: string;
    location_id: string;
    handle: string;
    stock: number;
    price_vnd: number;
  },
): Promise<{ product_id: string; variant_id: string; inventory_item_id: string }> {
  const { producer_id, location_id, handle, stock, price_vnd } = wishes;
  const {
    result: [product],
  } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: `Cà phê ${handle}`,
          handle: `ca-phe-${handle}`,
          status: "published",
          weight: 500,
          shipping_profile_id: market.shipping_profile_id,
          sales_channels: [{ id: market.sales_channel_id }],
          metadata: { unit_vi: "túi 500 g", unit_en: "500 g bag" },
          options: [{ title: "Loại", values: ["túi 500 g"] }],
          variants: [
            {
              title: "túi 500 g",
              sku: `CF-${handle}`,
              options: { Loại: "túi 500 g" },
              manage_inventory: true,
              prices: [{ currency_code: "vnd", amount: price_vnd }],
            },
          ],
        },
      ],
    },
  });
  const variant_id = must(must(product).variants[0]).id;
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    producer: { producer_id },
    [Modules.PRODUCT]: { product_id: must(product).id },
  });
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["inventory_items.inventory_item_id"],
    filters: { id: variant_id },
  });
  const item = must(must(data[0]).inventory_items?.[0]);
  const inventory_item_id = must(item).inventory_item_id;
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: [{ inventory_item_id, location_id, stocked_quantity: stock }],
    },
  });
  return { product_id: must(product).id, variant_id, inventory_item_id };
}

/** The value that a test relies on; a missing one ends the test with where it was missed. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("The test's own data is missing.");
  return value;
}

const anyStatus = { validateStatus: () => true };

/** Buys one of each variant as a guest with cash on delivery; answers the purchase and its link. */
export async function aPurchase(
  api: Api,
  market: Market,
  variantIds: string[],
  wishes: { quantity?: number; phone?: string } = {},
): Promise<{ purchase_id: string; token: string }> {
  const config = { headers: { "x-publishable-api-key": market.key }, ...anyStatus };
  const region = { region_id: market.region_id };
  const cart = await api.post<{ cart?: { id: string } }>("/store/carts", region, config);
  const id = must<string>(cart.data.cart?.id);
  for (const variant_id of variantIds) {
    const body = { variant_id, quantity: wishes.quantity ?? 1 };
    expectOk(await api.post(`/store/carts/${id}/line-items`, body, config));
  }
  const view = expectOk(await api.get<CheckoutView>(`/store/carts/${id}/checkout`, config));
  const done = await api.post<CheckoutDone>(
    `/store/carts/${id}/checkout`,
    {
      email: "khach@example.com",
      full_name: "Nguyễn Thị Khách",
      phone: wishes.phone ?? "0912345678",
      province_code: "01",
      commune_code: "00004",
      street: "12 phố Huế",
      note: "Gọi trước khi giao",
      payment: "cod",
      expected_total_vnd: view.data.total_vnd,
    },
    config,
  );
  return expectOk(done).data;
}

/** Signs a member in; answers the request config with the token. */
export async function signIn(
  api: Api,
  member: { email: string; password: string },
): Promise<{ headers: { authorization: string }; validateStatus: () => boolean }> {
  const answer = expectOk(await api.post<Token>("/auth/producer/emailpass", member, anyStatus));
  return { headers: { authorization: `Bearer ${answer.data.token}` }, ...anyStatus };
}

function expectOk<T>(answer: Answer<T>): Answer<T> {
  if (answer.status < 300) return answer;
  throw new Error(`Refused with ${answer.status}: ${JSON.stringify(answer.data)}`);
}

/** Lowers what a cart costs as a whole, as a gift card does; belongs to no line of it. */
export async function addCreditLine(
  container: MedusaContainer,
  { cart_id, amount }: { cart_id: string; amount: number },
): Promise<void> {
  // Medusa makes the method, and its interface does not tell it.
  const carts = container.resolve<{ createCreditLines(lines: object[]): Promise<unknown> }>(
    Modules.CART,
  );
  await carts.createCreditLines([
    { cart_id, amount, reference: "gift", reference_id: "gift", metadata: {} },
  ]);
}
