import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BOOKING_STATUSES,
  bookingStatusLabel,
  CLOSE_REASONS,
  CODE_ALPHABET,
  CODE_LENGTH,
  closeReasonLabel,
  DEPARTURE_STATE_LABELS,
  DEPARTURE_STATES,
  type DepartureFacts,
  departureState,
  FEW_SEATS,
  formatTicketCode,
  GUIDE_LANGUAGES,
  guideLanguageLabel,
  MAX_OF_UNIT,
  parseTicketCode,
  partyFault,
  partyPax,
  partyPrice,
  refundSteps,
  type TourUnit,
  UNIT_KINDS,
  unitPriceAt,
  unitWord,
} from "./booking";

const any = { age_min: null, age_max: null, accompanied_by: [] };
const adult: TourUnit = { ...any, id: "a", kind: "ADULT", price_vnd: 250_000, pax_count: 1 };
const child: TourUnit = {
  ...any,
  id: "c",
  kind: "CHILD",
  price_vnd: 125_000,
  pax_count: 1,
  accompanied_by: ["ADULT", "SENIOR"],
};
const infant: TourUnit = {
  ...any,
  id: "i",
  kind: "INFANT",
  price_vnd: 0,
  pax_count: 0,
  accompanied_by: ["ADULT"],
};
const family: TourUnit = { ...any, id: "f", kind: "FAMILY", price_vnd: 600_000, pax_count: 4 };
const units = [adult, child, infant, family];
const option = { min_party: 2, max_party: 10 };

const aParty = fc.dictionary(
  fc.constantFrom("a", "c", "i", "f"),
  fc.integer({ min: 0, max: MAX_OF_UNIT }),
);

describe("who may come together", () => {
  it("two adults and a child take three seats and pay for three", () => {
    const party = { a: 2, c: 1 };
    expect(partyFault(option, units, party)).toBeNull();
    expect(partyPax(units, party)).toBe(3);
    expect(partyPrice(units, party, 100)).toBe(625_000);
  });

  it("nobody is no party, and zeros are nobody", () => {
    expect(partyFault(option, units, {})).toEqual({ fault: "party_empty", unit_id: null });
    expect(partyFault(option, units, { a: 0 })).toEqual({ fault: "party_empty", unit_id: null });
  });

  it("a kind of visitor that the tour does not know is named", () => {
    const fault = { fault: "unit_unknown", unit_id: "x" };
    expect(partyFault(option, units, { a: 2, x: 1 })).toEqual(fault);
  });

  it("a count is whole, not below nothing and not above the most of one kind", () => {
    const wide = { min_party: 1, max_party: 1000 };
    expect(partyFault(wide, units, { a: MAX_OF_UNIT })).toBeNull();
    for (const count of [-1, 1.5, Number.NaN, MAX_OF_UNIT + 1]) {
      const fault = { fault: "unit_count_malformed", unit_id: "a" };
      expect(partyFault(wide, units, { a: count })).toEqual(fault);
    }
  });

  it("a child comes with an adult, never alone or with another family", () => {
    const fault = { fault: "not_accompanied", unit_id: "c" };
    expect(partyFault(option, units, { c: 2 })).toEqual(fault);
    expect(partyFault(option, units, { c: 2, a: 0, f: 1 })).toEqual(fault);
    expect(partyFault(option, units, { c: 1, a: 1 })).toBeNull();
  });

  it("a party has at least the fewest and at most the most seats of the tour", () => {
    const tooSmall = { fault: "party_too_small", unit_id: null };
    expect(partyFault(option, units, { a: 1 })).toEqual(tooSmall);
    expect(partyFault(option, units, { a: 1, i: 5 })).toEqual(tooSmall);
    expect(partyFault(option, units, { a: 2 })).toBeNull();
    expect(partyFault(option, units, { a: 10 })).toBeNull();
    expect(partyFault(option, units, { a: 2, f: 2 })).toBeNull();
    const tooLarge = { fault: "party_too_large", unit_id: null };
    expect(partyFault(option, units, { a: 11 })).toEqual(tooLarge);
    expect(partyFault(option, units, { a: 3, f: 2 })).toEqual(tooLarge);
  });

  it("a party that takes no seat at all cannot come, whatever the tour says", () => {
    const free = { ...infant, accompanied_by: [] };
    const none = { min_party: 0, max_party: 10 };
    expect(partyFault(none, [free], { i: 1 })?.fault).toBe("party_too_small");
  });

  it("whoever may come takes a seat and no more than the tour gives, whatever the party", () => {
    fc.assert(
      fc.property(aParty, (party) => {
        if (partyFault(option, units, party)) return;
        const pax = partyPax(units, party);
        expect(pax).toBeGreaterThanOrEqual(option.min_party);
        expect(pax).toBeLessThanOrEqual(option.max_party);
      }),
    );
  });
});

