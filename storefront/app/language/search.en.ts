import { formatNumber } from "@cho-lang/shared/money";
import type { Phrases } from "./vi";

const number = (value: number) => formatNumber(value, "en");

export const search = {
  suggestions: "Suggestions",
  types: {
    text: "Did you mean",
    product: "Goods",
    tour: "Village visits",
    producer: "Makers",
    village: "Villages",
    category: "Product groups",
    province: "Provinces and cities",
  },
  count: (count) => (count === 1 ? "1 result" : `${number(count)} results`),
  all: (text) => `All results for “${text}”`,
  found: (count) =>
    count === 0 ? "No suggestions" : count === 1 ? "1 suggestion" : `${number(count)} suggestions`,
} satisfies Phrases["search"];
