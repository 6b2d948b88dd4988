import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import type { Stars } from "@cho-lang/shared/domain/certification";
import { translateUnit } from "@cho-lang/shared/domain/unit";
import { hashOf, numberBetween, pick } from "./chance";
import { GOODS, type GoodsFact, SITES } from "./facts";
import { inventedName, personName } from "./names";
import { goodsStory, type Text } from "./stories";

/** A synthetic producer of the benchmark's catalog; it has `PRODUCTS_EACH` products. */
interface ScaleProducer {
  handle: string;
  name: string;
  province_code: string;
  commune_code: string;
  owner: { name: string; email: string };
}

/** A synthetic product of the benchmark's catalog. */
export interface ScaleProduct {
  handle: string;
  producer: string;
  kind: "goods" | "tour";
  fact: Pick<GoodsFact, "group" | "subgroup" | "season_months" | "handling" | "marks" | "drawing">;
  title: Text;
  story: Text;
  unit: Text;
  price_vnd: number;
  weight_grams: number;
  duration_hours: number | null;
  stars: Stars;
  decision_number: string;
  decided_on: LocalDate;
}

/** As in the programme: about two certified products for each producer. */
const PRODUCTS_EACH = 2;
const TOUR_ONE_IN = 10;

/** The synthetic producer of this number; the same on every machine. */
export function scaleProducer(index: number): ScaleProducer {
  const seed = `scale/producer/${index}`;
  const fact = pick(seed, GOODS);
  const handle = `thu-nghiem-${String(index + 1).padStart(6, "0")}`;
  return {
    handle,
    name: `Cơ sở ${inventedName(hashOf(seed) % 400)} ${index + 1}`,
    province_code: fact.province_code,
    commune_code: fact.commune_code,
    owner: { name: personName(seed, fact.province_code), email: `chu.${handle}@example.com` },
  };
}

/** The synthetic product of this number, made of facts of its producer's province. */
export function scaleProduct(index: number, anchor: LocalDate): ScaleProduct {
  const seed = `scale/product/${index}`;
  const producer = scaleProducer(Math.floor(index / PRODUCTS_EACH));
  const sites = SITES.filter(({ province_code }) => province_code === producer.province_code);
  const isTour =
    sites.length > 0 && numberBetween(`${seed}/kind`, { from: 1, to: TOUR_ONE_IN }) === 1;
  const number = String(index + 1).padStart(6, "0");
  const score = numberBetween(`${seed}/stars`, { from: 1, to: 1000 });
  const shared = {
    producer: producer.handle,
    stars: (score <= 5 ? 5 : score <= 240 ? 4 : 3) as Stars,
    decision_number: `MẪU-${numberBetween(`${seed}/decision`, { from: 10_000, to: 99_999 })}/QĐ-UBND`,
    // Some of them have run out by now: 36 months are about 1,095 days.
    decided_on: addDays(anchor, -numberBetween(`${seed}/decided`, { from: 10, to: 1150 })),
  };
  const factor = numberBetween(`${seed}/price`, { from: 60, to: 180 });
  const priced = (price: number) => Math.max(1000, Math.round((price * factor) / 100_000) * 1000);
  const name = inventedName(hashOf(`${seed}/name`) % 400);
  if (isTour) {
    const site = pick(seed, sites);
    return {
      ...shared,
      handle: `thu-nghiem-tham-${number}`,
      kind: "tour",
      fact: {
        group: "tourism",
        subgroup: "community",
        season_months: null,
        handling: [],
        marks: [],
        drawing: site.id,
      },
      title: { vi: `Thăm ${site.name_vi} ${name}`, en: `Visit ${site.name_en} ${name}` },
      story: { vi: `${site.offering_vi}.`, en: `${site.offering_en}.` },
      unit: { vi: "người", en: translateUnit("người") },
      price_vnd: priced(site.price_vnd),
      weight_grams: 0,
      duration_hours: site.duration_hours,
    };
  }
  const fact = pick(
    seed,
    GOODS.filter(({ province_code }) => province_code === producer.province_code),
  );
  return {
    ...shared,
    handle: `thu-nghiem-${fact.id}-${number}`,
    kind: "goods",
    fact,
    title: { vi: `${fact.name_vi} ${name}`, en: `${fact.name_en} ${name}` },
    story: goodsStory(fact),
    unit: { vi: fact.unit_vi, en: translateUnit(fact.unit_vi) },
    price_vnd: priced(fact.price_vnd),
    weight_grams: fact.weight_grams,
    duration_hours: null,
  };
}
