import { randomBytes } from "node:crypto";

/** Crockford's alphabet: no I, L, O or U, so that a code read over the phone survives. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % 32]).join("");
}

/** A random id with 130 bits: no id can be computed from another. */
export function randomId(prefix: string): string {
  return `${prefix}_${randomText(26)}`;
}

/** Signs of a code that the purchase's number does not give away. */
const RANDOM_SIGNS = 3;

/**
 * The text of a transfer: the purchase's number without its hyphen and three random signs,
 * "CL-7K3F9" → "CL7K3F9X2M". The signs keep apart the attempts to pay one purchase; the database
 * keeps codes unique.
 */
export function randomCode(purchase_number: string): string {
  return purchase_number.replace("-", "") + randomText(RANDOM_SIGNS);
}
