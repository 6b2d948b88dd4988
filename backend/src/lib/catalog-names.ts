import {
  GROUPS,
  groupLabel,
  groupOf,
  SUBGROUPS,
  subgroupLabel,
} from "@cho-lang/shared/domain/product";
import { PROVINCES, type Province, provinceByCode, provinceName } from "@cho-lang/shared/geography";
import type { LANGUAGES, Phrase } from "@cho-lang/shared/language";
import {
  type CatalogCount,
  type CatalogTable,
  catalogCounts,
  catalogTable,
  type MakerName,
  producerNames,
  villageNames,
} from "../reports/catalog-suggest";
import { type Spelling, spelling } from "./name-match";

/** Something with a name behind which the catalog has goods or visits. */
export type CatalogName = {
  type: "producer" | "village" | "category" | "province";
  /** As in the contract of suggestions. */
  value: string;
  title: Phrase;
  /** Names by which it is met; one may say more than the title does. */
  spellings: readonly (Spelling & { note?: Phrase })[];
  note: Phrase | null;
  count: number;
};

/** The names of one state of the catalog, and where its titles are. */
export type CatalogNames = { table: CatalogTable; names: readonly CatalogName[] };

/** Milliseconds until the catalog is asked again whether it changed. */
const PAUSE = 2000;
/** Reading the names anew takes at most one part in so many of the time, while typing goes on. */
const SHARE = 20;
/** Prepared names that are kept; more of them would be those of long ago. */
const MOST_PREPARED = 50_000;

let held: CatalogNames | null = null;
/** Prepared names by what they are; most stay as they were from one reading to the next. */
const prepared = new Map<string, Spelling>();
let askAgainAt = 0;
let reading: Promise<void> | null = null;

/**
 * The names of everything that shoppers can see something of; null before the catalog was filled
 * for the first time. Kept in memory and read anew, while others are served the old ones, when the
 * catalog changed: a few seconds old at most while somebody asks. `isGone` says that the table of
 * the last answer does not exist any more.
 */
export async function catalogNames(isGone = false): Promise<CatalogNames | null> {
  if (isGone) held = null;
  if (held === null || performance.now() >= askAgainAt) {
    reading ??= read().finally(() => {
      reading = null;
    });
    if (held === null) await reading;
    // Whoever is served the old names needs no new ones; the next one asks again.
    else reading.catch(() => undefined);
  }
  return held;
}

async function read(): Promise<void> {
  const started = performance.now();
  askAgainAt = started + PAUSE;
  const table = await catalogTable();
  if (table === null || (held?.table.name === table.name && held.table.revision === table.revision))
    return;
  const [counts, producers, villages] = await Promise.all([
    catalogCounts(table),
    producerNames(),
    villageNames(),
  ]);
  held = { table, names: namesOf({ counts, producers, villages }) };
  const ended = performance.now();
  askAgainAt = ended + Math.max(PAUSE, (ended - started) * SHARE);
}

/** The names with something behind them. */
export function namesOf({
  counts,
  producers,
  villages,
}: {
  counts: readonly CatalogCount[];
  producers: readonly MakerName[];
  villages: readonly (MakerName & { name_en: string | null })[];
}): CatalogName[] {
  const counted = (field: Exclude<keyof CatalogCount, "count">) =>
    new Map(counts.flatMap((row) => (row[field] === null ? [] : [[row[field], row.count]])));
  const byProducer = counted("producer");
  const byVillage = counted("village");
  const byProvince = counted("province");
  const byGroup = counted("group");
  const bySubgroup = counted("subgroup");
  const makers = [
    ...producers.map((row) => ({ ...row, type: "producer" as const, name_en: null })),
    ...villages.map((row) => ({ ...row, type: "village" as const })),
  ];
  return [
    ...makers.map(({ type, handle, name, name_en, province_code }): CatalogName => {
      const title = { vi: name, en: name_en ?? name };
      const count = (type === "producer" ? byProducer : byVillage).get(handle) ?? 0;
      const province = provinceByCode(province_code);
      const note = province && provinceTitle(province);
      return { type, value: handle, title, spellings: spellingsOf(title), note, count };
    }),
    ...PROVINCES.map((province) => provinceEntry(province, byProvince.get(province.code) ?? 0)),
    ...GROUPS.map((group): CatalogName => {
      const title = inBoth((language) => groupLabel(group, language));
      const count = byGroup.get(group) ?? 0;
      const spellings = spellingsOf(title);
      return { type: "category", value: `group=${group}`, title, spellings, note: null, count };
    }),
    ...SUBGROUPS.filter((subgroup) => groupOf(subgroup) !== "tourism").map(
      (subgroup): CatalogName => {
        const title = inBoth((language) => subgroupLabel(subgroup, language));
        const note = inBoth((language) => groupLabel(groupOf(subgroup), language));
        const count = bySubgroup.get(subgroup) ?? 0;
        const value = `subgroup=${subgroup}`;
        return { type: "category", value, title, spellings: spellingsOf(title), note, count };
      },
    ),
  ].filter(({ count }) => count > 0);
}

function provinceEntry(province: Province, count: number): CatalogName {
  const title = provinceTitle(province);
  const own = spellingsOf({ vi: province.full_name_vi, en: title.en });
  const former = province.former
    .filter((name) => name !== province.name_vi)
    .map((name) => ({
      ...spelling(name),
      note: { vi: `gồm ${name} trước đây`, en: `includes the former ${name}` },
    }));
  const spellings = [...spellingsOf(title), ...own, ...former];
  return { type: "province", value: province.code, title, spellings, note: null, count };
}

function provinceTitle(province: Province): Phrase {
  return inBoth((language) => provinceName(province, language));
}

function spellingsOf({ vi, en }: Phrase): Spelling[] {
  return vi === en ? [prepare(vi)] : [prepare(vi), prepare(en)];
}

function prepare(name: string): Spelling {
  const known = prepared.get(name) ?? spelling(name);
  if (prepared.size < MOST_PREPARED) prepared.set(name, known);
  return known;
}

function inBoth(name: (language: (typeof LANGUAGES)[number]) => string): Phrase {
  return { vi: name("vi"), en: name("en") };
}
