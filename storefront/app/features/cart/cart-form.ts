import type { ShippingChoice } from "./totals";

/** The most of one thing that a cart takes. */
export const QUANTITY_MAX = 999;

/** What a button of the cart's form asks for; `line` is the cart line that it stands beside. */
export type CartIntent =
  | { deed: "enter" | "update" | "set" | "checkout" | "province" | "login" | "drop-troubled" }
  | { deed: "more" | "less" | "remove" | "fit" | "extend"; line: string };

/** The cart's one form as it was posted: whatever button is pressed, everything arrives. */
export type CartForm = {
  intent: CartIntent;
  /** Typed quantities by line; null where the text is no whole number from 0 to 999. */
  quantities: Record<string, number | null>;
  shipping: ShippingChoice;
  /** What the buyer saw as the total: the goods shown and the price shown at each chosen delivery. */
  seen_total_vnd: number;
};

const LINE_DEEDS = ["more", "less", "remove", "fit", "extend"] as const;
const PLAIN_DEEDS = [
  "enter",
  "update",
  "set",
  "checkout",
  "province",
  "login",
  "drop-troubled",
] as const;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** A value of the intent's buttons; a text that is none of ours means "update". */
export function parseIntent(text: unknown): CartIntent {
  const [word = "", line = ""] = String(text ?? "").split(":", 2);
  const lineDeed = LINE_DEEDS.find((deed) => deed === word);
  if (lineDeed && ID.test(line)) return { deed: lineDeed, line };
  return { deed: PLAIN_DEEDS.find((deed) => deed === word) ?? "update" };
}

/** A typed quantity: a whole number from 0 to 999, spaces around it allowed; else null. */
export function parseQuantity(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : null;
}

/** The value of a delivery's radio button: its option and the price that stands beside it. */
export function shippingValue(option: { id: string; price_vnd: number }): string {
  return `${option.id}:${option.price_vnd}`;
}

/** Reads the posted form; names or values that are none of ours are left out. */
export function readCartForm(form: FormData): CartForm {
  const quantities: Record<string, number | null> = {};
  const shipping: Record<string, string> = {};
  let seen_total_vnd = toVnd(form.get("seen_goods_vnd"));
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const [kind = "", id = ""] = name.split(".", 2);
    if (!ID.test(id)) continue;
    if (kind === "quantity") quantities[id] = parseQuantity(value);
    if (kind === "shipping") {
      const [option = "", price] = value.split(":", 2);
      if (!ID.test(option)) continue;
      shipping[id] = option;
      seen_total_vnd += toVnd(price);
    }
  }
  return { intent: parseIntent(form.get("intent")), quantities, shipping, seen_total_vnd };
}

function toVnd(text: unknown): number {
  return typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : 0;
}

/** What has to be changed in the cart: the new quantity by line, 0 to remove it. */
export type CartChanges = {
  changes: { line: string; quantity: number }[];
  /** Lines whose typed quantity cannot be read. */
  unreadable: string[];
};

type LineNow = { id: string; quantity: number; stock: number | null; problem: string | null };

/**
 * Compares what was typed and pressed with what the cart holds. Typed numbers count for every
 * line, whichever button was pressed, so that nothing typed is lost; + and − step from the typed
 * number. A line that was taken away meanwhile is passed over.
 */
export function cartChanges(form: CartForm, lines: readonly LineNow[]): CartChanges {
  const changes: CartChanges["changes"] = [];
  const unreadable: string[] = [];
  for (const line of lines) {
    const wanted = wantedQuantity(form, line);
    if (wanted === null) unreadable.push(line.id);
    else if (wanted !== line.quantity) changes.push({ line: line.id, quantity: wanted });
  }
  return { changes, unreadable };
}

function wantedQuantity({ intent, quantities }: CartForm, line: LineNow): number | null {
  if (intent.deed === "drop-troubled" && line.problem) return 0;
  const typed = line.id in quantities ? (quantities[line.id] ?? null) : line.quantity;
  if (!("line" in intent) || intent.line !== line.id) return typed;
  if (intent.deed === "remove") return 0;
  if (intent.deed === "fit") return Math.min(line.stock ?? line.quantity, QUANTITY_MAX);
  if (intent.deed === "extend") return typed;
  const from = typed ?? line.quantity;
  return intent.deed === "more" ? Math.min(from + 1, QUANTITY_MAX) : Math.max(from - 1, 1);
}
