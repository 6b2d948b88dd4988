import { randomBytes, randomInt } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH } from "@cho-lang/shared/domain/booking";

/** Crockford's alphabet, as ids of purchases have it. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const idLength = 26;

/** A random id with 130 bits, e.g. "dep_7KQ…": no id can be computed from another. */
export function newId(prefix: "opt" | "unit" | "rule" | "dep"): string {
  const letters = Array.from(randomBytes(idLength), (byte) => alphabet[byte % alphabet.length]);
  return `${prefix}_${letters.join("")}`;
}

/** A ticket's code, 39 bits. Not a secret by itself, and unique only by the database. */
export function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  );
  return letters.join("");
}
