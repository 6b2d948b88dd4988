import type { Language } from "@cho-lang/shared/language";
import { assertVnd, type Vnd } from "@cho-lang/shared/money";
import { toCardinal as readEnglish } from "n2words/en-GB";
import { toCardinal as readVietnamese } from "n2words/vi-VN";

const THOUSAND = 1000;
const MILLION = THOUSAND * THOUSAND;
const BILLION = THOUSAND * MILLION;

/**
 * An amount in words as papers have it: "Một trăm lẻ năm nghìn đồng". From 0 up.
 *
 * @throws RangeError for amounts below 0 and those that are not whole đồng.
 */
export function amountInWords(amount: Vnd, language: Language): string {
  if (assertVnd(amount) < 0) throw new RangeError(`An amount to read is not below 0: ${amount}.`);
  const words = language === "vi" ? `${inVietnamese(amount)} đồng` : `${readEnglish(amount)} dong`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * n2words reads what is below a thousand rightly. Above it leaves out "không trăm", says "lẻ" before
 * tens (10.010 as "mười nghìn lẻ mười") and makes up names beyond nghìn tỷ, so groups are put
 * together here: tỷ, triệu and nghìn, each later group with all of its three digits.
 */
function inVietnamese(amount: number): string {
  if (amount < BILLION) return belowBillion(amount, false);
  const head = `${inVietnamese(Math.floor(amount / BILLION))} tỷ`;
  const rest = amount % BILLION;
  return rest === 0 ? head : `${head} ${belowBillion(rest, true)}`;
}

function belowBillion(amount: number, isAfter: boolean): string {
  const groups = [
    { value: Math.floor(amount / MILLION), name: " triệu" },
    { value: Math.floor(amount / THOUSAND) % THOUSAND, name: " nghìn" },
    { value: amount % THOUSAND, name: "" },
  ].filter(({ value }) => value > 0);
  if (groups.length === 0) return readVietnamese(0);
  return groups
    .map(({ value, name }, index) => group(value, isAfter || index > 0) + name)
    .join(" ");
}

/** One to three digits; after another group the zeros in front are said. */
function group(value: number, isAfter: boolean): string {
  if (!isAfter || value >= 100) return readVietnamese(value);
  return `không trăm ${value < 10 ? "lẻ " : ""}${readVietnamese(value)}`;
}
