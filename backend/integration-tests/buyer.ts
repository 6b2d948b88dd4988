import type { CheckoutBody, CheckoutView } from "@cho-lang/shared/contracts/checkout";
import type { Answer, Api, Refused } from "./answer";
import type { Market } from "./market";

/** A buyer with a browser: every request carries the shop's key, and no status throws. */
export function aBuyer(api: Api, market: Market, token?: string) {
  const headers = {
    "x-publishable-api-key": market.key,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const config = { headers, validateStatus: () => true };
  const buyer = {
    get: <T = Refused>(path: string): Promise<Answer<T>> => api.get<T>(path, config),
    post: <T = Refused>(path: string, body: unknown = {}): Promise<Answer<T>> =>
      api.post<T>(path, body, config),
    delete: <T = Refused>(path: string): Promise<Answer<T>> => api.delete<T>(path, config),
    /** A new cart with these variants, one of each unless said otherwise. */
    async fill(...wanted: (string | { variant_id: string; quantity: number })[]): Promise<string> {
      const { data } = await buyer.post<{ cart: { id: string } }>("/store/carts", {
        region_id: market.region_id,
      });
      for (const want of wanted) {
        const line = typeof want === "string" ? { variant_id: want, quantity: 1 } : want;
        const answer = await buyer.post(`/store/carts/${data.cart.id}/line-items`, line);
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
      }
      return data.cart.id;
    },
    async view(cartId: string): Promise<CheckoutView> {
      return (await buyer.get<CheckoutView>(`/store/carts/${cartId}/checkout`)).data;
    },
    /** Fills in the form for what the cart's page shows now. */
    async form(cartId: string, changes: Partial<CheckoutBody> = {}): Promise<CheckoutBody> {
      const { total_vnd } = await buyer.view(cartId);
      return { ...aForm(total_vnd), ...changes };
    },
    checkout: <T = Refused>(cartId: string, body: unknown): Promise<Answer<T>> =>
      buyer.post<T>(`/store/carts/${cartId}/checkout`, body),
    async buy<T = Refused>(
      cartId: string,
      changes: Partial<CheckoutBody> = {},
    ): Promise<Answer<T>> {
      return buyer.checkout<T>(cartId, await buyer.form(cartId, changes));
    },
  };
  return buyer;
}

let lastPhone = 0;

/** A form that is right in every field; each has a phone number of its own. */
export function aForm(expected_total_vnd: number): CheckoutBody {
  lastPhone += 1;
  return {
    email: "khach@example.com",
    full_name: "Nguyễn Thị Mai",
    phone: `0912${String(lastPhone).padStart(6, "0")}`,
    province_code: "66",
    commune_code: "24154",
    street: "12 Lê Duẩn",
    note: "",
    shipping: {},
    payment: "cod",
    expected_total_vnd,
    lang: "vi",
  };
}
