import type { LocalDate } from "@cho-lang/shared/calendar";
import type { SearchTypes } from "@medusajs/framework/types";
import { type Column, type DocumentPlan, unsupported } from "./plan";

type Scalar = string | number | boolean;

/** One field's part of a query; all filters of a query must hold. Bounds are inclusive. */
export type FieldFilter = {
  column: Column;
  /** Any of these; null when the values are not restricted. */
  values: Scalar[] | null;
  min: Scalar | null;
  max: Scalar | null;
  exists: boolean | null;
};

/** From so many values on they are hashed once instead of compared one by one with every row. */
const LONG_LIST = 100;

/**
 * The filters of a query as a list of fields, each restricted once.
 * @throws MedusaError for operators that the engine can't express exactly, and for values that
 * don't fit their field.
 */
export function readFilters(
  plan: DocumentPlan,
  filters: SearchTypes.SearchFilters | undefined,
): FieldFilter[] {
  const result = new Map<string, FieldFilter>();
  for (const [name, value] of Object.entries(filters ?? {})) {
    if (value === undefined) continue;
    if (name === "$and" && Array.isArray(value)) {
      for (const branch of value) {
        for (const filter of readFilters(plan, branch as SearchTypes.SearchFilters)) {
          if (result.has(filter.column.name)) unsupported(`two filters on "${filter.column.name}"`);
          result.set(filter.column.name, filter);
        }
      }
      continue;
    }
    if (name.startsWith("$")) unsupported(`the filter operator "${name}"`);
    const column = plan.columns.get(name);
    if (!column?.narrow) unsupported(`a filter on "${name}"`);
    if (result.has(name)) unsupported(`two filters on "${name}"`);
    result.set(name, readField(column, value));
  }
  return [...result.values()];
}

function readField(column: Column, value: unknown): FieldFilter {
  const filter: FieldFilter = { column, values: null, min: null, max: null, exists: null };
  if (value === null) return { ...filter, exists: false };
  if (Array.isArray(value)) return { ...filter, values: value.map((item) => scalar(column, item)) };
  if (typeof value !== "object" || value instanceof Date) {
    return { ...filter, values: [scalar(column, value)] };
  }
  for (const [operator, operand] of Object.entries(value)) {
    if (operand === undefined) continue;
    if (operator === "$eq") {
      if (operand === null) filter.exists = false;
      else filter.values = [scalar(column, operand)];
    } else if (operator === "$in" && Array.isArray(operand)) {
      filter.values = operand.map((item) => scalar(column, item));
    } else if (operator === "$gte") filter.min = scalar(column, operand);
    else if (operator === "$lte") filter.max = scalar(column, operand);
    else if (operator === "$gt") filter.min = whole(column, operand, operator) + 1;
    else if (operator === "$lt") filter.max = whole(column, operand, operator) - 1;
    else if (operator === "$exists") filter.exists = operand === true;
    else unsupported(`the filter operator "${operator}" on "${column.name}"`);
  }
  return filter;
}

function scalar(column: Column, value: unknown): Scalar {
  const given = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  const wanted =
    column.type === "boolean"
      ? "boolean"
      : column.type === "text" || column.type === "date"
        ? "string"
        : "number";
  const isWanted =
    typeof given === wanted &&
    (column.type !== "integer" || isInteger(given)) &&
    (column.type !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(String(given)));
  if (!isWanted) unsupported(`the value ${JSON.stringify(value)} in a filter on "${column.name}"`);
  return given as Scalar;
}

/** Integers of a column have 32 bits. */
function isInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647;
}

function whole(column: Column, value: unknown, operator: string): number {
  if (column.type !== "integer") unsupported(`"${operator}" on "${column.name}"`);
  return Number(scalar(column, value));
}

/** Collects the parameters of one statement. */
export class Parameters {
  readonly values: unknown[] = [];
  private day: string | null = null;

  constructor(private readonly today: LocalDate) {}

  add(value: unknown, cast: string): string {
    this.values.push(value);
    return `$${this.values.length}::${cast}`;
  }

  /** Today in Vietnam, one parameter however often it is used. */
  addToday(): string {
    this.day ??= this.add(this.today, "date");
    return this.day;
  }
}

/** A column as it reads today: null once its validity is over, even before anybody rewrote it. */
export function expression(column: Column, parameters: Parameters): string {
  if (column.validUntil === null) return `"${column.name}"`;
  return `(CASE WHEN "${column.validUntil}" >= ${parameters.addToday()} THEN "${column.name}" END)`;
}

/**
 * The filter as a condition; every value is a parameter. It is true for exactly the rows that pass,
 * and false or unknown for the others.
 */
export function condition(filter: FieldFilter, parameters: Parameters): string {
  const { column } = filter;
  const isOpen = filter.values === null && filter.min === null && filter.max === null;
  // Both columns by themselves, which the planner has numbers of and an index can begin with.
  const isApart = column.validUntil !== null && !isOpen;
  const value = isApart ? `"${column.name}"` : expression(column, parameters);
  const parts = isApart ? [`"${column.validUntil}" >= ${parameters.addToday()}`] : [];
  const cast = column.type === "date" ? "text" : column.type;
  const asColumn = column.type === "date" ? "::date" : "";
  if (filter.values !== null) {
    const [only] = filter.values;
    const list = (values: Scalar[]) =>
      `${parameters.add(values, `${cast}[]`)}${asColumn && "::date[]"}`;
    parts.push(
      filter.values.length === 1
        ? `${value} = ${parameters.add(only, cast)}${asColumn}`
        : filter.values.length < LONG_LIST
          ? `${value} = ANY(${list(filter.values)})`
          : `${value} IN (SELECT unnest(${list(filter.values)}))`,
    );
  }
  if (filter.min !== null) parts.push(`${value} >= ${parameters.add(filter.min, cast)}${asColumn}`);
  if (filter.max !== null) parts.push(`${value} <= ${parameters.add(filter.max, cast)}${asColumn}`);
  if (filter.exists !== null) parts.push(`${value} IS ${filter.exists ? "NOT " : ""}NULL`);
  return parts.length === 0 ? "true" : `(${parts.join(" AND ")})`;
}
