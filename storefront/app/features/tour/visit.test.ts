import type {
  CalendarDay,
  PublicDeparture,
  TourBooking,
  TourOption,
} from "@cho-lang/shared/contracts/booking";
import { describe, expect, it } from "vitest";
import { tourJsonLd } from "./tour-json-ld";
import { chooseVisit, priceFrom } from "./visit";
import { readVisit } from "./visit-query";

const anAdult: TourOption["units"][number] = {
  id: "unit_adult",
  kind: "ADULT",
  price_vnd: 150_000,
  pax_count: 1,
  age_min: 13,
  age_max: null,
  accompanied_by: [],
};
const aChild: TourOption["units"][number] = {
  ...anAdult,
  id: "unit_child",
  kind: "CHILD",
  price_vnd: 75_000,
  age_min: 6,
  age_max: 12,
  accompanied_by: ["ADULT"],
};
const anOption: TourOption = {
  id: "opt_1",
  title: "Buổi sáng",
  duration_minutes: 180,
  languages: ["vi"],
  meeting_point: "Cổng đình làng",
  directions: "",
  lat: null,
  lng: null,
  included: [],
  program: [],
  min_party: 1,
  max_party: 10,
  cutoff_minutes: 720,
  policy: [
    { hours_before: 72, refund_percent: 100 },
    { hours_before: 24, refund_percent: 50 },
  ],
  units: [anAdult, aChild],
};
const aDeparture = (facts: Partial<PublicDeparture> = {}): PublicDeparture => ({
  id: "dep_1",
  starts_at: "2026-11-28T01:30:00.000Z",
  time: "08:30",
  state: "open",
  close_reason: null,
  seats_left: 6,
  capacity: 10,
  price_percent: 100,
  price_vnd: 150_000,
  ...facts,
});
const aDay = (departures: PublicDeparture[]): CalendarDay => ({
  date: "2026-11-28",
  state: departures[0]?.state ?? null,
  close_reason: null,
  seats_left: departures[0]?.seats_left ?? 0,
  price_from_vnd: departures[0]?.price_vnd ?? null,
  departures,
});
const aBooking = (departures: PublicDeparture[]): TourBooking => ({
  product_id: "prod_1",
  handle: "ban-xoay",
  options: [anOption],
  option_id: "opt_1",
  is_bookable: true,
  today: "2026-11-22",
  month: "2026-11",
  previous_month: null,
  next_month: "2026-12",
  days: [aDay(departures)],
  next_open_date: "2026-11-28",
});

const now = new Date("2026-11-22T03:00:00Z");
const choose = (departures: PublicDeparture[], search: string, at = now) =>
  chooseVisit(aBooking(departures), readVisit(new URLSearchParams(search)), at);

