import { randomBytes } from "node:crypto";

/** Crockford's alphabet: no I, L, O or U, so that a number read over the phone survives. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const numberLength = 5;

function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join("");
}

/** A random id with 130 bits, e.g. "order_7KQ…": no id can be computed from another. */
export function randomId(prefix: string): string {
  return `${prefix}_${randomText(26)}`;
}

/** A purchase's number for people, e.g. "CL-7K3F9". Not a secret, and unique only by the database. */
export function randomNumber(): string {
  return `CL-${randomText(numberLength)}`;
}
