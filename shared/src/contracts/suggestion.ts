import { z } from "zod";
import { textMark } from "./catalog";

/** Longest text in UTF-16 units; how many suggestions of one type, and of all types together. */
export const suggestionLimits = { q: 80, each: 4, all: 10 } as const;

/**
 * Answer of `GET /store/catalog/suggest?q=&lang=` for the search box: what begins like the text,
 * at most `suggestionLimits.each` of a type and `all` together, in the order in which to show
 * them. Less than two letters answer nothing.
 */
export const catalogSuggestions = z.object({
  q: z.string(),
  suggestions: z.array(
    z.object({
      /** `category` is a group or subgroup of goods; `text` another spelling to search for. */
      type: z.enum(["text", "product", "tour", "producer", "village", "category", "province"]),
      /** A handle; of a category "group=food" or "subgroup=tea"; a province's code; a text's own words. */
      value: z.string(),
      title: z.string(),
      title_marks: z.array(textMark),
      /** What tells it from its namesakes: the maker of a product, the province of a village. */
      note: z.string().nullable(),
      /** Goods and visits behind a producer, village, category or province; null for the others. */
      count: z.int().nullable(),
      thumbnail: z.object({ url: z.string(), width: z.int(), height: z.int() }).nullable(),
    }),
  ),
});

export type CatalogSuggestions = z.infer<typeof catalogSuggestions>;
