import type { ProducerProductRow } from "@cho-lang/shared/contracts/producer";

/** Limits of a price in đồng and of a stock in pieces, as the backend keeps them. */
export const PRICE_MIN = 1000;
export const PRICE_MAX = 1_000_000_000;
export const STOCK_MAX = 1_000_000;

export type ProductFault =
  | "not_a_number"
  | "price_too_low"
  | "price_too_high"
  | "stock_too_high"
  | "stock_below_reserved";

/** Names of a variant's fields: the price, the stock, and both as they were shown. */
export function fieldNames(variantId: string) {
  return {
    price: `price-${variantId}`,
    priceSeen: `price-seen-${variantId}`,
    stock: `stock-${variantId}`,
    stockSeen: `stock-seen-${variantId}`,
  };
}

export type VariantEdit = { id: string; price_vnd?: number; stock?: number; stock_seen?: number };

/** What the form asks for, only what changed; or the fault of each field by its name. */
export type ReadProductForm =
  | { ok: true; variants: VariantEdit[] }
  | { ok: false; faults: Record<string, ProductFault> };

/**
 * A whole number as people type it: "145.000", "145,000 ₫", "145 000 đ". Null when it is anything
 * else, a fraction or a negative number included.
 */
export function parseWhole(text: string): number | null {
  const bare = text.normalize("NFC").replace(/(?:₫|đ|vnd|vnđ)\s*$/i, "");
  const compact = bare.replace(/\s+/g, "");
  const isPlain = /^\d{1,15}$/.test(compact);
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(compact);
  return isPlain || isGrouped ? Number(compact.replace(/[.,]/g, "")) : null;
}

/** Reads the form of one product against the variants that it has. */
export function readProductForm(
  form: FormData,
  variants: ProducerProductRow["variants"],
): ReadProductForm {
  const faults: Record<string, ProductFault> = {};
  const edits: VariantEdit[] = [];
  for (const variant of variants) {
    const names = fieldNames(variant.id);
    const edit: VariantEdit = { id: variant.id };
    const price = changed(form, names.price, names.priceSeen);
    if (price !== undefined) {
      const fault = priceFault(price);
      if (fault) faults[names.price] = fault;
      else if (price !== null) edit.price_vnd = price;
    }
    const stock = variant.stock === null ? undefined : changed(form, names.stock, names.stockSeen);
    if (stock !== undefined) {
      const fault = stockFault(stock);
      const seen = parseWhole(textOf(form, names.stockSeen));
      if (fault) faults[names.stock] = fault;
      else if (stock !== null) edit.stock = stock;
      if (seen !== null) edit.stock_seen = seen;
    }
    if (edit.price_vnd !== undefined || edit.stock !== undefined) edits.push(edit);
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, variants: edits };
}

/** The typed number; null when it is none, undefined when the field is absent or as it was. */
function changed(form: FormData, name: string, seenName: string): number | null | undefined {
  if (!form.has(name)) return undefined;
  const typed = parseWhole(textOf(form, name));
  return typed !== null && typed === parseWhole(textOf(form, seenName)) ? undefined : typed;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function priceFault(price: number | null): ProductFault | null {
  if (price === null) return "not_a_number";
  if (price < PRICE_MIN) return "price_too_low";
  return price > PRICE_MAX ? "price_too_high" : null;
}

function stockFault(stock: number | null): ProductFault | null {
  if (stock === null) return "not_a_number";
  return stock > STOCK_MAX ? "stock_too_high" : null;
}
