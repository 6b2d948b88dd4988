import type { Point } from "@cho-lang/shared/distance";
import type { Near } from "../../lib/search-reading";
import type { Parameters } from "./filters";
import { type DocumentPlan, type GeoColumn, unsupported } from "./plan";

/** Kilometres; the same sphere as `distanceKm` of shared. */
const EARTH_KM = 6371;
/** Kilometres of one degree of latitude, a little less than it is, so that a box is never too small. */
const DEGREE_KM = 111;

/** Degrees; a box reaches so much farther, a tenth of a metre, than the arithmetic says. */
const ROUNDING = 1e-6;

/** Where a query looks around, checked against the definition. */
export type NearQuery = Near & { column: GeoColumn };

/**
 * The circle of a query.
 * @throws MedusaError when the index has no place, or for a place that is none.
 */
export function readNear(plan: DocumentPlan, near: unknown): NearQuery | null {
  if (near === undefined || near === null) return null;
  const [column] = plan.geo;
  if (!column) unsupported(`"near", because the index holds no place`);
  const { lat, lng } = readPlace(near, `"near"`);
  const { radius_km } = near as Partial<Near>;
  if (radius_km === undefined) return { lat, lng, column };
  if (!(Number.isFinite(radius_km) && radius_km >= 0)) unsupported(`the radius ${radius_km}`);
  return { lat, lng, radius_km, column };
}

/** A document's place as the columns hold it. */
export function placeOf(column: GeoColumn, value: unknown): Record<string, number | null> {
  if (value === null || value === undefined) return { [column.lat]: null, [column.lng]: null };
  const { lat, lng } = readPlace(value, `the field "${column.name}"`);
  return { [column.lat]: lat, [column.lng]: lng };
}

function readPlace(value: unknown, where: string): Point {
  const { lat, lng } = (typeof value === "object" && value !== null ? value : {}) as Partial<Point>;
  const isDegrees = (degrees: number | undefined, most: number): degrees is number =>
    typeof degrees === "number" && Math.abs(degrees) <= most;
  if (!isDegrees(lat, 90) || !isDegrees(lng, 180)) {
    unsupported(`the place ${JSON.stringify(value)} in ${where}`);
  }
  return { lat, lng };
}

/** Kilometres along a great circle from the query's place; null where the document has none. */
export function distance(near: NearQuery, parameters: Parameters): string {
  const lat = parameters.add(near.lat, "double precision");
  const lng = parameters.add(near.lng, "double precision");
  const { lat: latitude, lng: longitude } = near.column;
  const height = `sin(radians("${latitude}" - ${lat}) / 2) ^ 2`;
  const width = `cos(radians(${lat})) * cos(radians("${latitude}")) * sin(radians("${longitude}" - ${lng}) / 2) ^ 2`;
  return `(${2 * EARTH_KM} * asin(sqrt(least(1, ${height} + ${width}))))`;
}

/** Within the radius: a box that an index can find, and then the circle itself. */
export function within(near: NearQuery, parameters: Parameters): string {
  const { radius_km, column } = near;
  if (radius_km === undefined) return "true";
  const { lat, lng } = box(near, radius_km);
  const between = (name: string, [from, to]: Range) =>
    `"${name}" BETWEEN ${parameters.add(from, "double precision")} AND ${parameters.add(to, "double precision")}`;
  return [
    between(column.lat, lat),
    `(${lng.map((range) => between(column.lng, range)).join(" OR ")})`,
    `${distance(near, parameters)} <= ${parameters.add(radius_km, "double precision")}`,
  ].join(" AND ");
}

type Range = [from: number, to: number];

/**
 * Degrees that hold the whole circle. Longitudes are two ranges where it crosses 180°, and all of
 * them where it holds a pole.
 */
export function box(near: Near, radiusKm: number): { lat: Range; lng: Range[] } {
  const height = radiusKm / DEGREE_KM + ROUNDING;
  const south = Math.max(-90, near.lat - height);
  const north = Math.min(90, near.lat + height);
  const everywhere: Range[] = [[-180, 180]];
  if (south === -90 || north === 90) return { lat: [south, north], lng: everywhere };
  // The circle is widest where its meridians touch it, which is nearer to the pole than its centre.
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const sine = Math.sin(radians(height)) / Math.cos(radians(near.lat));
  if (sine >= 1) return { lat: [south, north], lng: everywhere };
  const width = (Math.asin(sine) * 180) / Math.PI + ROUNDING;
  const [west, east] = [near.lng - width, near.lng + width];
  const lng: Range[] =
    west < -180
      ? [
          [-180, east],
          [west + 360, 180],
        ]
      : east > 180
        ? [
            [west, 180],
            [-180, east - 360],
          ]
        : [[west, east]];
  return { lat: [south, north], lng };
}
