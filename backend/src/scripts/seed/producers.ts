import type { LegalForm } from "@cho-lang/shared/domain/producer";
import { compareVietnamese, slug } from "@cho-lang/shared/vietnamese";
import { numberBetween, shuffled } from "./chance";
import { craftOf, FAMILIES, familyOf, nounOf, type Pair } from "./crafts";
import { GOODS, type GoodsFact, SITES, type SiteFact } from "./facts";
import { personName, producerName } from "./names";

/** An invented producer and what it is dealt from the facts. */
export interface DealtProducer {
  handle: string;
  name: string;
  legal_form: LegalForm;
  province_code: string;
  commune_code: string;
  street: string;
  phone: string;
  email: string;
  registration_number: string;
  owner: { name: string; email: string };
  /** What its goods are; null when it only hosts visitors. */
  noun: Pair | null;
  since: number;
  /** Ids of facts. The first site is the village that it belongs to. */
  sites: string[];
  goods: string[];
}

type Draft = Pick<DealtProducer, "sites" | "goods" | "noun"> & {
  key: string;
  province_code: string;
  commune_code: string;
  commune_name: string;
  place: string;
};

/** Most kinds of goods that one producer makes; villages may have more. */
const GOODS_EACH = 3;
/** Most sites that one host without goods shows visitors. */
const SITES_EACH = 2;

/** Shares of legal forms among the programme's producers at the end of 2024; the rest are small. */
export const FORM_SHARES = { cooperative: 0.327, company: 0.241, household: 0.427 } as const;

/** Invents the producers and gives each fact to exactly one of them. The same on every run. */
export function dealProducers(): DealtProducer[] {
  const drafts = [...villageDrafts(), ...goodsDrafts(), ...hostDrafts()].sort((a, b) =>
    compareVietnamese(a.key, b.key),
  );
  const forms = dealForms(drafts);
  return drafts.map((draft, index) => {
    const legal_form = forms.get(draft.key) ?? "household";
    const name = producerName({ index, legal_form, ...draft });
    const handle = slug(name);
    const { province_code, commune_code, noun, sites, goods } = draft;
    return {
      handle,
      name,
      legal_form,
      province_code,
      commune_code,
      street: streetOf(draft),
      // 0900 000 xxx: looks like a mobile number and is nobody's.
      phone: `+84900000${String(index).padStart(3, "0")}`,
      email: `${handle}@example.com`,
      registration_number: `MẪU-${String(numberBetween(`${draft.key}/registration`, { from: 10_000_000, to: 99_999_999 }))}`,
      owner: { name: personName(draft.key, province_code), email: `chu.${handle}@example.com` },
      noun,
      since: numberBetween(`${draft.key}/since`, { from: 1998, to: 2021 }),
      sites,
      goods,
    };
  });
}

/** Villages with goods: one producer makes them and receives the visitors. */
function villageDrafts(): Draft[] {
  return SITES.flatMap((site) => {
    const goods = GOODS.filter(({ village }) => village === site.id);
    const first = goods[0];
    if (!first) return [];
    return [
      {
        ...placeOf(site),
        key: `village/${site.id}`,
        noun: nounOf(goods.map(craftOf)),
        sites: [site.id],
        goods: goods.map(({ id }) => id),
      },
    ];
  });
}

/** Villages without goods: hosts, each with one or two sites of a province. */
function hostDrafts(): Draft[] {
  const left = SITES.filter((site) => !GOODS.some(({ village }) => village === site.id));
  return groupsOf(left, ({ province_code }) => province_code, SITES_EACH).flatMap((sites) => {
    const first = sites[0];
    if (!first) return [];
    return [
      {
        ...placeOf(first),
        key: `host/${first.id}`,
        noun: null,
        sites: sites.map(({ id }) => id),
        goods: [],
      },
    ];
  });
}

/** The other goods: makers of one family of crafts in one province share them out. */
function goodsDrafts(): Draft[] {
  const order = FAMILIES.flatMap(({ crafts }) => crafts);
  const left = GOODS.filter(({ village }) => village === null).sort(
    (a, b) => order.indexOf(craftOf(a)) - order.indexOf(craftOf(b)),
  );
  const keyOf = (goods: GoodsFact) => `${goods.province_code}/${familyOf(craftOf(goods)).noun[1]}`;
  return groupsOf(left, keyOf, GOODS_EACH).flatMap((goods) => {
    const first = goods[0];
    if (!first) return [];
    return [
      {
        key: `goods/${first.id}`,
        province_code: first.province_code,
        commune_code: first.commune_code,
        commune_name: first.commune_name,
        place: first.commune_name,
        noun: nounOf(goods.map(craftOf)),
        sites: [],
        goods: goods.map(({ id }) => id),
      },
    ];
  });
}

/** Entries of one key in groups of nearly equal size, none above `most`. */
function groupsOf<T>(list: readonly T[], keyOf: (entry: T) => string, most: number): T[][] {
  const byKey = new Map<string, T[]>();
  for (const entry of list) {
    byKey.set(keyOf(entry), [...(byKey.get(keyOf(entry)) ?? []), entry]);
  }
  return [...byKey.values()].flatMap((entries) => {
    const count = Math.ceil(entries.length / most);
    const size = Math.ceil(entries.length / count);
    return Array.from({ length: count }, (_, index) =>
      entries.slice(index * size, (index + 1) * size),
    ).filter((group) => group.length > 0);
  });
}

function placeOf(site: SiteFact) {
  const { province_code, commune_code, commune_name, name_vi } = site;
  return {
    province_code,
    commune_code,
    commune_name,
    place: name_vi.charAt(0).toLowerCase() + name_vi.slice(1),
  };
}

/** Legal forms by the programme's shares; the small rest is one of each other form. */
function dealForms(drafts: readonly Draft[]): Map<string, LegalForm> {
  const forms = new Map<string, LegalForm>();
  const order = shuffled("legal-form", drafts, ({ key }) => key);
  const rest: readonly [LegalForm, (draft: Draft) => boolean][] = [
    ["village_board", ({ noun, sites }) => noun === null && sites.length === 1],
    ["farm", ({ noun, sites }) => noun?.[1] === "fruit" && sites.length === 0],
    ["cooperative_group", ({ noun }) => noun?.[1] === "ornamental plants"],
  ];
  for (const [form, fits] of rest) {
    const draft = order.find((entry) => !forms.has(entry.key) && fits(entry));
    if (draft) forms.set(draft.key, form);
  }
  const left = order.filter(({ key }) => !forms.has(key));
  const cooperatives = Math.round(drafts.length * FORM_SHARES.cooperative);
  const companies = Math.round(drafts.length * FORM_SHARES.company);
  // A host of visitors is rather a cooperative; a maker of a family craft rather a household.
  left.sort((a, b) => Number(b.noun === null) - Number(a.noun === null));
  for (const [index, { key }] of left.entries()) {
    const isCompany = index >= cooperatives && index < cooperatives + companies;
    forms.set(key, index < cooperatives ? "cooperative" : isCompany ? "company" : "household");
  }
  return forms;
}

function streetOf(draft: Draft): string {
  const number = numberBetween(`${draft.key}/street`, { from: 1, to: 12 });
  if (draft.commune_name.startsWith("Phường")) return `Tổ dân phố ${number}`;
  if (draft.province_code >= "75") return `Ấp ${number}`;
  return `Thôn ${number}`;
}
