import { randomBytes } from "node:crypto";

/** Crockford's alphabet: no I, L, O or U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A random id with 130 bits, e.g. "rreq_7KQ…": no id can be computed from another. */
export function randomId(prefix: string): string {
  const text = Array.from(randomBytes(26), (byte) => alphabet[byte % 32]).join("");
  return `${prefix}_${text}`;
}
