import type { Language, Phrase } from "../language";

/** Goods are sent, tours are visited. */
export const PRODUCT_KINDS = ["product", "tour"] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

/** The kinds of product in words. */
export const PRODUCT_KIND_LABELS: Readonly<Record<ProductKind, Phrase>> = {
  product: { vi: "Sản vật", en: "Goods" },
  tour: { vi: "Đi làng", en: "Village visits" },
};

/** One kind of product in words. */
export function productKindLabel(kind: ProductKind, language: Language): string {
  return PRODUCT_KIND_LABELS[kind][language];
}

/** The six groups of the programme (Decision 919/QĐ-TTg, Decision 148/QĐ-TTg annex I). */
export const GROUPS = [
  "food",
  "beverage",
  "herbal",
  "handicraft",
  "ornamental",
  "tourism",
] as const;
export type Group = (typeof GROUPS)[number];

/** The groups in words; names longer than a filter has room for are shortened. */
export const GROUP_LABELS: Readonly<Record<Group, Phrase>> = {
  food: { vi: "Thực phẩm", en: "Food" },
  beverage: { vi: "Đồ uống", en: "Beverages" },
  herbal: { vi: "Dược liệu", en: "Medicinal herbs" },
  handicraft: { vi: "Thủ công mỹ nghệ", en: "Handicrafts" },
  ornamental: { vi: "Sinh vật cảnh", en: "Ornamental plants and animals" },
  tourism: { vi: "Du lịch cộng đồng, sinh thái", en: "Community and eco-tourism" },
};

/** One group in words. */
export function groupLabel(group: Group, language: Language): string {
  return GROUP_LABELS[group][language];
}

/** Whether a value from outside is a group's code. */
export function isGroup(value: unknown): value is Group {
  return GROUPS.some((group) => group === value);
}

/**
 * The product sets of Decision 148/QĐ-TTg annex I, in its order. The set of processed meat,
 * seafood, honey and other food is divided in two, because shoppers look for them apart.
 */
const SUBGROUP_TABLE = {
  "fresh-produce": {
    group: "food",
    vi: "Rau, củ, quả, hạt tươi",
    en: "Fresh vegetables, fruit and nuts",
  },
  "fresh-animal": {
    group: "food",
    vi: "Thịt, thủy sản, trứng, sữa tươi",
    en: "Fresh meat, seafood, eggs and milk",
  },
  grain: { group: "food", vi: "Gạo, ngũ cốc, hạt sơ chế", en: "Rice, cereals and grains" },
  honey: { group: "food", vi: "Mật ong, nông sản khác", en: "Honey and other farm produce" },
  snack: { group: "food", vi: "Đồ ăn nhanh, bánh kẹo", en: "Snacks and sweets" },
  "processed-grain": {
    group: "food",
    vi: "Chế biến từ gạo, ngũ cốc",
    en: "Made from rice and cereals",
  },
  "processed-fruit-veg": {
    group: "food",
    vi: "Chế biến từ rau, củ, quả, hạt",
    en: "Made from vegetables, fruit and nuts",
  },
  "processed-meat-seafood": {
    group: "food",
    vi: "Chế biến từ thịt, thủy sản, trứng, sữa",
    en: "Made from meat, seafood, eggs and milk",
  },
  "processed-other": {
    group: "food",
    vi: "Thực phẩm chế biến khác",
    en: "Other processed food",
  },
  "condiment-liquid": {
    group: "food",
    vi: "Tương, nước mắm, gia vị lỏng",
    en: "Fish sauce, soy paste and liquid seasonings",
  },
  "condiment-other": { group: "food", vi: "Gia vị khác", en: "Other seasonings" },
  tea: { group: "food", vi: "Chè (trà)", en: "Tea" },
  "herbal-tea": { group: "food", vi: "Trà từ thực vật khác", en: "Herbal infusions" },
  "coffee-cocoa": { group: "food", vi: "Cà phê, ca cao", en: "Coffee and cocoa" },
  "spirit-white": { group: "beverage", vi: "Rượu trắng", en: "White spirits" },
  "alcohol-other": { group: "beverage", vi: "Đồ uống có cồn khác", en: "Other alcoholic drinks" },
  water: {
    group: "beverage",
    vi: "Nước khoáng, nước uống tinh khiết",
    en: "Mineral and purified water",
  },
  "non-alcoholic": {
    group: "beverage",
    vi: "Đồ uống không cồn khác",
    en: "Other non-alcoholic drinks",
  },
  functional: {
    group: "herbal",
    vi: "Thực phẩm chức năng, thuốc từ dược liệu",
    en: "Food supplements and herbal medicine",
  },
  cosmetic: { group: "herbal", vi: "Mỹ phẩm từ thảo dược", en: "Herbal cosmetics" },
  "essential-oil": {
    group: "herbal",
    vi: "Tinh dầu và dược liệu khác",
    en: "Essential oils and other herbs",
  },
  "household-decor": {
    group: "handicraft",
    vi: "Đồ gia dụng, trang trí",
    en: "Household goods and decor",
  },
  textile: { group: "handicraft", vi: "Vải, may mặc", en: "Textiles and garments" },
  flower: { group: "ornamental", vi: "Hoa", en: "Flowers" },
  plant: { group: "ornamental", vi: "Cây cảnh", en: "Ornamental plants and bonsai" },
  animal: { group: "ornamental", vi: "Động vật cảnh", en: "Ornamental animals" },
  community: {
    group: "tourism",
    vi: "Du lịch cộng đồng, điểm du lịch",
    en: "Community tourism and sites",
  },
} as const satisfies Readonly<Record<string, Phrase & { group: Group }>>;