describe("what a party pays", () => {
  it("a percent of the price is rounded to whole thousands, and all of it is exact", () => {
    expect(unitPriceAt({ price_vnd: 123_456 }, 100)).toBe(123_456);
    expect(unitPriceAt({ price_vnd: 125_000 }, 110)).toBe(138_000);
    expect(unitPriceAt({ price_vnd: 125_000 }, 90)).toBe(113_000);
    expect(unitPriceAt({ price_vnd: 0 }, 150)).toBe(0);
  });

  it("is the sum of what each pays, in whole đồng, whatever the day's percent", () => {
    fc.assert(
      fc.property(aParty, fc.integer({ min: 1, max: 1000 }), (party, percent) => {
        const sum = partyPrice(units, party, percent);
        expect(Number.isSafeInteger(sum)).toBe(true);
        const each = units.map((unit) => unitPriceAt(unit, percent) * (party[unit.id] ?? 0));
        expect(sum).toBe(each.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe("what a cancellation gives back", () => {
  const starts_at = new Date("2026-12-04T23:00:00Z");

  it("each tier ends so many hours before the start, and later nothing comes back", () => {
    const policy = [
      { hours_before: 48, refund_percent: 100 },
      { hours_before: 24, refund_percent: 50 },
    ];
    expect(refundSteps(policy, starts_at, 625_001)).toEqual([
      { until: new Date("2026-12-02T23:00:00Z"), refund_vnd: 625_001, refund_percent: 100 },
      { until: new Date("2026-12-03T23:00:00Z"), refund_vnd: 312_500, refund_percent: 50 },
      { until: null, refund_vnd: 0, refund_percent: 0 },
    ]);
  });

  it("a tour without a policy gives nothing back", () => {
    expect(refundSteps([], starts_at, 100_000)).toEqual([
      { until: null, refund_vnd: 0, refund_percent: 0 },
    ]);
  });
});

describe("where a departure stands", () => {
  const departure: DepartureFacts = {
    starts_at: new Date("2026-12-04T23:00:00Z"),
    cutoff_at: new Date("2026-12-04T21:00:00Z"),
    status: "open",
    seats_left: 10,
  };
  const before = new Date("2026-12-04T20:59:59.999Z");

  it("it can be booked up to the moment before its cut-off and starts at its start", () => {
    expect(departureState(departure, before)).toBe("open");
    expect(departureState(departure, departure.cutoff_at)).toBe("too_late");
    expect(departureState(departure, new Date("2026-12-04T22:59:59.999Z"))).toBe("too_late");
    expect(departureState(departure, departure.starts_at)).toBe("past");
  });

  it("seats are many, few or none", () => {
    const left = (seats_left: number) => departureState({ ...departure, seats_left }, before);
    expect([FEW_SEATS + 1, FEW_SEATS, 1, 0].map(left)).toEqual(["open", "few", "few", "full"]);
  });

  it("closed says more than too late or full, and past more than closed", () => {
    const closed = { ...departure, status: "closed" as const, seats_left: 0 };
    expect(departureState(closed, before)).toBe("closed");
    expect(departureState(closed, closed.cutoff_at)).toBe("closed");
    expect(departureState(closed, closed.starts_at)).toBe("past");
    expect(departureState({ ...departure, seats_left: 0 }, departure.cutoff_at)).toBe("too_late");
  });
});

describe("ticket codes", () => {
  const aCode = fc.array(fc.constantFrom(...CODE_ALPHABET), {
    minLength: CODE_LENGTH,
    maxLength: CODE_LENGTH,
  });

  it("are read however somebody types them", () => {
    expect(parseTicketCode("K7FQ3KMZ")).toBe("K7FQ3KMZ");
    expect(parseTicketCode(" k7fq-3kmz ")).toBe("K7FQ3KMZ");
    expect(parseTicketCode("k7 fq 3k mz")).toBe("K7FQ3KMZ");
    expect(parseTicketCode("K7FQ-3KM")).toBeNull();
    expect(parseTicketCode("K7FQ-3KMZ2")).toBeNull();
    for (const lookalike of "01ILOU") {
      expect(parseTicketCode(`K7FQ3KM${lookalike}`)).toBeNull();
    }
  });

  it("are the same after being written for people, whatever the code", () => {
    fc.assert(
      fc.property(aCode, (letters) => {
        const code = letters.join("");
        expect(parseTicketCode(formatTicketCode(code).toLowerCase())).toBe(code);
      }),
    );
  });
});

describe("words about visits", () => {
  it("every state, kind, language and reason has its words in both languages", () => {
    for (const language of ["vi", "en"] as const) {
      for (const status of BOOKING_STATUSES)
        expect(bookingStatusLabel(status, language)).toBeTruthy();
      for (const reason of CLOSE_REASONS) expect(closeReasonLabel(reason, language)).toBeTruthy();
      for (const guide of GUIDE_LANGUAGES) expect(guideLanguageLabel(guide, language)).toBeTruthy();
      for (const state of DEPARTURE_STATES) {
        expect(DEPARTURE_STATE_LABELS[state][language]).toBeTruthy();
      }
      for (const kind of UNIT_KINDS) expect(unitWord(kind, language)).toBeTruthy();
    }
    expect(unitWord("CHILD", "en")).toBe("child");
    expect(unitWord("CHILD", "en", 0)).toBe("children");
    expect(unitWord("CHILD", "en", 2)).toBe("children");
    expect(unitWord("CHILD", "vi", 2)).toBe("trẻ em");
  });
});
