import type { MedusaContainer } from "@medusajs/framework/types";
import { OPEN_ROUTES } from "../../../src/api/guard/open-routes";
import { aBuyer, aForm } from "../../buyer";
import { aMarket, aProducer, type Market, type MarketProducer } from "../../market";
import { medusaHttpSuite } from "../../support";

const long = "ă".repeat(1_000);
const values = [
  "",
  "%00",
  "a%00b",
  "%E0%A4%A",
  "'; DROP TABLE cart; --",
  "../../etc/passwd",
  "🧋",
  long,
  "-1",
  "1e309",
  "null",
  "[object Object]",
];
const bodies: unknown[] = [
  {},
  [],
  null,
  "text",
  0,
  { email: 1, password: [] },
  { email: "a\0@b.vn", password: "\0" },
  { email: long, password: long },
  { region_id: 7 },
  { region_id: "reg_none" },
  { region_id: long, items: "none" },
  { items: [{ variant_id: "variant_none", quantity: 1 }] },
  { variant_id: "variant_none", quantity: 1 },
  { variant_id: long, quantity: 1 },
  { variant_id: ["a"], quantity: 1 },
  { quantity: 0.5 },
  { quantity: 3e9 },
  { quantity: -1 },
  { quantity: "1" },
  { metadata: { a: "b" } },
  { first_name: long, last_name: 7, phone: {} },
  { address_1: long, country_code: "xx", first_name: "" },
  { country_code: 7 },
  { shipping_address: "none", sales_channel_id: "sc_none" },
  { locale: long },
  { token: "none", code: 7, provider: "none" },
];
const queries = [
  "limit=-1",
  "limit=1e9",
  "offset=-5",
  "offset=99999999999999999999",
  "page=0",
  "page=999999999999",
  "page=x",
  "page_size=-1",
  "q=%00",
  `q=${encodeURIComponent(long)}`,
  "fields=%00",
  "fields=*,producer.*,nothing.at.all",
  `fields=${"a".repeat(1_000)}`,
  "order=nothing",
  "order=-created_at%27",
  "lang=xx",
  "lang[]=vi",
  "id=1&id=2",
  "id[$gt]=x",
  "created_at[$gt]=x",
  "region_id=reg_none",
  "currency_code=zzz",
  "token=%00",
  "token=x&token=y",
  "province=zz",
  "stars=9",
  "price_min=-1",
  "shipping=:,::,a:b:c",
  "locale=%00",
  "$and=1",
  "category_id[$in]=1",
];

medusaHttpSuite("bad-input", ({ api, getContainer }) => {
  let container: MedusaContainer;
  let market: Market;
  let own: MarketProducer;

  beforeAll(async () => {
    container = getContainer();
    market = await aMarket(container);
    own = await aProducer(container, market, { handle: "ca-phe" });
  });

  /** A signed-in customer, so that routes behind a sign-in are fed too. */
  async function aCustomer() {
    const login = { email: "khach@example.com", password: "mat-khau-khach" };
    const guest = aBuyer(api, market);
    const register = await guest.post("/auth/customer/emailpass/register", login);
    await aBuyer(api, market, register.data.token).post("/store/customers", { email: login.email });
    const { data } = await guest.post("/auth/customer/emailpass", login);
    return aBuyer(api, market, data.token);
  }

  type Buyer = ReturnType<typeof aBuyer>;
  async function feed(
    buyer: Buyer,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<string[]> {
    const answer = await (method === "POST"
      ? buyer.post(path, body)
      : method === "DELETE"
        ? buyer.delete(path)
        : buyer.get(path)
    ).catch((error: Error) => ({ status: 0, data: error.message }));
    if (answer.status !== 0 && answer.status < 500) return [];
    const shown = JSON.stringify(body)?.slice(0, 80) ?? "";
    return [`${answer.status} ${method} ${path.slice(0, 120)} ${shown}`];
  }

  function openPath(path: string, value: string): string {
    return path.replace(/:[a-z_]+/g, value);
  }

  it("never breaks an open route, whatever stands in its path", async () => {
    const buyer = await aCustomer();
    const broken: string[] = [];
    for (const route of OPEN_ROUTES.filter((open) => open.includes(":"))) {
      const [method = "", path = ""] = route.split(" ");
      for (const value of values) {
        const body = path.endsWith("/checkout")
          ? aForm(1)
          : { variant_id: own.variant_id, quantity: 1 };
        broken.push(...(await feed(buyer, method, openPath(path, value), body)));
      }
    }
    expect(broken).toEqual([]);
  });

  it("never breaks an open route, whatever stands in its query", async () => {
    const buyer = await aCustomer();
    const cartId = await buyer.fill(own.variant_id);
    const broken: string[] = [];
    for (const route of OPEN_ROUTES.filter((open) => open.startsWith("GET"))) {
      const path = openPath(route.slice(4), route.includes("carts") ? cartId : "ca-phe-ca-phe");
      for (const query of queries) broken.push(...(await feed(buyer, "GET", `${path}?${query}`)));
    }
    expect(broken).toEqual([]);
  });

  it("never breaks an open route, whatever stands in its body", async () => {
    const buyer = await aCustomer();
    const broken: string[] = [];
    for (const route of OPEN_ROUTES.filter((open) => open.startsWith("POST"))) {
      const cartId = await buyer.fill(own.variant_id);
      const path = openPath(route.slice(5), cartId);
      for (const body of bodies) broken.push(...(await feed(buyer, "POST", path, body)));
    }
    expect(broken).toEqual([]);
  });

  it("never breaks the checkout, whatever stands in one field of the form", async () => {
    const buyer = aBuyer(api, market);
    const cartId = await buyer.fill(own.variant_id);
    const form = await buyer.form(cartId);
    const wrong = ["", "\0", long, null, 7, -1, 1e300, [], {}, true, { $gt: 1 }];
    const broken: unknown[] = [];
    for (const field of Object.keys(form)) {
      for (const value of wrong) {
        if (field === "note" && value === "") continue;
        if (field === "shipping" && JSON.stringify(value) === "{}") continue;
        const { status, data } = await buyer.checkout(cartId, { ...form, [field]: value });
        const named = data.fields?.some((fault: { field: string }) =>
          fault.field.startsWith(field),
        );
        if (status !== 400 || !named) broken.push([status, field, value, data]);
      }
    }
    expect(broken).toEqual([]);
  });

  it("answers 404 where Medusa has a route that nobody opened", async () => {
    const buyer = await aCustomer();
    for (const path of ["/store/orders", "/store/currencies", "/store/product-variants"]) {
      expect((await buyer.get(path)).status, path).toBe(404);
    }
    for (const path of ["/store/payment-collections", "/store/search", "/hooks/payment/cod_cod"]) {
      expect((await buyer.post(path)).status, path).toBe(404);
    }
  });

  it("names the field that is at fault", async () => {
    const buyer = aBuyer(api, market);
    const { status, data } = await buyer.get("/store/products?limit=-1");
    expect([status, data.code, data.fields[0].field]).toEqual([400, "malformed_value", "limit"]);
  });
});
