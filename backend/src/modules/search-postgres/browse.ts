import type { LocalDate } from "@cho-lang/shared/calendar";
import { expression, type Parameters } from "./filters";
import { type Column, type DocumentPlan, type OrderTerm, orderTerms } from "./plan";

type Browse = {
  plan: DocumentPlan;
  /** The documents' table, which is `d` in what follows. */
  table: string;
  today: LocalDate;
  order: OrderTerm[];
  /** The condition of all filters. */
  where: string;
  /** The columns of a hit. */
  attributes: string[];
  /** Few documents pass: they are looked for by what they are filtered by. */
  isRare: boolean;
  skip: number;
  take: number;
};

/** What documents are sorted by as it reads today, with the primary key as the last word. */
export function sortValues(
  plan: DocumentPlan,
  order: OrderTerm[],
  parameters: Parameters,
): { value: string; direction: OrderTerm["direction"] }[] {
  return orderTerms(plan, order).map(({ column, direction }) => ({
    value: expiring(plan, column)
      ? expression(plan.columns.get(column) as Column, parameters)
      : `d."${column}"`,
    direction,
  }));
}

/** The sort of a page's rows by their columns "_o0", "_o1"… */
export function sortOf(plan: DocumentPlan, order: OrderTerm[]): string {
  return orderTerms(plan, order)
    .map(({ direction }, index) => `"_o${index}" ${direction} NULLS LAST`)
    .join(", ");
}

/** How much longer a document of the table takes than one of an index, the planner's doubts included. */
const FETCH = 4;

/**
 * Whether so few documents pass that all of them are sooner found and sorted than the page is come
 * upon in the order of an index, where one of `all / passing` belongs to it.
 */
export function isRare(count: { passing: number; all: number }, pageEnd: number): boolean {
  return FETCH * count.passing ** 2 < pageEnd * count.all;
}

/**
 * A page without text as a SELECT. Which documents are on it is read from the index of its order
 * alone, which holds whatever facets filter by, so that how many rows lie before the page's end
 * depends on what the filters let pass and not on the size of the catalog; only the page's own
 * documents are read from the table.
 *
 * Values whose last day is over are still in their old place of the index. Those few documents,
 * known by the index of that day, are sorted apart and merged in.
 */
export function browseRows(browse: Browse, parameters: Parameters): string {
  const { plan, table, order, attributes } = browse;
  const key = plan.primaryKey;
  const terms = orderTerms(plan, order);
  const lasting = order.flatMap(({ column }) => expiring(plan, column) ?? []);
  const [column] = lasting;
  const limit = parameters.add(browse.take, "integer");
  const offset = parameters.add(browse.skip, "integer");
  const sort = sortOf(plan, order);
  // Parts of the page: its own LIMIT must reach to the page's end.
  const part = (where: string, isOver: boolean, most: string) => {
    const values = isOver
      ? sortValues(plan, order, parameters)
      : terms.map(({ column, direction }) => ({ value: `d."${column}"`, direction }));
    const columns = values.map(({ value }, index) => `${value} AS "_o${index}"`);
    const by = values.map(({ value, direction }) => `${value} ${direction} NULLS LAST`);
    // Without an order of its own the planner can't hope to come upon the page early.
    const end = most === "" ? "OFFSET 0" : `ORDER BY ${by.join(", ")} ${most}`;
    return `SELECT d."${key}" AS "_key", ${columns.join(", ")} FROM ${table} d
      WHERE ${where} ${end}`;
  };
  const page = `LIMIT ${limit} OFFSET ${offset}`;
  const rows = () => {
    if (browse.isRare) {
      return `SELECT * FROM (${part(browse.where, true, "")}) a ORDER BY ${sort} ${page}`;
    }
    if (!column?.validUntil) return part(browse.where, false, page);
    if (lasting.length > 1) return part(browse.where, true, page);
    const until = `d."${column.validUntil}"`;
    const today = parameters.addToday();
    const most = `LIMIT ${parameters.add(browse.take + browse.skip, "integer")}`;
    const valid = `${browse.where} AND (${until} >= ${today} OR d."${column.name}" IS NULL)`;
    const over = `${browse.where} AND ${until} < ${today} AND d."${column.name}" IS NOT NULL`;
    return `SELECT * FROM ((${part(valid, false, most)}) UNION ALL (${part(over, true, most)})) a
      ORDER BY ${sort} ${page}`;
  };
  const sorted = terms.map((_, index) => `p."_o${index}"`);
  return `SELECT d."${key}" AS "_id", ${[...attributes, ...sorted].join(", ")}
    FROM (${rows()}) p JOIN ${table} d ON d."${key}" = p."_key"`;
}

function expiring(plan: DocumentPlan, name: string): Column | null {
  const column = plan.columns.get(name);
  return column?.validUntil ? column : null;
}
