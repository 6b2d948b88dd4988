import craftsJson from "../../data/crafts.json";
import type { GoodsFact } from "./facts";

export type Pair = readonly [vi: string, en: string];

/** What is said about everything made by one craft. */
export interface Craft {
  /** Stands in a producer's name: "HTX Trà …". */
  noun: Pair;
  /** How it is made; one of them is told. */
  making: readonly Pair[];
  /** How to keep or use it. */
  use: Pair;
}

export type CraftName = keyof typeof craftsJson;

/** The texts of each craft. */
export const CRAFTS = craftsJson as unknown as Readonly<Record<CraftName, Craft>>;

/** Trades that one small producer may follow together, and what they are called together. */
export const FAMILIES: readonly { noun: Pair; crafts: readonly CraftName[] }[] = [
  {
    noun: ["Nông sản", "farm produce"],
    crafts: [
      "coffee",
      "cocoa",
      "tea",
      "herbal-tea",
      "remedy",
      "oil",
      "fruit",
      "preserve",
      "honey",
      "rice",
      "noodles",
      "rice-paper",
      "sweets",
      "seasoning",
    ],
  },
  { noun: ["Thực phẩm", "foods"], crafts: ["fish-sauce", "seafood", "bird-nest", "dairy"] },
  {
    noun: ["Thủ công", "handicrafts"],
    crafts: ["pottery", "lacquer", "sedge", "rattan", "incense", "silk", "brocade"],
  },
  { noun: ["Rượu", "spirits"], crafts: ["spirit"] },
  { noun: ["Hoa kiểng", "ornamental plants"], crafts: ["plant"] },
];

/** What a producer of these crafts is called by: their own word, or the family's for several. */
export function nounOf(crafts: readonly CraftName[]): Pair {
  const [first] = crafts;
  if (!first) throw new RangeError("A noun needs at least one craft.");
  if (crafts.every((craft) => craft === first)) return CRAFTS[first].noun;
  return familyOf(first).noun;
}

/** The family that a craft belongs to. */
export function familyOf(craft: CraftName): (typeof FAMILIES)[number] {
  const family = FAMILIES.find(({ crafts }) => crafts.includes(craft));
  if (!family) throw new Error(`${craft} belongs to no family.`);
  return family;
}

/** Drawings whose craft the subgroup alone does not tell. */
const BY_DRAWING: readonly (readonly [RegExp, CraftName])[] = [
  [/^fish-sauce/, "fish-sauce"],
  [/^(cocoa|chocolate)$/, "cocoa"],
  [/^rice-paper/, "rice-paper"],
  [/^(birds-nest|nest-drink|swiftlet-cliff)$/, "bird-nest"],
  [/vase|dinnerware|tea-set|jade-set/, "pottery"],
  [/lacquer/, "lacquer"],
  [/sedge/, "sedge"],
  [/rattan|lamp/, "rattan"],
  [/incense/, "incense"],
  [/silk|damask/, "silk"],
  [/peanuts/, "rice"],
];

const BY_SUBGROUP: Readonly<Partial<Record<GoodsFact["subgroup"], CraftName>>> = {
  tea: "tea",
  "herbal-tea": "herbal-tea",
  "coffee-cocoa": "coffee",
  grain: "rice",
  "processed-grain": "noodles",
  "fresh-produce": "fruit",
  "fresh-animal": "dairy",
  honey: "honey",
  snack: "sweets",
  "processed-meat-seafood": "seafood",
  "processed-other": "preserve",
  "processed-fruit-veg": "preserve",
  "condiment-liquid": "seasoning",
  "condiment-other": "seasoning",
  "spirit-white": "spirit",
  "non-alcoholic": "bird-nest",
  functional: "remedy",
  "essential-oil": "oil",
  textile: "brocade",
  flower: "plant",
  plant: "plant",
};

/** The craft of goods: by the drawing where that tells more, else by the product set. */
export function craftOf(goods: Pick<GoodsFact, "drawing" | "subgroup">): CraftName {
  if (goods.subgroup !== "tea") {
    const found = BY_DRAWING.find(([pattern]) => pattern.test(goods.drawing));
    if (found) return found[1];
  }
  const craft = BY_SUBGROUP[goods.subgroup];
  if (!craft) throw new Error(`No craft is known for ${goods.subgroup}.`);
  return craft;
}
