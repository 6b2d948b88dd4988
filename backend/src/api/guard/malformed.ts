/** A value that no route of ours can mean, and the field that carries it. */
export type Fault = { field: string; code: string; message: string };

/** Limits of lists that Medusa's own routes do not keep. */
const MAX_LIMIT = 100;
const MAX_OFFSET = 10_000;
const MAX_QUANTITY = 999;
const maxDepth = 12;

const fault = (field: string, code: string, message: string): Fault => ({ field, code, message });

function whole(value: unknown, range: { min: number; max: number }): boolean {
  const text = String(value);
  const number = Number(text);
  return /^\d{1,9}$/.test(text) && number >= range.min && number <= range.max;
}

/** Faults of a path: NUL characters and escapes that stand for no text. */
export function faultsOfPath(path: string): Fault[] {
  try {
    if (!decodeURIComponent(path).includes("\0")) return [];
  } catch {
    return [fault("path", "malformed_escape", "has an escape that stands for no text")];
  }
  return [fault("path", "nul_character", "has a NUL character")];
}

/** Faults of a query as it was sent: NUL characters, limits and offsets that no page can have. */
export function faultsOfQuery(search: string): Fault[] {
  const parameters = new URLSearchParams(search);
  const query = Object.fromEntries(parameters);
  const faults = [...parameters].flatMap(([key, value]) => scan({ [key]: value }, "", 0));
  if (query.limit !== undefined && !whole(query.limit, { min: 1, max: MAX_LIMIT })) {
    faults.push(fault("limit", "out_of_range", `must be a whole number from 1 to ${MAX_LIMIT}`));
  }
  if (query.offset !== undefined && !whole(query.offset, { min: 0, max: MAX_OFFSET })) {
    faults.push(fault("offset", "out_of_range", `must be a whole number from 0 to ${MAX_OFFSET}`));
  }
  return faults;
}

/**
 * Faults of a JSON body: anything but an object, NUL characters, quantities outside 1 to 999,
 * metadata of the caller. No body at all is fine.
 */
export function faultsOfBody(body: unknown): Fault[] {
  if (body === undefined) return [];
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return [fault("body", "not_an_object", "must be a JSON object")];
  }
  return scan(body, "", 0);
}

function scan(value: unknown, field: string, depth: number): Fault[] {
  if (depth > maxDepth) return [fault(field, "too_deep", "is nested too deeply")];
  if (typeof value === "string") {
    return value.includes("\0") ? [fault(field, "nul_character", "has a NUL character")] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = field === "" ? key : `${field}.${key}`;
    if (key.includes("\0")) return [fault(field || "body", "nul_character", "has a NUL in a name")];
    if (key === "quantity" && !isQuantity(inner)) {
      const message = `must be a whole number from 1 to ${MAX_QUANTITY}`;
      return [fault(name, "out_of_range", message)];
    }
    if (key === "metadata" || key === "additional_data") {
      return [fault(name, "not_accepted", "is not accepted")];
    }
    return scan(inner, name, depth + 1);
  });
}

function isQuantity(value: unknown): boolean {
  return (
    typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MAX_QUANTITY
  );
}