export type Subgroup = keyof typeof SUBGROUP_TABLE;

/** Every subgroup's code, in the order of the decision. */
export const SUBGROUPS = Object.keys(SUBGROUP_TABLE) as readonly Subgroup[];

/** Whether a value from outside is a subgroup's code. */
export function isSubgroup(value: unknown): value is Subgroup {
  return typeof value === "string" && Object.hasOwn(SUBGROUP_TABLE, value);
}

/** The group that a subgroup belongs to. */
export function groupOf(subgroup: Subgroup): Group {
  return SUBGROUP_TABLE[subgroup].group;
}

/** The subgroups of a group, in the order of the decision. */
export function subgroupsOf(group: Group): Subgroup[] {
  return SUBGROUPS.filter((subgroup) => SUBGROUP_TABLE[subgroup].group === group);
}

/** One subgroup in words. */
export function subgroupLabel(subgroup: Subgroup, language: Language): string {
  return SUBGROUP_TABLE[subgroup][language];
}

/** What a parcel or a sale has to mind. */
export const HANDLING_FLAGS = ["fragile", "cold", "live", "alcohol", "supplement"] as const;
export type HandlingFlag = (typeof HANDLING_FLAGS)[number];

/**
 * The flags as a shopper reads them. Alcohol is sold to adults only; the line on supplements is
 * required by law on every advertisement of group III goods.
 */
export const HANDLING_LABELS: Readonly<Record<HandlingFlag, Phrase>> = {
  fragile: { vi: "Hàng dễ vỡ", en: "Fragile" },
  cold: { vi: "Cần giữ lạnh", en: "Keep cold" },
  live: { vi: "Cây, con sống", en: "Live plant or animal" },
  alcohol: { vi: "Chỉ bán cho người từ 18 tuổi", en: "For people aged 18 and over" },
  supplement: {
    vi: "Thực phẩm này không phải là thuốc, không có tác dụng thay thế thuốc chữa bệnh",
    en: "This food is not a medicine and does not replace one",
  },
};

/** One handling flag in words. */
export function handlingLabel(flag: HandlingFlag, language: Language): string {
  return HANDLING_LABELS[flag][language];
}

/** Whether a value from outside is a handling flag. */
export function isHandlingFlag(value: unknown): value is HandlingFlag {
  return HANDLING_FLAGS.some((flag) => flag === value);
}

/** Marks of quality besides the stars. */
export const MARKS = ["gi", "organic"] as const;
export type Mark = (typeof MARKS)[number];

/** The marks of quality in words. */
export const MARK_LABELS: Readonly<Record<Mark, Phrase>> = {
  gi: { vi: "Chỉ dẫn địa lý", en: "Geographical indication" },
  organic: { vi: "Hữu cơ", en: "Organic" },
};

/** One mark of quality in words. */
export function markLabel(mark: Mark, language: Language): string {
  return MARK_LABELS[mark][language];
}

/** Whether a value from outside is a mark of quality. */
export function isMark(value: unknown): value is Mark {
  return MARKS.some((mark) => mark === value);
}
