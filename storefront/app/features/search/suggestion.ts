import type { TextMark } from "@cho-lang/shared/contracts/catalog";
import type { CatalogSuggestions } from "@cho-lang/shared/contracts/suggestion";

export type Suggestion = CatalogSuggestions["suggestions"][number];

/** Where a suggestion leads, as an address without its language. */
export function suggestionPath({ type, value }: Pick<Suggestion, "type" | "value">): string {
  const text = encodeURIComponent(value);
  switch (type) {
    case "text":
      return `/products?q=${text}`;
    case "product":
      return `/products/${text}`;
    case "tour":
      return `/tours/${text}`;
    case "producer":
      return `/producers/${text}`;
    case "village":
      return `/villages/${text}`;
    case "province":
      return `/products?province=${text}`;
    case "category":
      return value === "group=tourism" ? "/tours" : `/products?${new URLSearchParams(value)}`;
  }
}

/** Suggestions of one type stand together, types in the order in which they first appear. */
export function byType(suggestions: readonly Suggestion[]): [Suggestion["type"], Suggestion[]][] {
  const groups = new Map<Suggestion["type"], Suggestion[]>();
  for (const suggestion of suggestions) {
    const group = groups.get(suggestion.type);
    if (group) group.push(suggestion);
    else groups.set(suggestion.type, [suggestion]);
  }
  return [...groups];
}

/** The text in parts, in order: what the searched words met, and what lies between. */
export function markedParts(
  text: string,
  marks: readonly TextMark[],
): { at: number; text: string; isMet: boolean }[] {
  const parts: { at: number; text: string; isMet: boolean }[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    parts.push({ at: end, text: text.slice(end, from), isMet: false });
    parts.push({ at: from, text: text.slice(from, to), isMet: true });
    end = to;
  }
  parts.push({ at: end, text: text.slice(end), isMet: false });
  return parts.filter((part) => part.text !== "");
}
