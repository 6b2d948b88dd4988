/** Why seats were not held: a stable code that phrases are chosen by, and the unit that it is about. */
export type HoldFault = { code: string; unit_id: string | null };

const PARTY_FAULTS = [
  "party_empty",
  "unit_unknown",
  "unit_count_malformed",
  "not_accompanied",
  "party_too_small",
  "party_too_large",
];
const DEPARTURE_FAULTS = [
  "departure_missing",
  "departure_full",
  "departure_closed",
  "departure_too_late",
  "departure_past",
  "departure_gone",
];

/** What the backend refused, as the page says it. */
export function holdFault(error: {
  status: number;
  code: string;
  fields: Record<string, string>;
}): HoldFault {
  for (const [field, code] of Object.entries(error.fields)) {
    const [name, unit = ""] = field.split(".", 2);
    if (name !== "units") continue;
    const known = PARTY_FAULTS.includes(code) ? code : "unit_count_malformed";
    return { code: known, unit_id: unit || null };
  }
  if (error.status === 404) return { code: "departure_gone", unit_id: null };
  return { code: error.code, unit_id: null };
}

/** Where on the page a fault is said: beside what has to be changed. */
export function placeOfFault({ code }: { code: string }): "party" | "departure" | "page" {
  if (PARTY_FAULTS.includes(code) || code === "seats_short") return "party";
  return DEPARTURE_FAULTS.includes(code) ? "departure" : "page";
}
