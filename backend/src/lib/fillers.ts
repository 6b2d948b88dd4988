import { foldForSearch } from "@cho-lang/shared/vietnamese";

/** What people add that says nothing of what they look for; in a market everything is for sale. */
const PHRASES = [
  "đặc sản",
  "sản vật",
  "sản phẩm",
  "chính gốc",
  "chính hãng",
  "giá rẻ",
  "giá",
  "mua",
  "bán",
  "ở đâu",
  "ngon nhất",
  "ngon",
  "specialty",
  "specialties",
  "speciality",
  "local",
  "best",
  "buy",
  "cheap",
  "price",
].map((phrase) => foldForSearch(phrase).split(" "));

/** Places of folded words that say nothing where not all words can be had. */
export function fillerPlaces(words: readonly string[]): Set<number> {
  const places = new Set<number>();
  for (let from = 0; from < words.length; from += 1) {
    for (const phrase of PHRASES) {
      if (!phrase.every((word, place) => words[from + place] === word)) continue;
      for (let place = 0; place < phrase.length; place += 1) places.add(from + place);
    }
  }
  return places;
}
