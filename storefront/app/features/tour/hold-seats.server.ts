import { randomUUID } from "node:crypto";
import type { HoldAnswer, HoldBody } from "@cho-lang/shared/contracts/booking";
import { MAX_OF_UNIT } from "@cho-lang/shared/domain/booking";
import { data, redirect } from "@remix-run/node";
import { readToken } from "~/features/account/session.server";
import { isCartGone, makeCart } from "~/features/cart/cart.server";
import { keepCartId, readCartId } from "~/features/cart/cart-cookie.server";
import { hrefIn, languageOf } from "~/language/phrases";
import { BackendError, backend } from "~/lib/backend.server";
import { type HoldFault, holdFault } from "./hold-fault";
import { type AskedVisit, readVisit } from "./visit-query";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What the page shows again when the seats were not held. */
export type HoldRefusal = { asked: AskedVisit; fault: HoldFault };

/**
 * Holds seats for the party of a tour page's form and leads to the cart, which is made when there
 * is none. The form's uuid makes a double press one hold; without script each press is its own.
 * Refused: the page again with status 400, what was typed and why.
 *
 * @throws BackendError when the backend fails.
 */
export async function holdSeats(request: Request, form: FormData) {
  const language = languageOf(request);
  const asked = readVisit(form);
  const refuse = (fault: HoldFault) => data({ asked, fault } satisfies HoldRefusal, 400);
  if (!asked.departure) return refuse({ code: "departure_missing", unit_id: null });
  const broken = Object.entries(asked.units).find(([, count]) => !(count <= MAX_OF_UNIT));
  if (broken) return refuse({ code: "unit_count_malformed", unit_id: broken[0] });
  const typed = String(form.get("uuid") ?? "");
  const wish = {
    uuid: UUID.test(typed) ? typed : randomUUID(),
    departure_id: asked.departure,
    units: Object.fromEntries(Object.entries(asked.units).filter(([, count]) => count > 0)),
  };
  const [cartId, token] = await Promise.all([readCartId(request), readToken(request)]);
  try {
    const headers = new Headers();
    await keepCartId(headers, await holdInCart(wish, cartId, token));
    return redirect(hrefIn(language, "/cart?notice=held"), { status: 303, headers });
  } catch (error) {
    if (!(error instanceof BackendError) || error.status >= 500) throw error;
    return refuse(holdFault(error));
  }
}

type Wish = Omit<HoldBody, "cart_id">;

/** Holds in the visitor's cart, or in a new one when there is none or it is gone; gives its id. */
async function holdInCart(
  wish: Wish,
  cartId: string | null,
  token: string | undefined,
): Promise<string> {
  if (cartId) {
    try {
      await hold({ ...wish, cart_id: cartId }, token);
      return cartId;
    } catch (error) {
      if (!isCartGone(error)) throw error;
    }
  }
  return onceAtATime(wish, async () => {
    const { id } = await makeCart(token);
    await hold({ ...wish, cart_id: id }, token).catch((error: unknown) => {
      // The same form was sent before into a cart that this visitor does not have.
      if (!(error instanceof BackendError) || error.code !== "booking_uuid_taken") throw error;
      return hold({ ...wish, uuid: randomUUID(), cart_id: id }, token);
    });
    return id;
  });
}

/** How long the answer to a form without a cart is kept for its second press. */
const REPEAT_MS = 30_000;
/** Most such answers kept at once; the oldest goes first. */
const REPEAT_LIMIT = 1000;
const repeats = new Map<string, Promise<string>>();

/**
 * A double press on a form whose visitor has no cart yet: both presses get the one cart, although
 * the browser never sees the answer to the first. In another process the second gets its own.
 */
function onceAtATime(wish: Wish, make: () => Promise<string>): Promise<string> {
  const key = JSON.stringify(wish);
  const before = repeats.get(key);
  if (before) return before;
  const flight = make();
  repeats.set(key, flight);
  const forget = () => repeats.delete(key);
  setTimeout(forget, REPEAT_MS).unref();
  flight.catch(forget);
  const oldest = repeats.keys().next();
  if (repeats.size > REPEAT_LIMIT && !oldest.done) repeats.delete(oldest.value);
  return flight;
}

/** One hold. A uuid whose hold has ended meanwhile (the page was kept open) is used once more anew. */
async function hold(body: HoldBody, token: string | undefined): Promise<void> {
  const post = (each: HoldBody) =>
    backend<HoldAnswer>("/store/bookings", { method: "POST", body: each, token });
  const { booking } = await post(body);
  if (booking.status !== "ON_HOLD") await post({ ...body, uuid: randomUUID() });
}
