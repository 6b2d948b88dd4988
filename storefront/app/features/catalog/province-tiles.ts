import { PROVINCES } from "@cho-lang/shared/geography";

/** Every province as it is met on the map: from north to south, in a row from west to east. */
export const TILES = [...PROVINCES].sort(
  ({ tile: [a, north] }, { tile: [b, south] }) => north - south || a - b,
);

/** Steps of gold above that of none. */
const STEPS = 4;

/**
 * The step of gold, 0 to 4, of a province with so many things when the richest has `most`. Few
 * things are never the darkest: one stays light however small the others are.
 */
export function goldOf(count: number, most: number): number {
  return Math.ceil((count / Math.max(most, STEPS)) * STEPS);
}
