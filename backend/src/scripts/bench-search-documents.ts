import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import { fold } from "@cho-lang/shared/vietnamese";
import { type CatalogDocument, catalogDocument } from "../reports/catalog-documents";
import { DRAWINGS, GOODS } from "./seed/facts";
import { inventedName } from "./seed/names";
import { scaleProducer, scaleProduct } from "./seed/scale-deal";

const ONSETS = "b c ch d đ g gh gi h kh l m n ng ngh nh ph qu r s t th tr v x".split(" ");
const RIMES =
  "a an ang anh ao at ach am ăn ăng ăm âm ân âng âu ây e en ên ênh eo i in inh iên iêng iêm iêu o on ong oan oai ôn ông ôi ơn ơi u un ung uôn uông uôi ươn ương ươi ưng ưa".split(
    " ",
  );
/** None, falling, rising, dipping, broken and heavy, as combining marks. */
const TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const VOWEL = /[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/;

/** Syllables that can be written in Vietnamese, in a mixed order that stands for their rank. */
const SYLLABLES = ONSETS.flatMap((onset) =>
  RIMES.flatMap((rime) =>
    TONES.map((tone) => (onset + rime).replace(VOWEL, `$&${tone}`).normalize("NFC")),
  ),
)
  .map((word, index) => ({ word, rank: Math.imul(index + 1, 2_654_435_761) >>> 0 }))
  .sort((a, b) => a.rank - b.rank)
  .map(({ word }) => word)
  .slice(0, 5000);

/** Numbers from 0 up to 1, the same on every machine. */
export function chance(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function oneOf<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}

/** Few words are everywhere and most are rare: the n-th is met about 1/n as often as the first. */
export function zipfWord(next: () => number): string {
  return SYLLABLES[Math.floor(SYLLABLES.length ** next()) - 1] ?? "";
}

function zipfWords(count: number, next: () => number): string {
  return Array.from({ length: count }, () => zipfWord(next)).join(" ");
}

/**
 * The synthetic document of this number, as the catalog makes it: a real kind of goods or visit,
 * with an invented brand and maker, and a story of real sentences and thirty words more.
 */
export function benchDocument(index: number, today: LocalDate): CatalogDocument {
  const next = chance(index);
  const product = scaleProduct(index, today);
  const producer = scaleProducer(Math.floor(index / 2));
  const drawing = DRAWINGS.get(product.fact.drawing);
  const units = { unit_vi: product.unit.vi, unit_en: product.unit.en };
  const document = catalogDocument(
    {
      id: `prod_${fold(inventedName(index % 400)).replace(" ", "")}${String(index).padStart(8, "0")}`,
      handle: product.handle,
      title: `${product.title.vi} ${zipfWord(next)}`,
      title_en: product.title.en,
      description: `${product.story.vi} ${zipfWords(30, next)}`,
      description_en: product.story.en,
      thumbnail: drawing ? `/static/${drawing.file}` : null,
      type: product.kind,
      metadata: {
        ...units,
        group: product.fact.group,
        subgroup: product.fact.subgroup,
        season_months: product.fact.season_months,
        duration_hours: product.duration_hours,
      },
      created: 1_700_000_000 + Math.floor(next() * 60_000_000),
      producer_handle: producer.handle,
      producer_name: `Cơ sở ${producer.owner.name} ${zipfWords(2, chance(-producer.handle.length - index))}`,
      province_code: producer.province_code,
      village_handle: null,
      village_name: null,
      village_name_en: null,
      village_craft: null,
      village_province: null,
      village_lat: 9 + next() * 13,
      village_lng: 103 + next() * 6,
      price: String(product.price_vnd),
      variant_metadata: units,
      in_stock: next() < 0.95,
      certificates: [
        {
          status: "verified",
          stars: product.stars,
          decided_on: product.decided_on,
          expires_on: addDays(product.decided_on, 1096),
          revoked_on: null,
        },
      ],
    },
    today,
  );
  if (!document) throw new Error(`The synthetic product ${index} is nowhere in the catalog.`);
  return document;
}

/** The kinds of goods that documents were made of, which shoppers look for. */
export const KINDS = GOODS.map(({ name_vi, group, province_code }) => ({
  name: name_vi,
  group,
  province: province_code,
}));
