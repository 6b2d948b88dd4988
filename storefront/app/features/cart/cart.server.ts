import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import type { Language } from "@cho-lang/shared/language";
import { BackendError, backend, orNull } from "~/lib/backend.server";

type Cart = { id: string; items?: { id: string; quantity: number }[] };
type CartAnswer = { cart: Cart };

/** Only what the storefront needs of a core answer, which is large otherwise. */
const FIELDS = { fields: "id,items.id,items.quantity" };

let region: Promise<string> | undefined;

/** The one region's id; asked once, again after a failure. */
function regionId(): Promise<string> {
  region ??= backend<{ regions: { id: string }[] }>("/store/regions", {
    query: { fields: "id", limit: 1 },
  }).then(({ regions }) => {
    const [first] = regions;
    if (!first) throw new Error("The backend has no region: run the seed.");
    return first.id;
  });
  region.catch(() => {
    region = undefined;
  });
  return region;
}

/** How many things a cart holds, over all lines. */
function countOf(cart: Cart): number {
  return (cart.items ?? []).reduce((sum, item) => sum + item.quantity, 0);
}

/** A cart in which nothing lies yet; a signed-in customer's from its first moment. */
export async function makeCart(token: string | undefined): Promise<Cart> {
  const make = async () =>
    (
      await backend<CartAnswer>("/store/carts", {
        method: "POST",
        query: FIELDS,
        body: { region_id: await regionId() },
        token,
      })
    ).cart;
  try {
    return await make();
  } catch (error) {
    // The region kept in memory is gone after a new seed: ask once more.
    if (!(error instanceof BackendError) || error.status >= 500) throw error;
    region = undefined;
    return make();
  }
}

export type NewLine = { variant_id: string; quantity: number };
type Visitor = { cartId: string | null; token: string | undefined; language: Language };

/**
 * Puts something into the visitor's cart, which is made when there is none or the old one is gone
 * or was bought.
 *
 * @throws BackendError with the code of a line's problem, such as quantity_above_stock.
 */
export async function addLine(
  line: NewLine,
  { cartId, token, language }: Visitor,
): Promise<{ id: string; items: number }> {
  const add = async (id: string) => {
    const { cart } = await backend<CartAnswer>(`/store/carts/${id}/line-items`, {
      method: "POST",
      query: FIELDS,
      body: line,
      language,
      token,
    });
    return { id, items: countOf(cart) };
  };
  if (cartId) {
    try {
      return await add(encodeURIComponent(cartId));
    } catch (error) {
      if (!isCartGone(error)) throw error;
    }
  }
  return add((await makeCart(token)).id);
}

/** Whether nothing can be put into the old cart any more: it is unknown, or it was bought. */
export function isCartGone(error: unknown): boolean {
  if (!(error instanceof BackendError)) return false;
  return error.code === "cart_completed" || (error.status === 404 && error.code !== "not_for_sale");
}

/** The cart as its page shows it, or null when there is none of that id. */
export function loadCheckoutView(
  cartId: string,
  { language, token }: { language: Language; token?: string | undefined },
): Promise<CheckoutView | null> {
  return orNull(
    backend<CheckoutView>(`/store/carts/${encodeURIComponent(cartId)}/checkout`, {
      query: { lang: language },
      language,
      token,
    }),
  );
}

/**
 * Asks to keep the seats of a visit in this cart for longer, or again when the hold ran out.
 * Gives the code of the refusal, or null when they are kept.
 */
export async function extendHold(facts: {
  cartId: string;
  uuid: string;
  language: Language;
}): Promise<string | null> {
  const { cartId, uuid, language } = facts;
  try {
    await backend(`/store/bookings/${encodeURIComponent(uuid)}/extend`, {
      method: "POST",
      body: { cart_id: cartId },
      language,
    });
    return null;
  } catch (error) {
    if (!(error instanceof BackendError) || error.status >= 500) throw error;
    return error.code;
  }
}

/**
 * Changes quantities one after another (the backend locks the cart) and removes lines at 0.
 * Gives the refusal of each line that could not be changed; the others are changed.
 */
export async function changeLines(
  cartId: string,
  changes: readonly { line: string; quantity: number }[],
): Promise<Record<string, BackendError>> {
  const refused: Record<string, BackendError> = {};
  for (const { line, quantity } of changes) {
    const path = `/store/carts/${encodeURIComponent(cartId)}/line-items/${line}`;
    try {
      if (quantity === 0) await backend(path, { method: "DELETE", query: { fields: "id" } });
      else await backend(path, { method: "POST", query: { fields: "id" }, body: { quantity } });
    } catch (error) {
      if (!(error instanceof BackendError) || error.status >= 500) throw error;
      // A line that another tab has taken away is as the buyer wants it.
      if (!(quantity === 0 && error.status === 404)) refused[line] = error;
    }
  }
  return refused;
}
