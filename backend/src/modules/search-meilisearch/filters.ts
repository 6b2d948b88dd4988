import type { SearchTypes } from "@medusajs/framework/types";
import { dayNumber } from "./documents";
import { allOf, among, anyOf, not, type Value } from "./expressions";
import { type Attribute, type Layout, unsupported } from "./layout";

/** One field's part of a query, as an expression; all parts must hold. */
export type FieldFilter = { name: string; expression: string };

/**
 * The filters of a query as a list of fields, each restricted once, just as search-postgres reads
 * them. What is over on the day `today` counts as null.
 * @throws MedusaError for operators that the engine can't express exactly, and for values that
 * don't fit their field.
 */
export function readFilters(
  layout: Layout,
  filters: SearchTypes.SearchFilters | undefined,
  today: number,
): FieldFilter[] {
  const result = new Map<string, FieldFilter>();
  const add = (filter: FieldFilter) => {
    if (result.has(filter.name)) unsupported(`two filters on "${filter.name}"`);
    result.set(filter.name, filter);
  };
  for (const [name, value] of Object.entries(filters ?? {})) {
    if (value === undefined) continue;
    if (name === "$and" && Array.isArray(value)) {
      for (const branch of value) {
        readFilters(layout, branch as SearchTypes.SearchFilters, today).forEach(add);
      }
      continue;
    }
    if (name.startsWith("$")) unsupported(`the filter operator "${name}"`);
    const attribute = layout.attributes.get(name);
    if (!attribute?.filterable) unsupported(`a filter on "${name}"`);
    add({ name, expression: readField(attribute, value, today) });
  }
  return [...result.values()];
}

/** Whether a value still holds; for fields without a last day nothing needs to be said. */
export function stillValid({ validUntil }: Attribute, today: number): string {
  return validUntil === null ? "" : not(`${validUntil} < ${today}`);
}

function readField(attribute: Attribute, value: unknown, today: number): string {
  const { name } = attribute;
  const valid = (expression: string) => allOf([expression, stillValid(attribute, today)]);
  const isNull = () =>
    anyOf([
      `${name} NOT EXISTS`,
      attribute.validUntil === null ? "" : `${attribute.validUntil} < ${today}`,
    ]);
  const within = (list: unknown[]) =>
    valid(
      among(
        name,
        list.map((item) => scalar(attribute, item)),
      ),
    );
  if (value === null) return isNull();
  if (Array.isArray(value)) return within(value);
  if (typeof value !== "object" || value instanceof Date) return within([value]);
  const parts = Object.entries(value).map(([operator, operand]) => {
    if (operand === undefined) return "";
    if (operator === "$eq") return operand === null ? isNull() : within([operand]);
    if (operator === "$in" && Array.isArray(operand)) return within(operand);
    if (operator === "$exists") return operand === true ? valid(`${name} EXISTS`) : isNull();
    const sign = SIGNS[operator];
    if (!sign) unsupported(`the filter operator "${operator}" on "${name}"`);
    return valid(`${name} ${sign} ${bound(attribute, operand, operator)}`);
  });
  return allOf(parts);
}

const SIGNS: Readonly<Record<string, string>> = { $gte: ">=", $lte: "<=", $gt: ">", $lt: "<" };

function bound(attribute: Attribute, value: unknown, operator: string): Value {
  const { kind, name } = attribute;
  const isStrict = operator === "$gt" || operator === "$lt";
  if (kind === "keyword" || kind === "boolean" || (isStrict && kind !== "integer")) {
    unsupported(`"${operator}" on "${name}"`);
  }
  return scalar(attribute, value);
}

function scalar({ kind, name }: Attribute, value: unknown): Value {
  const given = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  const wanted =
    kind === "boolean" ? "boolean" : kind === "keyword" || kind === "date" ? "string" : "number";
  const isWanted =
    typeof given === wanted &&
    (kind !== "integer" || isInteger(given)) &&
    (kind !== "number" || Number.isFinite(given)) &&
    (kind !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(String(given)));
  if (!isWanted) unsupported(`the value ${JSON.stringify(value)} in a filter on "${name}"`);
  return kind === "date" ? dayNumber(given) : (given as Value);
}

/** As in search-postgres, whose integers have 32 bits. */
function isInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647;
}

/** What to delete, without a definition at hand: ids, or an expression over any attributes. */
export function readDeletion(
  filters: SearchTypes.SearchFilters,
): { ids: string[] } | { expression: string } {
  const entries = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (entries.length === 0) unsupported("deleting without a filter");
  const parts = entries.map(([name, value]) => {
    const operand = isOperators(value) ? (value.$in ?? value.$eq) : value;
    const list = Array.isArray(operand) ? operand : [operand];
    const isPlain =
      /^[a-z][a-z0-9_]{0,39}$/.test(name) &&
      (!isOperators(value) || Object.keys(value).length === 1) &&
      list.every((item) => ["string", "number", "boolean"].includes(typeof item));
    if (!isPlain) unsupported(`deleting by such a filter on "${name}"`);
    return { name, list: list as Value[] };
  });
  const [first] = parts;
  if (parts.length === 1 && first?.name === "id") return { ids: first.list.map(String) };
  return { expression: allOf(parts.map(({ name, list }) => among(name, list))) };
}

function isOperators(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
