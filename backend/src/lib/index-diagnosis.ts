import type { IndexCondition } from "../reports/index-condition";

/** A filling that has been silent for so long has died with its process; a batch takes seconds. */
export const SILENT_SECONDS = 120;

/** What an engine holds: documents by physical index; null when it can't be asked. */
export type Held = ReadonlyMap<string, number> | null;

/**
 * Why an index must be filled anew although nobody asked for it, or null when all is well or
 * somebody is at it. `reference` is how many documents the index should hold, null where nothing is
 * known to compare with.
 */
export function whatIsWrong(
  condition: IndexCondition | null,
  held: Held,
  reference: number | null,
): string | null {
  if (held === null) return null;
  if (condition === null) return "no migration made it";
  const isSilent = (condition.silent_seconds ?? Infinity) > SILENT_SECONDS;
  if (condition.pending_status !== null && condition.pending_status !== "ready") {
    const isBroken = condition.pending_status === "error";
    if (isBroken || isSilent) return "its filling broke off";
    return null;
  }
  if (condition.version === null || condition.physical_name === null) {
    return isSilent ? "it was never filled" : null;
  }
  if (condition.status === "error") return "its last filling failed";
  if (condition.status !== "ready") return isSilent ? "its filling broke off" : null;
  const count = held.get(condition.physical_name);
  if (count === undefined) return "the engine has lost it";
  if (reference === null || condition.waiting > 0) return null;
  if (Math.abs(count - reference) <= condition.dead) return null;
  return `it holds ${count} documents instead of ${reference}`;
}
