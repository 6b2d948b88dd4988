import type { CancellationPolicy } from "@cho-lang/shared/domain/booking";
import { slug } from "@cho-lang/shared/vietnamese";
import type { NewTourOption } from "../../workflows/booking/create-tour-options";
import type { Pair } from "./crafts";
import type { DealtProduct } from "./deal";
import { type Opening, SECOND_TOURS, SITES, type SiteFact, VISITS, type VisitFact } from "./facts";
import { cutoffOf, rulesOf } from "./schedule";
import { tourTitle } from "./stories";

/** What can be booked of a tour of the demo, by the handles of tour and producer. */
export interface DealtVisit {
  handle: string;
  producer: string;
  province_code: string;
  option: Omit<NewTourOption, "product_id" | "producer_id">;
}

type NewUnit = NewTourOption["units"][number];

/** Larger parties write to the host. */
const MOST_IN_PARTY = 12;
const CHILD_AGES = { age_min: 6, age_max: 11 };
const INFANT_AGES = { age_min: 0, age_max: 5 };

const TITLES: Readonly<Record<Opening, Pair>> = {
  workshop: ["Buổi học nghề", "Workshop"],
  daily: ["Thăm và làm thử", "Visit with a try"],
  short: ["Ghé thăm một giờ", "One-hour stop"],
  dawn: ["Buổi sáng sớm", "Early morning"],
  morning: ["Buổi sáng ở làng", "Morning in the village"],
  day: ["Trọn buổi ở làng, có bữa trưa", "Day in the village with lunch"],
  stay: ["Một đêm ở nhà dân", "Night in a village home"],
  weekend: ["Buổi cuối tuần", "Weekend visit"],
};

const POLICIES: Readonly<Record<"short" | "half" | "stay", CancellationPolicy>> = {
  short: [{ hours_before: 24, refund_percent: 100 }],
  half: [
    { hours_before: 72, refund_percent: 100 },
    { hours_before: 24, refund_percent: 50 },
  ],
  stay: [
    { hours_before: 168, refund_percent: 100 },
    { hours_before: 72, refund_percent: 50 },
  ],
};

/** One visit for every tour of the demo. @throws when a tour has no facts. */
export function dealVisits(products: readonly DealtProduct[]): DealtVisit[] {
  const places = placesByHandle();
  const facts = new Map(VISITS.map((fact) => [fact.id, fact]));
  return products
    .filter(({ kind }) => kind === "tour")
    .map((product) => {
      const place = places.get(product.handle);
      const fact = place && facts.get(place.id);
      if (!place || !fact) throw new Error(`Nothing is known about visiting ${product.handle}.`);
      const { handle, producer, province_code } = product;
      return { handle, producer, province_code, option: optionOf(product, place.site, fact) };
    });
}

/** Which facts a tour's handle stands for. */
function placesByHandle(): Map<string, { id: string; site: SiteFact }> {
  const sites = new Map(SITES.map((site) => [site.id, site]));
  const first = SITES.map((site): [string, { id: string; site: SiteFact }] => [
    slug(tourTitle(site).vi),
    { id: site.id, site },
  ]);
  const second = SECOND_TOURS.flatMap((tour): [string, { id: string; site: SiteFact }][] => {
    const site = sites.get(tour.site);
    return site ? [[tour.id, { id: tour.id, site }]] : [];
  });
  return new Map([...first, ...second]);
}

function optionOf(product: DealtProduct, site: SiteFact, fact: VisitFact): DealtVisit["option"] {
  const hours = product.duration_hours ?? site.duration_hours;
  const isCraft = site.kind === "craft";
  const title: Pair =
    fact.opens === "workshop" && !isCraft
      ? ["Buổi ở làng", "Visit to the village"]
      : TITLES[fact.opens];
  return {
    position: 1,
    title_vi: title[0],
    title_en: title[1],
    duration_minutes: hours * 60,
    languages: fact.languages,
    meeting_point_vi: fact.meet[0],
    meeting_point_en: fact.meet[1],
    directions_vi: fact.way[0],
    directions_en: fact.way[1],
    lat: site.lat,
    lng: site.lng,
    included_vi: fact.included.map(([vi]) => vi),
    included_en: fact.included.map(([, en]) => en),
    program: fact.program.map(([minutes_after_start, vi, en]) => ({ minutes_after_start, vi, en })),
    min_party: fact.opens === "weekend" ? 2 : 1,
    max_party: Math.min(fact.seats, MOST_IN_PARTY),
    cutoff_minutes: cutoffOf(fact),
    policy: hours >= 24 ? POLICIES.stay : hours <= 2 ? POLICIES.short : POLICIES.half,
    units: unitsOf(product.price_vnd, fact),
    rules: rulesOf(fact),
  };
}

/** Adults pay the tour's price; the others a share of it, in whole thousands. */
function unitsOf(price_vnd: number, fact: VisitFact): NewUnit[] {
  const share = (percent: number) => Math.round((price_vnd * percent) / 100_000) * 1000;
  const grown = { pax_count: 1, age_max: null, accompanied_by: [] };
  if (fact.adults_only) return [{ ...grown, kind: "ADULT", price_vnd, age_min: 18 }];
  const offered = (kind: NewUnit["kind"]) => fact.offers.includes(kind);
  const company: NewUnit["kind"][] = [
    "ADULT",
    ...(["SENIOR", "FAMILY"] as const).filter((kind) => offered(kind)),
  ];
  const units: NewUnit[] = [
    { ...grown, kind: "ADULT", price_vnd, age_min: 12 },
    {
      kind: "CHILD",
      price_vnd: share(50),
      pax_count: 1,
      ...CHILD_AGES,
      accompanied_by: company,
    },
    {
      kind: "INFANT",
      price_vnd: 0,
      pax_count: fact.infant_seat ? 1 : 0,
      ...INFANT_AGES,
      accompanied_by: company,
    },
    { ...grown, kind: "SENIOR", price_vnd: share(80), age_min: 60 },
    { ...grown, kind: "STUDENT", price_vnd: share(75), age_min: 12 },
    { ...grown, kind: "FAMILY", price_vnd: share(270), pax_count: 4, age_min: null },
  ];
  return units.filter(
    ({ kind }) => kind === "ADULT" || kind === "CHILD" || kind === "INFANT" || offered(kind),
  );
}
