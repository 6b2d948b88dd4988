/** Weights of the first nine digits; the tenth is 10 less the weighted sum's rest by 11. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;
const MODULUS = 11;

const BASE_DIGITS = 10;
const BRANCH_DIGITS = 13;
const PERSON_DIGITS = 12;
/** Codes of provinces in numbers of citizens, old and new. */
const LAST_PROVINCE = 96;

const SIGNS_BETWEEN = /[\s.]/g;
const HYPHENS = /[-‐‑–]/g;

/**
 * A Vietnamese tax number (mã số thuế) as it is stored, or null when it can't be one. Spaces, dots
 * and hyphens in what was typed do not matter.
 *
 * - 10 digits, "0100109106": two for the province, seven that count from 0000001, one that checks.
 * - 13 digits, "0100109106-011": such a number and a branch or unit from 001 to 999, stored with
 *   the hyphen.
 * - 12 digits: a citizen's own number (số định danh cá nhân), which is the tax number of persons and
 *   household businesses since 1 July 2025. It has no check digit: only its province is looked at,
 *   and it has no hyphen, so that a branch that lacks a digit is not taken for a person.
 *
 * Shape: Circulars 105/2020/TT-BTC and 86/2024/TT-BTC, article 5. The check digit is of the tax
 * office's own practice since 1998; weights as in python-stdnum's `vn.mst`, and tried here on
 * numbers of known companies. It shows every wrong digit and every swap of neighbours among the
 * first nine.
 */
export function parseTaxNumber(typed: string): string | null {
  const dense = typed.replace(SIGNS_BETWEEN, "");
  const text = dense.replace(HYPHENS, "");
  if (!/^[0-9]+$/.test(text)) return null;
  if (text.length === PERSON_DIGITS) return dense === text && isCitizensNumber(text) ? text : null;
  if (text.length !== BASE_DIGITS && text.length !== BRANCH_DIGITS) return null;
  const base = text.slice(0, BASE_DIGITS);
  const branch = text.slice(BASE_DIGITS);
  if (!isChecked(base) || branch === "000") return null;
  return branch ? `${base}-${branch}` : base;
}

/** Zero is 10 less a rest of 10; nine digits whose rest is 0 have no check digit and are not used. */
function isChecked(base: string): boolean {
  if (base.startsWith("00") || base.slice(2, 9) === "0000000") return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(base[index]), 0);
  return 10 - (sum % MODULUS) === Number(base[9]);
}

function isCitizensNumber(text: string): boolean {
  const province = Number(text.slice(0, 3));
  return province >= 1 && province <= LAST_PROVINCE;
}
