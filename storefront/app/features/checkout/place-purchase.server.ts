import type { CheckoutBody, CheckoutDone } from "@cho-lang/shared/contracts/checkout";
import type { Language } from "@cho-lang/shared/language";
import { BackendError, backend } from "~/lib/backend.server";
import type { CartActionData } from "../cart/cart-action.server";
import type { CartForm } from "../cart/cart-form";
import { checkDetails } from "./check-details.server";
import { forgetDraft } from "./draft.server";
import { isDetailField, wordFaults } from "./faults";

/** A purchase waits for the cart's lock and reserves stock, so it may take longer than a page. */
const CHECKOUT_TIMEOUT_MS = 30_000;

const BUSY = new Set(["checkout_busy", "checkout_taken_over"]);
const LINES = new Set(["lines_not_available", "stock_ran_out"]);

type Outcome =
  | { ok: true; done: CheckoutDone; headers: Headers }
  | ({ ok: false; status: number } & Pick<Partial<CartActionData>, "faults" | "refusal">);

/**
 * Checks the details and places the purchase. Pressing twice is harmless: the same cart gives the
 * same purchase.
 */
export async function placePurchase(facts: {
  form: FormData;
  posted: CartForm;
  cartId: string;
  token: string | undefined;
  language: Language;
  /** False when nothing in the cart is sent. */
  needsAddress: boolean;
}): Promise<Outcome> {
  const { form, posted, cartId, token, language, needsAddress } = facts;
  const checked = checkDetails(form, { needsAddress });
  if (!checked.ok) return { ok: false, status: 400, faults: wordFaults(checked.codes, language) };
  const body: CheckoutBody = {
    ...checked.details,
    shipping: posted.shipping,
    expected_total_vnd: posted.seen_total_vnd,
    lang: language,
  };
  try {
    const done = await backend<CheckoutDone>(`/store/carts/${cartId}/checkout`, {
      method: "POST",
      body,
      token,
      language,
      timeoutMs: CHECKOUT_TIMEOUT_MS,
    });
    const headers = new Headers();
    await forgetDraft(headers);
    return { ok: true, done, headers };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return { ok: false, ...refusalOf(error, posted, language) };
  }
}

function refusalOf(
  error: BackendError,
  posted: CartForm,
  language: Language,
): { status: number } & Pick<Partial<CartActionData>, "faults" | "refusal"> {
  if (error.status >= 500) {
    console.error(error.message);
    return { status: 503, refusal: { kind: "no_answer" } };
  }
  if (error.code === "total_changed") {
    return { status: 409, refusal: { kind: "total_changed", seen_vnd: posted.seen_total_vnd } };
  }
  if (BUSY.has(error.code)) return { status: 409, refusal: { kind: "busy" } };
  if (LINES.has(error.code) || error.lines.length > 0) {
    return { status: 409, refusal: { kind: "lines" } };
  }
  const named = Object.entries(error.fields).filter(([field]) => isDetailField(field));
  if (named.length > 0) {
    return { status: 400, faults: wordFaults(Object.fromEntries(named), language) };
  }
  console.warn(error.message);
  return { status: 409, refusal: { kind: "refused" } };
}
