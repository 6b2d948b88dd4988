import type { MedusaContainer } from "@medusajs/framework/types";
import { OPEN_ROUTES } from "../../../src/api/guard/open-routes";
import type { Token } from "../../answer";
import { aBuyer, aForm } from "../../buyer";
import { feed, ODD_BODIES, ODD_IDS, ODD_QUERIES, ODD_VALUES } from "../../malformed";
import { aMarket, aProducer, type Market, type MarketProducer } from "../../market";
import { medusaHttpSuite } from "../../support";

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
    const register = await guest.post<Token>("/auth/customer/emailpass/register", login);
    await aBuyer(api, market, register.data.token).post("/store/customers", { email: login.email });
    const { data } = await guest.post<Token>("/auth/customer/emailpass", login);
    return aBuyer(api, market, data.token);
  }

  function openPath(path: string, value: string): string {
    return path.replace(/:[a-z_]+/g, value);
  }

  it("never breaks an open route, whatever stands in its path", async () => {
    const buyer = await aCustomer();
    const broken: string[] = [];
    for (const route of OPEN_ROUTES.filter((open) => open.includes(":"))) {
      const [method = "", path = ""] = route.split(" ");
      for (const value of ["", ...ODD_IDS]) {
        const body = path.endsWith("/checkout")
          ? aForm(1)
          : { variant_id: own.variant_id, quantity: 1 };
        broken.push(...(await feed(buyer, { method, path: openPath(path, value), body })));
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
      for (const query of ODD_QUERIES) {
        broken.push(...(await feed(buyer, { method: "GET", path: `${path}?${query}` })));
      }
    }
    expect(broken).toEqual([]);
  });

  it("never breaks an open route, whatever stands in its body", async () => {
    const buyer = await aCustomer();
    const broken: string[] = [];
    for (const route of OPEN_ROUTES.filter((open) => open.startsWith("POST"))) {
      const cartId = await buyer.fill(own.variant_id);
      const path = openPath(route.slice(5), cartId);
      for (const body of ODD_BODIES) {
        broken.push(...(await feed(buyer, { method: "POST", path, body })));
      }
    }
    expect(broken).toEqual([]);
  });

  it("never breaks the checkout, whatever stands in one field of the form", async () => {
    const buyer = aBuyer(api, market);
    const cartId = await buyer.fill(own.variant_id);
    const form = await buyer.form(cartId);
    const broken: unknown[] = [];
    for (const field of Object.keys(form)) {
      for (const value of ODD_VALUES) {
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
    expect([status, data.code, data.fields?.[0]?.field]).toEqual([400, "malformed_value", "limit"]);
  });
});
