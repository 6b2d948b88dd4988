import type { CheckoutView } from "@cho-lang/shared/contracts/checkout";
import { formatPhone } from "@cho-lang/shared/phone";
import { privateCookie } from "~/lib/cookies.server";
import type { ShippingChoice } from "../cart/totals";
import { type CheckoutValues, DETAIL_FIELDS, EMPTY_VALUES } from "./checkout-values";

export type Draft = { values: CheckoutValues; shipping: ShippingChoice };

/**
 * What the buyer has typed so far is kept in the buyer's own browser until it is closed, so that
 * nothing is typed twice. The note has a cookie of its own: both together may pass 4 KB.
 */
const cookie = () => privateCookie("checkout", { days: 0 });
const noteCookie = () => privateCookie("checkout_note", { days: 0 });

/** The draft of this browser; null when nothing was typed yet. */
export async function readDraft(request: Request): Promise<Draft | null> {
  const sent = request.headers.get("cookie");
  const kept: unknown = await cookie().parse(sent);
  if (!isDraft(kept)) return null;
  const note: unknown = await noteCookie().parse(sent);
  return {
    values: { ...kept.values, note: typeof note === "string" ? note : "" },
    shipping: kept.shipping,
  };
}

/** Keeps the draft. */
export async function keepDraft(headers: Headers, { values, shipping }: Draft) {
  const { note, ...short } = values;
  headers.append("set-cookie", await cookie().serialize({ values: short, shipping }));
  headers.append("set-cookie", await noteCookie().serialize(note));
}

/** Forgets it, once the purchase is placed: the browser may be shared. */
export async function forgetDraft(headers: Headers) {
  for (const each of [cookie(), noteCookie()]) {
    headers.append("set-cookie", await each.serialize("", { maxAge: 0 }));
  }
}

/** What the form starts with: field by field the draft, else what the cart, else the account knows. */
export function firstValues(
  draft: Draft | null,
  view: Pick<CheckoutView, "email" | "address">,
  account: { full_name: string; email: string; phone: string } | null,
): CheckoutValues {
  const cart: Partial<CheckoutValues> = { ...view.address, email: view.email ?? "" };
  const known: Partial<CheckoutValues> = account ?? {};
  const values = { ...EMPTY_VALUES };
  for (const field of DETAIL_FIELDS) {
    values[field] = draft?.values[field] || cart[field] || known[field] || EMPTY_VALUES[field];
  }
  return draft?.values.phone ? values : { ...values, phone: formatPhone(values.phone) };
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null || !("values" in kept)) return false;
  const { values } = kept;
  if (typeof values !== "object" || values === null || !("shipping" in kept)) return false;
  return DETAIL_FIELDS.every((field) => field === "note" || field in values);
}
