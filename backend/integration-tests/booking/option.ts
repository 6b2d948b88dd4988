import { randomUUID } from "node:crypto";
import type { NewTourOption } from "../../src/modules/booking/service";

/** An option that takes two kinds of visitors, every day at 06:00 and 08:30, ten seats each. */
export function anOption(over: Partial<NewTourOption> = {}): NewTourOption {
  return {
    product_id: `prod_${randomUUID()}`,
    producer_id: "prdc_host",
    position: 1,
    title_vi: "Một buổi làm gốm",
    title_en: "A morning of pottery",
    duration_minutes: 150,
    languages: ["vi", "en"],
    meeting_point_vi: "Cổng đình làng",
    meeting_point_en: "The gate of the village hall",
    directions_vi: "Đi theo đê đến cây đa.",
    directions_en: "Follow the dyke to the banyan tree.",
    lat: 20.97,
    lng: 105.91,
    included_vi: ["Đất sét", "Nước chè"],
    included_en: ["Clay", "Tea"],
    program: [{ minutes_after_start: 0, vi: "Đón khách", en: "Welcome" }],
    min_party: 1,
    max_party: 10,
    cutoff_minutes: 120,
    policy: [{ hours_before: 48, refund_percent: 100 }],
    units: [
      {
        kind: "ADULT",
        price_vnd: 250_000,
        pax_count: 1,
        age_min: 12,
        age_max: null,
        accompanied_by: [],
      },
      {
        kind: "CHILD",
        price_vnd: 125_000,
        pax_count: 1,
        age_min: 3,
        age_max: 11,
        accompanied_by: ["ADULT"],
      },
    ],
    rules: [
      {
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        times: ["06:00", "08:30"],
        season_from: null,
        season_to: null,
        valid_from: null,
        valid_until: null,
        blackout_dates: [],
        capacity: 10,
        price_percent: 100,
      },
    ],
    ...over,
  };
}
