import { privateCookie, readableCookie } from "~/lib/cookies.server";

/** Days after which a cart that nobody touched is forgotten by the browser. */
const CART_DAYS = 30;

const cookie = () => privateCookie("cart", { days: CART_DAYS });

/** The id of the visitor's cart, or null; the cookie is signed, so it is one that we gave. */
export async function readCartId(request: Request): Promise<string | null> {
  const value: unknown = await cookie().parse(request.headers.get("cookie"));
  return typeof value === "string" ? value : null;
}

/** Remembers a cart, and beside it how many things it holds, for the number in the head. */
export async function keepCart(headers: Headers, cart: { id: string; items: number }) {
  await keepCartId(headers, cart.id);
  countCart(headers, cart.items);
}

/** Remembers a cart alone; the page that follows counts what it holds. */
export async function keepCartId(headers: Headers, id: string) {
  headers.append("set-cookie", await cookie().serialize(id));
}

/** Tells the number in the head. */
export function countCart(headers: Headers, items: number) {
  headers.append("set-cookie", readableCookie("cart_count", items, { days: CART_DAYS }));
}

/** Forgets the cart: it became a purchase, or is gone. */
export async function forgetCart(headers: Headers) {
  headers.append("set-cookie", await cookie().serialize("", { maxAge: 0 }));
  countCart(headers, 0);
}
