/** A point on Earth, degrees WGS 84. */
export type Point = { lat: number; lng: number };

/** Mean radius of the Earth in kilometres. */
const EARTH_KM = 6371;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The way along a great circle in kilometres, right to about half a per cent; across 180° too. */
export function distanceKm(from: Point, to: Point): number {
  const height = Math.sin(radians(to.lat - from.lat) / 2);
  const width = Math.sin(radians(to.lng - from.lng) / 2);
  const part =
    height * height + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * width * width;
  // Rounding may lift the part a hair above 1 for two ends of the Earth.
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, part)));
}
