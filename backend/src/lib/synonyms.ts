import { foldForSearch } from "@cho-lang/shared/vietnamese";

/**
 * Words that people use for the same thing, north and south, Vietnamese and English; whoever
 * searches for one also finds the others. Written as people write them; engines get them folded.
 */
const EQUAL: readonly (readonly string[])[] = [
  ["trà", "chè", "tea"],
  ["cà phê", "coffee"],
  ["nước mắm", "fish sauce"],
  ["mật ong", "honey"],
  ["gốm", "sứ", "pottery", "ceramic", "ceramics"],
  ["lụa", "silk"],
  ["thổ cẩm", "brocade"],
  ["mây tre đan", "mây tre", "rattan", "bamboo"],
  ["gạo", "rice"],
  ["rượu", "wine", "spirit"],
  ["heo", "lợn", "pork"],
  ["bắp", "ngô", "corn"],
  ["đậu phộng", "lạc", "peanut"],
  ["mè", "vừng", "sesame"],
  ["thơm", "dứa", "pineapple"],
  ["hồ chí minh", "sài gòn", "tphcm", "hcm"],
  ["tour", "tham quan", "du lịch"],
];

/** Found only in this direction: a wide word finds the narrow one, not the other way round. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  "quà tết": ["hộp quà", "mứt", "bánh chưng"],
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
  for (const [from, list] of Object.entries(WIDER)) for (const to of list) add(from, to);
  return new Map([...all].map(([key, values]) => [key, [...values]]));
}