describe("the visit that a tour's page shows as chosen", () => {
  it("is two adults on the day's first departure until somebody says otherwise", () => {
    expect(choose([aDeparture()], "date=2026-11-28")).toMatchObject({
      departure: { id: "dep_1" },
      party: { unit_adult: 2 },
      amount_vnd: 300_000,
      seats_after: 4,
      fault: null,
    });
  });

  it("never proposes more people than there are seats", () => {
    const visit = choose([aDeparture({ seats_left: 1, state: "few" })], "date=2026-11-28");
    expect(visit).toMatchObject({ party: { unit_adult: 1 }, seats_after: 0, fault: null });
  });

  it("takes the party of a list and the departure that has room for it", () => {
    const early = aDeparture({ seats_left: 3, state: "few" });
    const late = aDeparture({ id: "dep_2", time: "13:30", seats_left: 8 });
    expect(choose([early, late], "date=2026-11-28&party=4")).toMatchObject({
      departure: { id: "dep_2" },
      party: { unit_adult: 4 },
      fault: null,
    });
  });

  it("says that an asked party is too large for the seats that are left", () => {
    const visit = choose(
      [aDeparture({ seats_left: 1, state: "few" })],
      "date=2026-11-28&units.unit_adult=2",
    );
    expect(visit).toMatchObject({ seats_after: -1, fault: { code: "seats_short" } });
  });

  it("says that a child must not come alone", () => {
    const visit = choose([aDeparture()], "date=2026-11-28&units.unit_child=1");
    expect(visit?.fault).toEqual({ code: "not_accompanied", unit_id: "unit_child" });
  });

  it("counts nothing that it cannot read", () => {
    const visit = choose(
      [aDeparture()],
      "date=2026-11-28&units.unit_adult=9999&units.unit_child=x",
    );
    expect(visit).toMatchObject({ amount_vnd: 0, fault: { code: "unit_count_malformed" } });
  });

  it("costs what the departure's percent makes of the price", () => {
    const visit = choose(
      [aDeparture({ price_percent: 120, price_vnd: 180_000 })],
      "date=2026-11-28&units.unit_adult=2&units.unit_child=2",
    );
    expect(visit?.amount_vnd).toBe(540_000);
  });

  it("leaves out departures that cannot be booked, even when they were asked for", () => {
    const full = aDeparture({ state: "full", seats_left: 0 });
    const open = aDeparture({ id: "dep_2" });
    expect(choose([full, open], "date=2026-11-28&departure=dep_1")?.departure?.id).toBe("dep_2");
    expect(choose([full], "date=2026-11-28")?.departure).toBeNull();
  });

  it("has no day when the shown month lacks it", () => {
    expect(choose([aDeparture()], "date=2026-12-05")?.day).toBeNull();
  });

  it("tells only the steps of a refund that are still to come", () => {
    const steps = (at: string) =>
      choose([aDeparture()], "date=2026-11-28", new Date(at))?.refunds.map(
        ({ refund_percent, refund_vnd }) => [refund_percent, refund_vnd],
      );
    expect(steps("2026-11-22T03:00:00Z")).toEqual([
      [100, 300_000],
      [50, 150_000],
      [0, 0],
    ]);
    expect(steps("2026-11-25T01:30:00Z")).toEqual([
      [50, 150_000],
      [0, 0],
    ]);
    expect(steps("2026-11-27T09:00:00Z")).toEqual([[0, 0]]);
  });

  it("is none for a tour without options", () => {
    const booking = { ...aBooking([]), options: [], option_id: null };
    expect(chooseVisit(booking, readVisit(new URLSearchParams()), now)).toBeNull();
  });
});

describe("the price that a visit starts from", () => {
  it("is the month's lowest among days that can be booked, else an adult's", () => {
    const booking = aBooking([aDeparture({ price_vnd: 120_000 })]);
    expect(priceFrom(booking, anOption)).toBe(120_000);
    expect(priceFrom(aBooking([aDeparture({ state: "full" })]), anOption)).toBe(150_000);
  });
});

describe("what machines read of a tour", () => {
  const detail = {
    title: "Bàn xoay",
    story: "Vuốt một chiếc bát.",
    pictures: [],
    variants: [],
    village: null,
    producer: { name: "Gốm Nam", address: "Bát Tràng, Hà Nội", phone: null },
  } as unknown as Parameters<typeof tourJsonLd>[0]["detail"];
  const page = { detail, origin: "https://cho.example", path: "/tours/ban-xoay" };

  it("is a trip with its prices and its next departures in Vietnam's time", () => {
    const booking = aBooking([aDeparture(), aDeparture({ state: "full", seats_left: 0 })]);
    expect(tourJsonLd({ ...page, booking })["@graph"]).toMatchObject([
      {
        "@type": "TouristTrip",
        offers: { lowPrice: 75_000, availability: "https://schema.org/InStock" },
      },
      {
        "@type": "Event",
        startDate: "2026-11-28T08:30:00+07:00",
        endDate: "2026-11-28T11:30:00+07:00",
        offers: { availability: "https://schema.org/InStock" },
      },
      { "@type": "Event", offers: { availability: "https://schema.org/SoldOut" } },
    ]);
  });

  it("tells no departures of a tour that takes no bookings", () => {
    expect(tourJsonLd({ ...page, booking: null })["@graph"]).toHaveLength(1);
    const closed = { ...aBooking([aDeparture()]), is_bookable: false };
    expect(tourJsonLd({ ...page, booking: closed })["@graph"]).toHaveLength(1);
  });
});
