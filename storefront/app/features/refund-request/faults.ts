import type { Language } from "@cho-lang/shared/language";
import { phrases } from "~/language/phrases";
import { REQUEST_FIELDS, type RequestFaults } from "./request-values";

/** The sentence for each part's code; a code that has none gets the part's general one. */
export function wordRequestFaults(codes: RequestFaults, language: Language): RequestFaults {
  const { faults } = phrases(language).refundRequest;
  const worded: RequestFaults = {};
  for (const field of REQUEST_FIELDS) {
    const code = codes[field];
    if (!code) continue;
    const sentences: Record<string, string> = faults[field];
    worded[field] =
      (Object.hasOwn(sentences, code) ? sentences[code] : undefined) ?? faults[field].missing;
  }
  return worded;
}
