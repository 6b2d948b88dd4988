import { foldForSearch } from "@cho-lang/shared/vietnamese";

/**
 * Words that people use for the same thing, north and south, Vietnamese and English; whoever
 * searches for one also finds the others. Written as people write them; engines get them folded.
 * Because folded words have many meanings ("sứ" is also "su", "lụa" also "lúa"), a short Vietnamese
 * word stands here only when its other meanings are rare; the rest only lead away, in LEADS.
 */
const EQUAL: readonly (readonly string[])[] = [
  ["trà", "chè", "tea"],
  ["ô long", "oolong"],
  ["cà phê", "cafe", "coffee"],
  ["ca cao", "cocoa"],
  ["sô cô la", "socola", "chocolate"],
  ["nước mắm", "fish sauce"],
  ["mắm tôm", "shrimp paste"],
  ["mật ong", "honey"],
  ["gốm", "pottery", "ceramic", "ceramics"],
  ["thổ cẩm", "brocade"],
  ["sơn mài", "lacquer"],
  ["mây tre đan", "mây tre", "rattan", "bamboo"],
  ["gạo", "rice"],
  ["bánh tráng", "bánh đa nem", "rice paper"],
  ["rượu", "wine", "spirit"],
  ["heo", "thịt lợn", "pork"],
  ["lạp xưởng", "lạp sườn", "sausage"],
  ["ruốc", "chà bông", "floss"],
  ["bắp", "ngô", "corn"],
  ["đậu phộng", "peanut", "peanuts"],
  ["hạt điều", "cashew", "cashews"],
  ["mè", "vừng", "sesame"],
  ["dứa", "pineapple"],
  ["atisô", "actisô", "artichoke"],
  ["mãng cầu", "custard apple"],
  ["yến sào", "tổ yến", "bird's nest"],
  ["hồ chí minh", "sài gòn", "saigon", "tphcm", "hcm"],
  ["buôn ma thuột", "buôn mê thuột", "ban mê", "bmt"],
  ["tour", "tham quan", "du lịch"],
  ["homestay", "nhà dân", "một đêm"],
];

/** Found only in this direction: a wide or ambiguous word finds the others, not they it. */
const LEADS: Readonly<Record<string, readonly string[]>> = {
  sứ: ["gốm"],
  lụa: ["silk"],
  lợn: ["heo", "pork"],
  lạc: ["đậu phộng", "peanut", "peanuts"],
  thơm: ["dứa", "pineapple"],
  na: ["mãng cầu", "custard apple"],
  quế: ["cinnamon"],
  miến: ["vermicelli"],
  cói: ["sedge"],
  hương: ["nhang", "incense"],
  nhang: ["tăm hương", "hương trầm", "hương thảo mộc", "incense"],
  "đậu phộng": ["kẹo lạc", "lạc rang", "lạc nhân", "lạc sen"],
  "mắm ruốc": ["mắm tôm"],
  quýt: ["cam sành"],
  "trải nghiệm": ["du lịch"],
  class: ["workshop", "visit"],
  workshop: ["class", "visit"],
  "quà tết": [
    "hộp quà",
    "mứt",
    "bánh chưng",
    "bánh đậu xanh",
    "mè xửng",
    "hạt điều",
    "yến sào",
    "trà sen",
    "mai vàng",
  ],
};

export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Per folded phrase the other folded phrases that count as it. */
export const SYNONYMS: Synonyms = collect();

function collect(): Synonyms {
  const all = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const [key, value] = [foldForSearch(from), foldForSearch(to)];
    if (key === value) return;
    all.set(key, (all.get(key) ?? new Set()).add(value));
  };
  for (const group of EQUAL) for (const from of group) for (const to of group) add(from, to);
  for (const [from, list] of Object.entries(LEADS)) for (const to of list) add(from, to);
  return new Map([...all].map(([key, values]) => [key, [...values]]));
}
