import type { Language } from "@cho-lang/shared/language";
import { phrases } from "~/language/phrases";
import { type CheckoutFaults, DETAIL_FIELDS, type DetailField } from "./checkout-values";

/** Whether the backend's name of a field is one of the box. */
export function isDetailField(field: string): field is DetailField {
  return DETAIL_FIELDS.some((each) => each === field);
}

/** The sentence for each field's code; a code that has none gets the field's general one. */
export function wordFaults(
  codes: Partial<Record<DetailField, string>>,
  language: Language,
): CheckoutFaults {
  const { faults, phoneMissing } = phrases(language).checkout;
  const worded: CheckoutFaults = {};
  for (const field of DETAIL_FIELDS) {
    const code = codes[field];
    if (!code) continue;
    const [word = "", count] = code.split(":", 2);
    const sentences: Record<string, string> = faults[field];
    worded[field] =
      field === "phone" && word === "too_short" && count
        ? phoneMissing(Number(count))
        : ((Object.hasOwn(sentences, word) ? sentences[word] : undefined) ?? faults[field].invalid);
  }
  return worded;
}
