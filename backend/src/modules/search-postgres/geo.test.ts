import { distanceKm } from "@cho-lang/shared/distance";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { box, placeOf, readNear } from "./geo";
import { planDocuments } from "./plan";

const plan = planDocuments({
  primary_key: "id",
  settings: {},
  fields: { id: { type: "keyword", filterable: true }, location: { type: "geo" } },
});
const [column] = plan.geo;

describe("the box around a circle", () => {
  const holds = (
    centre: { lat: number; lng: number },
    radius: number,
    lat: number,
    lng: number,
  ) => {
    const {
      lat: [south, north],
      lng: ranges,
    } = box(centre, radius);
    return (
      lat >= south && lat <= north && ranges.some(([west, east]) => lng >= west && lng <= east)
    );
  };

  it("loses no place of the circle, at 180° and at the poles either", () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const radius = fc.oneof(
      fc.double({ min: 0, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 20_000, noNaN: true }),
    );
    fc.assert(
      fc.property(degrees(90), degrees(180), radius, degrees(90), degrees(180), (a, b, r, c, d) => {
        const centre = { lat: a, lng: b };
        if (distanceKm(centre, { lat: c, lng: d }) <= r) {
          expect(holds(centre, r, c, d)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
    expect(holds({ lat: 0, lng: 179.9 }, 50, 0, -179.9)).toBe(true);
    expect(holds({ lat: 0, lng: -179.9 }, 50, 0, 179.9)).toBe(true);
    expect(holds({ lat: 89.9, lng: 0 }, 50, 89.9, 180)).toBe(true);
  });

  it("is not the whole Earth", () => {
    const hanoi = { lat: 21.03, lng: 105.85 };
    expect(holds(hanoi, 50, 21.9, 105.85)).toBe(false);
    expect(holds(hanoi, 50, 21.03, 106.6)).toBe(false);
    expect(holds({ lat: 0, lng: 179.9 }, 50, 0, 0)).toBe(false);
  });
});

describe("places", () => {
  it("that are none are refused", () => {
    if (!column) throw new Error("no column");
    for (const value of [{ lat: 91, lng: 0 }, { lat: 0 }, "21,105", { lat: "1", lng: 1 }, {}]) {
      expect(() => placeOf(column, value)).toThrow(/does not support/);
      expect(() => readNear(plan, value)).toThrow(/does not support/);
    }
    expect(() => readNear(plan, { lat: 0, lng: 0, radius_km: -1 })).toThrow(/radius/);
    expect(placeOf(column, null)).toEqual({ _location_lat: null, _location_lng: null });
  });

  it("can't be searched around where an index has none", () => {
    const bare = planDocuments({
      primary_key: "id",
      settings: {},
      fields: { id: { type: "keyword", filterable: true } },
    });
    expect(() => readNear(bare, { lat: 0, lng: 0 })).toThrow(/no place/);
  });
});
