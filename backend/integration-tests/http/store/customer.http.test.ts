import { createRequire } from "node:module";
import type { CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { PurchaseList } from "@cho-lang/shared/contracts/purchase";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type * as creation from "../../../src/workflows/producer/create-producers";
import type * as delivery from "../../../src/workflows/purchase/create-producer-shipping";
import type { Token } from "../../answer";
import { aBuyer } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer, must } from "../../market";
import { settle } from "../../settle";
import { medusaHttpSuite } from "../../support";

const workflows = "../../../src/workflows";
const backendRequire = createRequire(__filename);
const { createProducerShippingWorkflow }: typeof delivery = backendRequire(
  `${workflows}/purchase/create-producer-shipping`,
);
const { createProducersWorkflow }: typeof creation = backendRequire(
  `${workflows}/producer/create-producers`,
);

medusaHttpSuite("customer", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let coffee: MarketProducer;
  let tea: MarketProducer;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    coffee = await aProducer(container, market, { handle: "ca-phe" });
    tea = await aProducer(container, market, { handle: "tra" });
  });
  afterEach(settle);

  async function aCustomer(email: string) {
    const login = { email, password: `mat-khau-${email}` };
    const guest = aBuyer(api, market);
    const register = await guest.post<Token>("/auth/customer/emailpass/register", login);
    await aBuyer(api, market, register.data.token).post("/store/customers", { email });
    const { data } = await guest.post<Token>("/auth/customer/emailpass", login);
    return aBuyer(api, market, data.token);
  }

  async function orderOf(cartId: string): Promise<string> {
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const { data } = await query.graph({
      entity: "order_cart",
      fields: ["order_id"],
      filters: { cart_id: cartId },
    });
    return must(data[0]).order_id;
  }

  it("sees the own purchases, newest first, and nobody else's", async () => {
    const [mai, nam] = [await aCustomer("mai@example.com"), await aCustomer("nam@example.com")];
    const first = await mai.buy<CheckoutDone>(await mai.fill(coffee.variant_id, tea.variant_id));
    const second = await mai.buy<CheckoutDone>(await mai.fill(tea.variant_id));
    const { data: list } = await mai.get<PurchaseList>("/store/purchases");
    expect(list.count).toBe(2);
    expect(list.purchases.map(({ id }: { id: string }) => id)).toEqual([
      second.data.purchase_id,
      first.data.purchase_id,
    ]);
    expect(list.purchases[1]).toMatchObject({
      producers: ["HTX ca-phe", "HTX tra"],
      progress: ["to_confirm", "to_confirm"],
    });
    expect((await nam.get<PurchaseList>("/store/purchases")).data.count).toBe(0);
    expect((await aBuyer(api, market).get("/store/purchases")).status).toBe(401);
  });

  it("reads the own purchase and order without a link, another's not", async () => {
    const [mai, nam] = [await aCustomer("mai@example.com"), await aCustomer("nam@example.com")];
    const cartId = await mai.fill(coffee.variant_id);
    const { data } = await mai.buy<CheckoutDone>(cartId);
    const orderId = await orderOf(cartId);
    for (const path of [`/store/purchases/${data.purchase_id}`, `/store/orders/${orderId}`]) {
      expect((await mai.get(path)).status, path).toBe(200);
      expect((await nam.get(path)).status, path).toBe(404);
      expect((await aBuyer(api, market).get(path)).status, path).toBe(404);
    }
    const { data: order } = await mai.get<{ order: object }>(
      `/store/orders/${orderId}?fields=*customer`,
    );
    expect(order.order).not.toHaveProperty("customer");
  });

  it("finds two ways of delivery with every producer that settles, however often it is run", async () => {
    const { result } = await createProducersWorkflow(container).run({
      input: {
        producers: [
          {
            handle: "gom",
            name: "HTX gốm",
            legal_form: "cooperative",
            commune_code: "24154",
            province_code: "66",
            story: "Làm gốm.",
            status: "open",
            members: [],
          },
        ],
      },
    });
    const input = {
      producers: result.map(({ id }) => ({
        producer_id: id,
        name: "HTX gốm",
        street: null,
        commune_code: "24154",
        province_code: "66",
      })),
      sales_channel_id: market.sales_channel_id,
      shipping_profile_id: market.shipping_profile_id,
    };
    const { result: places } = await createProducerShippingWorkflow(container).run({ input });
    const { result: again } = await createProducerShippingWorkflow(container).run({ input });
    expect([places.length, again.length]).toEqual([1, 0]);
    const query = container.resolve(ContainerRegistrationKeys.QUERY);
    const { data } = await query.graph({
      entity: "producer",
      fields: ["stock_location.id", "shipping_options.name", "shipping_options.data"],
      filters: { id: must(result[0]).id },
    });
    const [producer] = data as unknown as {
      stock_location: { id: string };
      shipping_options: { name: string; data: { speed: string } }[];
    }[];
    expect(producer?.stock_location.id).toBe(must(places[0]).location_id);
    expect(producer?.shipping_options.map((option) => option.data.speed).sort()).toEqual([
      "express",
      "standard",
    ]);
  });
});
