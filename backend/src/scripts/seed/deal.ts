import type { LocalDate } from "@cho-lang/shared/calendar";
import { communeByCode } from "@cho-lang/shared/communes";
import type { Group, HandlingFlag, Mark, Subgroup } from "@cho-lang/shared/domain/product";
import { parseMeasure, translateUnit } from "@cho-lang/shared/domain/unit";
import type { Measure } from "@cho-lang/shared/money";
import { slug } from "@cho-lang/shared/vietnamese";
import { type DealtCertificate, dealCertificates } from "./certificates";
import { numberBetween } from "./chance";
import { GOODS, type GoodsFact, SECOND_TOURS, SITES, type SiteFact } from "./facts";
import { type DealtProducer, dealProducers } from "./producers";
import {
  formerPlace,
  goodsStory,
  producerStory,
  secondTourStory,
  siteStory,
  type Text,
  tourStory,
  tourTitle,
} from "./stories";

/** Goods or a tour of the demo, ready to be made a product. */
export interface DealtProduct {
  handle: string;
  kind: "goods" | "tour";
  title: Text;
  story: Text;
  /** Handles. */
  producer: string;
  village: string | null;
  province_code: string;
  group: Group;
  subgroup: Subgroup;
  /** Whole đồng, tax included. */
  price_vnd: number;
  unit: Text;
  measure: Measure | null;
  weight_grams: number;
  handling: HandlingFlag[];
  marks: Mark[];
  season_months: number[] | null;
  duration_hours: number | null;
  offering: Text | null;
  /** Ids of drawings, the first for cards. */
  drawings: string[];
  /** Pieces in stock; null for tours. */
  stock: number | null;
}

/** A village of the demo with its texts. */
export interface DealtVillage extends SiteFact {
  handle: string;
  story: Text;
  former_place: string;
  drawing: string;
}

/** A producer with its texts and the drawing of its village or craft. */
export interface ToldProducer extends DealtProducer {
  story: Text;
  /** Handle of its village. */
  village: string | null;
  drawing: string;
}

/** The whole demo. */
export interface Deal {
  villages: DealtVillage[];
  producers: ToldProducer[];
  products: DealtProduct[];
  /** By the product's handle, oldest first. */
  certificates: Map<string, DealtCertificate[]>;
}

/** Goods that are sold out in the demo, so that the empty shelf can be seen. */
const SOLD_OUT_ONE_IN = 40;

/**
 * Deals the whole demo from the facts: every run with the same anchor gives the same result, and
 * only the certificates' dates depend on the anchor.
 */
export function deal(anchor: LocalDate): Deal {
  const producers = dealProducers();
  const sites = new Map(SITES.map((site) => [site.id, site]));
  const goods = new Map(GOODS.map((fact) => [fact.id, fact]));
  const products = producers.flatMap((producer) => [
    ...producer.goods.flatMap((id) => goodsOf(goods.get(id), producer)),
    ...producer.sites.flatMap((id) => toursOf(sites.get(id), producer)),
  ]);
  return {
    villages: SITES.map((site) => ({
      ...site,
      handle: slug(site.name_vi),
      story: siteStory(site),
      former_place: formerPlace(site),
      drawing: `${site.id}-wide`,
    })),
    producers: producers.map((producer) => told(producer, { sites, goods })),
    products,
    certificates: dealCertificates(products, anchor),
  };
}

function goodsOf(fact: GoodsFact | undefined, producer: DealtProducer): DealtProduct[] {
  if (!fact) return [];
  const site = fact.village ? SITES.find(({ id }) => id === fact.village) : undefined;
  return [
    {
      handle: fact.id,
      kind: "goods",
      title: { vi: fact.name_vi, en: fact.name_en },
      story: goodsStory(fact),
      producer: producer.handle,
      village: site ? slug(site.name_vi) : null,
      province_code: fact.province_code,
      group: fact.group,
      subgroup: fact.subgroup,
      price_vnd: fact.price_vnd,
      unit: { vi: fact.unit_vi, en: translateUnit(fact.unit_vi) },
      measure: parseMeasure(fact.unit_vi),
      weight_grams: fact.weight_grams,
      handling: fact.handling,
      marks: fact.marks,
      season_months: fact.season_months,
      duration_hours: null,
      offering: null,
      drawings: [fact.drawing, ...(site ? [site.id, `${site.id}-wide`] : [])],
      stock: stockOf(fact),
    },
  ];
}

function toursOf(site: SiteFact | undefined, producer: DealtProducer): DealtProduct[] {
  if (!site) return [];
  const title = tourTitle(site);
  const shared = {
    kind: "tour",
    producer: producer.handle,
    village: slug(site.name_vi),
    province_code: site.province_code,
    group: "tourism",
    subgroup: "community",
    measure: null,
    weight_grams: 0,
    handling: [] as HandlingFlag[],
    marks: [] as Mark[],
    season_months: null,
    offering: { vi: site.offering_vi, en: site.offering_en },
    stock: null,
  } as const;
  const first: DealtProduct = {
    ...shared,
    handle: slug(title.vi),
    title,
    story: tourStory(site, producer),
    price_vnd: site.price_vnd,
    unit: { vi: "người", en: translateUnit("người") },
    duration_hours: site.duration_hours,
    drawings: [site.id, `${site.id}-wide`],
  };
  const seconds = SECOND_TOURS.filter((tour) => tour.site === site.id).map(
    (tour): DealtProduct => ({
      ...shared,
      handle: tour.id,
      title: { vi: tour.name_vi, en: tour.name_en },
      story: secondTourStory(tour, producer),
      price_vnd: tour.price_vnd,
      unit: { vi: tour.unit_vi, en: translateUnit(tour.unit_vi) },
      duration_hours: site.duration_hours >= 24 ? 24 : 4,
      drawings: [tour.drawing, site.id, `${site.id}-wide`],
    }),
  );
  return [first, ...seconds];
}

function stockOf(fact: GoodsFact): number {
  const pinned = /^ca-phe-(buon-ma-thuot|cu-m-gar)$/.test(fact.id);
  if (!pinned && numberBetween(`${fact.id}/sold-out`, { from: 1, to: SOLD_OUT_ONE_IN }) === 1) {
    return 0;
  }
  const most = fact.price_vnd >= 1_000_000 ? 8 : fact.handling.includes("cold") ? 40 : 160;
  return numberBetween(`${fact.id}/stock`, { from: Math.ceil(most / 5), to: most });
}

function told(
  producer: DealtProducer,
  facts: { sites: Map<string, SiteFact>; goods: Map<string, GoodsFact> },
): ToldProducer {
  const site = facts.sites.get(producer.sites[0] ?? "") ?? null;
  const first = facts.goods.get(producer.goods[0] ?? "");
  const drawing = site?.id ?? first?.drawing;
  if (!drawing) throw new Error(`${producer.handle} was dealt nothing.`);
  const commune_name = communeByCode(producer.commune_code)?.name ?? site?.commune_name ?? "";
  return {
    ...producer,
    story: producerStory({ producer, site, commune_name }),
    village: site ? slug(site.name_vi) : null,
    drawing,
  };
}
