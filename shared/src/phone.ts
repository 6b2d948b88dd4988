/** Why a text is not a Vietnamese telephone number. */
export type PhoneProblem = "too_short" | "too_long" | "bad_prefix" | "not_a_number";

/** A number ready to be stored as E.164 ("+84912345678"), or what is wrong with it. */
export type PhoneResult =
  | { ok: true; e164: string }
  | { ok: false; reason: PhoneProblem; missing?: number };

const SIGNS_BETWEEN = /[\s.\-()/]/g;
const MOBILE = /^[35789]/;
const LANDLINE = /^2/;
const TWO_DIGIT_AREAS = /^2[48]/;

/** Digits after the leading zero: 9 for mobiles (09x…), 10 for landlines (02x…). */
const MOBILE_DIGITS = 9;
const LANDLINE_DIGITS = 10;

/**
 * Reads a Vietnamese number as people type it: with 0, +84, 84 or 0084 in front, with spaces,
 * dots, hyphens or brackets. Mobiles begin with 03, 05, 07, 08 or 09 and have 10 digits, landlines
 * begin with 02 and have 11. `missing` says how many digits a number lacks that is too short.
 */
export function parsePhone(text: string): PhoneResult {
  const compact = text.normalize("NFC").replace(SIGNS_BETWEEN, "");
  if (!/^\+?\d+$/.test(compact)) return { ok: false, reason: "not_a_number" };
  const national = withoutPrefix(compact);
  if (national === null) return { ok: false, reason: "bad_prefix" };
  if (national !== "" && !MOBILE.test(national) && !LANDLINE.test(national)) {
    return { ok: false, reason: "bad_prefix" };
  }
  const length = LANDLINE.test(national) ? LANDLINE_DIGITS : MOBILE_DIGITS;
  if (national.length < length) {
    return { ok: false, reason: "too_short", missing: length - national.length };
  }
  if (national.length > length) return { ok: false, reason: "too_long" };
  return { ok: true, e164: `+84${national}` };
}

/** Digits of a number abroad with its country's code: ITU-T E.164 allows 15; fewer than 8 reach nobody. */
const ABROAD = /^(?:\+|00)([1-9]\d*)$/;
const ABROAD_MIN = 8;
const ABROAD_MAX = 15;

/**
 * Reads a visitor's number: a Vietnamese one as `parsePhone` does, or one of another country with +
 * or 00 and the country's code in front. Parcels need a Vietnamese one, visitors do not.
 */
export function parseVisitorPhone(text: string): PhoneResult {
  const compact = text.normalize("NFC").replace(SIGNS_BETWEEN, "");
  const digits = ABROAD.exec(compact)?.[1];
  if (digits === undefined || digits.startsWith("84")) return parsePhone(text);
  if (digits.length < ABROAD_MIN) {
    return { ok: false, reason: "too_short", missing: ABROAD_MIN - digits.length };
  }
  if (digits.length > ABROAD_MAX) return { ok: false, reason: "too_long" };
  return { ok: true, e164: `+${digits}` };
}

/**
 * A stored number as it is read aloud here: "0912 345 678", "024 3825 1234", "0236 382 5123".
 * Anything that is not a Vietnamese number in E.164 comes back as it is.
 */
export function formatPhone(e164: string): string {
  const parsed = parsePhone(e164);
  if (!parsed.ok || parsed.e164 !== e164) return e164;
  const number = `0${e164.slice(3)}`;
  if (MOBILE.test(number.slice(1))) return groups(number, [4, 3, 3]);
  return groups(number, TWO_DIGIT_AREAS.test(number.slice(1)) ? [3, 4, 4] : [4, 3, 4]);
}

/** The digits after the country code or the leading zero; null when there is neither. */
function withoutPrefix(compact: string): string | null {
  const match = /^(?:\+84|0084|84)0?(\d*)$/.exec(compact) ?? /^0(\d*)$/.exec(compact);
  return match?.[1] ?? null;
}

function groups(number: string, lengths: readonly number[]): string {
  let from = 0;
  return lengths
    .map((length) => {
      from += length;
      return number.slice(from - length, from);
    })
    .join(" ");
}
