import type { Vnd } from "@cho-lang/shared/money";

/**
 * An amount as people type it, in whole đồng: thousands may be parted by dots, commas or spaces and
 * "đ" or "₫" may follow. Null when it is no such number or above the ceiling, so that a slip is
 * seen before it is sent.
 */
export function typedAmount(typed: string, ceiling_vnd: Vnd): Vnd | null {
  const text = typed.trim().replace(/\s*[đ₫]$/iu, "");
  if (!/^\d+$|^\d{1,3}([.,\s]\d{3})+$/.test(text)) return null;
  const amount = Number(text.replace(/\D/g, ""));
  return Number.isSafeInteger(amount) && amount <= ceiling_vnd ? amount : null;
}
