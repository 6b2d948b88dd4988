import type { Vnd } from "@cho-lang/shared/money";

/** What one promotion takes off one line or one delivery. */
export type Discount = { of: string; code: string; amount: number };

/** Medusa's decimals carry noise far behind this many places. */
const decimals = 4;
const exactly = (amount: number) => Number(amount.toFixed(decimals));

/**
 * What Medusa's promotions take off, in whole đồng: the one place where they are rounded. Each
 * promotion's sum is rounded half up and divided by the largest remainder, ties to the earlier one,
 * so that no part is a đồng or more away from its exact share. Nothing costs less than nothing: what
 * would go below a price in `prices` (by `of`, whole đồng) is not taken off.
 */
export function wholeDiscounts(
  exact: readonly Discount[],
  prices: ReadonlyMap<string, Vnd>,
): Discount[] {
  const left = new Map(prices);
  const codes = [...new Set(exact.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const parts = sumsOf(exact.filter((one) => one.code === code));
    const sum = Math.round(exactly(parts.reduce((all, { amount }) => all + amount, 0)));
    return dividedBy(parts, { sum, left }).filter(({ amount }) => amount > 0);
  });
}

/** One discount for each line, in the order of their first ones. */
function sumsOf(discounts: readonly Discount[]): Discount[] {
  const sums = new Map<string, Discount>();
  for (const one of discounts) {
    const before = sums.get(one.of);
    sums.set(one.of, { ...one, amount: exactly((before?.amount ?? 0) + one.amount) });
  }
  return [...sums.values()];
}

function dividedBy(
  parts: readonly Discount[],
  { sum, left }: { sum: Vnd; left: Map<string, Vnd> },
): Discount[] {
  const take = (of: string, wanted: number) => {
    const taken = Math.min(wanted, left.get(of) ?? 0);
    left.set(of, (left.get(of) ?? 0) - taken);
    return taken;
  };
  const whole = parts.map((part, index) => ({
    ...part,
    index,
    remainder: part.amount - Math.floor(part.amount),
    amount: take(part.of, Math.floor(part.amount)),
  }));
  let missing = sum - parts.reduce((all, { amount }) => all + Math.floor(amount), 0);
  const byRemainder = [...whole].sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const part of byRemainder) {
    if (missing <= 0) break;
    const given = take(part.of, 1);
    part.amount += given;
    missing -= given;
  }
  return whole.map(({ of, code, amount }) => ({ of, code, amount }));
}
