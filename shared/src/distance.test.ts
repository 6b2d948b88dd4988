import { describe, expect, it } from "vitest";
import { distanceKm } from "./distance";

const hanoi = { lat: 21.0285, lng: 105.8542 };
const saigon = { lat: 10.7769, lng: 106.7009 };

describe("how far it is", () => {
  it("from Hà Nội to Sài Gòn as the crow flies", () => {
    expect(distanceKm(hanoi, saigon)).toBeCloseTo(1143.5, 0);
    expect(distanceKm(saigon, hanoi)).toBe(distanceKm(hanoi, saigon));
  });

  it("to the same place is nothing", () => {
    expect(distanceKm(hanoi, hanoi)).toBe(0);
  });

  it("is short across the date line, and half around the Earth between its ends", () => {
    expect(distanceKm({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111.2, 1);
    expect(distanceKm({ lat: 90, lng: 0 }, { lat: -90, lng: 0 })).toBeCloseTo(Math.PI * 6371, 6);
    expect(distanceKm({ lat: 12, lng: 20 }, { lat: -12, lng: -160 })).toBeCloseTo(
      Math.PI * 6371,
      3,
    );
  });
});
