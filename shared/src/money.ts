import type { Language } from "./language";

/**
 * An amount in whole đồng: a safe integer, never a fraction and never multiplied by 100. The đồng
 * has no smaller unit. Differences and postings may be negative.
 */
export type Vnd = number;

/** What a pack holds, in the smallest unit that labels use: grams, millilitres or pieces. */
export interface Measure {
  amount: number;
  unit: "g" | "ml" | "piece";
}

/** A price made comparable between packs of different sizes. */
export interface UnitPrice {
  price_vnd: Vnd;
  per: "kg" | "litre" | "piece";
}

/**
 * Returns the amount unchanged when it is whole đồng.
 * @throws RangeError for fractions, NaN, infinities and amounts beyond 2^53 − 1.
 */
export function assertVnd(amount: number): Vnd {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`An amount of money must be whole đồng, but it is ${amount}.`);
  }
  return amount;
}

/**
 * The sum of whole-đồng amounts; 0 for none.
 * @throws RangeError when a part or the sum is not a safe integer.
 */
export function sumVnd(amounts: Iterable<Vnd>): Vnd {
  let total = 0;
  for (const amount of amounts) {
    total = assertVnd(total + assertVnd(amount));
  }
  return total;
}

/**
 * Divides a total by weights so that no đồng is lost: each part is the exact share rounded down,
 * and the đồng left over go one each to the largest remainders, ties to the lower index.
 * The parts sum to the total exactly and none is more than one đồng away from its exact share.
 * A negative total (a refund) is divided like its positive twin. When all weights are 0 the parts
 * are equal as far as whole đồng allow.
 * @throws RangeError when the total is not whole đồng, a weight is not a non-negative safe
 * integer, or there is nobody to give a non-zero total to.
 */
export function shares(total: Vnd, weights: readonly number[]): Vnd[] {
  assertVnd(total);
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError(`There is no part to give ${total} đồng to.`);
    return [];
  }
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new RangeError(`A weight must be a whole number from 0 up, but it is ${weight}.`);
    }
  }
  // Products of two safe integers leave the safe range, so the division is done in BigInt.
  const exact = weights.some((weight) => weight > 0)
    ? weights.map(BigInt)
    : weights.map(() => BigInt(1));
  const whole = exact.reduce((sum, weight) => sum + weight, BigInt(0));
  const amount = BigInt(Math.abs(total));
  const parts = exact.map((weight, index) => ({
    index,
    floor: (amount * weight) / whole,
    remainder: (amount * weight) % whole,
  }));
  const left = Number(amount - parts.reduce((sum, part) => sum + part.floor, BigInt(0)));
  const result = parts.map((part) => Number(part.floor));
  parts.sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of parts.slice(0, left)) {
    result[part.index] = Number(part.floor) + 1;
  }
  return total < 0 ? result.map((part) => (part === 0 ? 0 : -part)) : result;
}

// Making a formatter costs more than a hundred uses of it, so each language's is made once.
const NUMBERS: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 }),
};

/** A whole number with the language's thousands mark: 1.250 in Vietnamese, 1,250 in English. */
export function formatNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value);
}

/** An amount for people: "145.000 ₫" in Vietnamese, "145,000 ₫" in English, never broken in two lines. */
export function formatVnd(amount: Vnd, language: Language): string {
  return `${NUMBERS[language].format(amount)}\u00a0₫`;
}

/**
 * The price of one kilogram, litre or piece, rounded half up to whole đồng, as buyers compare it.
 * Null when the pack's content is unknown or not positive, and for a single piece, where it would
 * only repeat the price.
 * @throws RangeError when the price is negative or not whole đồng.
 */
export function unitPrice(pack: { price_vnd: Vnd; measure: Measure | null }): UnitPrice | null {
  const { measure } = pack;
  if (assertVnd(pack.price_vnd) < 0) {
    throw new RangeError(`A price can't be negative, but it is ${pack.price_vnd}.`);
  }
  if (measure === null || !Number.isSafeInteger(measure.amount) || measure.amount <= 0) return null;
  if (measure.unit === "piece") {
    if (measure.amount === 1) return null;
    return { price_vnd: divideHalfUp(pack.price_vnd, 1, measure.amount), per: "piece" };
  }
  return {
    price_vnd: divideHalfUp(pack.price_vnd, 1000, measure.amount),
    per: measure.unit === "g" ? "kg" : "litre",
  };
}

/** amount × factor ÷ divisor, half up, exact for every safe integer. */
function divideHalfUp(amount: number, factor: number, divisor: number): number {
  const two = BigInt(2);
  const by = BigInt(divisor);
  return Number((two * BigInt(amount) * BigInt(factor) + by) / (two * by));
}
