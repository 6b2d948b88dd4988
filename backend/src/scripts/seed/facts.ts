import type { GuideLanguage, UnitKind } from "@cho-lang/shared/domain/booking";
import type { Group, HandlingFlag, Mark, Subgroup } from "@cho-lang/shared/domain/product";
import type { VillageKind } from "@cho-lang/shared/domain/village";
import goodsJson from "../../data/goods.json";
import picturesJson from "../../data/pictures.json";
import secondToursJson from "../../data/second-tours.json";
import sitesJson from "../../data/sites.json";
import visitsJson from "../../data/visits.json";
import type { Pair } from "./crafts";

/** A kind of goods as it is really made somewhere; who makes it in the demo is dealt. */
export interface GoodsFact {
  id: string;
  name_vi: string;
  name_en: string;
  province_code: string;
  /** The province before July 2025. */
  former_province: string;
  commune_code: string;
  commune_name: string;
  group: Group;
  subgroup: Subgroup;
  price_vnd: number;
  unit_vi: string;
  weight_grams: number;
  handling: HandlingFlag[];
  marks: Mark[];
  season_months: number[] | null;
  fact_vi: string;
  fact_en: string;
  /** Id of its drawing. */
  drawing: string;
  /** Id of the village where it is made. */
  village: string | null;
}

/** A craft village or rural site, and what it offers visitors. */
export interface SiteFact {
  id: string;
  name_vi: string;
  name_en: string;
  kind: VillageKind;
  craft_vi: string;
  craft_en: string;
  province_code: string;
  former_province: string;
  district_former: string;
  commune_former: string;
  commune_code: string;
  commune_name: string;
  lat: number;
  lng: number;
  offering_vi: string;
  offering_en: string;
  price_vnd: number;
  duration_hours: number;
}

/** A second visit that a site offers, with a drawing of its own. */
export interface SecondTourFact {
  id: string;
  site: string;
  name_vi: string;
  name_en: string;
  drawing: string;
  price_vnd: number;
  unit_vi: string;
  fact_vi: string;
  fact_en: string;
}

/** How a visit opens through the week; see schedule.ts. */
export type Opening =
  | "workshop"
  | "daily"
  | "short"
  | "dawn"
  | "morning"
  | "day"
  | "stay"
  | "weekend";

/** What happens on a visit and when; there is one for every site and every second visit. */
export interface VisitFact {
  /** Id of the site or of the second visit. */
  id: string;
  opens: Opening;
  /** "HH:MM"; those of the opening when left out. */
  times?: string[];
  /** "MM-DD", first and last day; all year when left out. */
  season?: readonly [from: string, to: string];
  /** Those of the opening when left out. */
  cutoff_minutes?: number;
  seats: number;
  languages: GuideLanguage[];
  /** Kinds of visitors with prices of their own besides adults and children. */
  offers: UnitKind[];
  /** In a boat an infant has a seat too. */
  infant_seat?: boolean;
  adults_only?: boolean;
  meet: Pair;
  way: Pair;
  included: Pair[];
  /** Minutes after the start, and what happens then. */
  program: (readonly [minutes: number, vi: string, en: string])[];
}

/** A drawing under data/pictures; sizes in CSS pixels. */
export interface Drawing {
  id: string;
  kind: "product" | "site" | "site-wide";
  file: string;
  width: number;
  height: number;
  alt_vi: string;
  alt_en: string;
}

/** All facts from which the demo is dealt. */
export const GOODS = goodsJson as readonly GoodsFact[];
export const SITES = sitesJson as readonly SiteFact[];
export const VISITS = visitsJson as unknown as readonly VisitFact[];
export const SECOND_TOURS = secondToursJson as readonly SecondTourFact[];
export const DRAWINGS: ReadonlyMap<string, Drawing> = new Map(
  (picturesJson as Drawing[]).map((drawing) => [drawing.id, drawing]),
);
