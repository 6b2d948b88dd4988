import { foldForSearch } from "@cho-lang/shared/vietnamese";
import { type Cell, textOf } from "./values";

/** What a statement's columns mean. */
const NAMES = {
  date: [
    "ngay giao dich",
    "ngay gd",
    "transaction date",
    "tnx date",
    "txn date",
    "thoi gian giao dich",
    "thoi gian",
    "ngay hieu luc",
    "value date",
    "ngay hach toan",
    "posting date",
    "ngay",
    "date",
  ],
  credit: [
    "so tien ghi co",
    "phat sinh co",
    "ps co",
    "ghi co",
    "co tktt",
    "credit amount",
    "credit",
    "tien vao",
    "gui vao",
    "deposit",
    "co",
  ],
  debit: [
    "so tien ghi no",
    "phat sinh no",
    "ps no",
    "ghi no",
    "no tktt",
    "debit amount",
    "debit",
    "tien ra",
    "rut ra",
    "withdrawal",
    "no",
  ],
  amount: ["so tien giao dich", "so tien", "transaction amount", "amount", "gia tri"],
  content: [
    "noi dung chi tiet",
    "noi dung giao dich",
    "noi dung",
    "dien giai",
    "mo ta giao dich",
    "mo ta",
    "transactions in detail",
    "description",
    "details",
    "remark",
    "narrative",
    "content",
  ],
  reference: [
    "so but toan",
    "so tham chieu",
    "ma tham chieu",
    "ma giao dich",
    "so giao dich",
    "so gd",
    "so ct",
    "transaction no",
    "transaction id",
    "reference",
    "ref no",
    "doc no",
    "trace",
  ],
} as const;

type Kind = keyof typeof NAMES;

/** Where in a row the columns are; only those that the bank prints. */
export type Columns = Partial<Record<Kind, number>> & { date: number; content: number };

/** How many lines of preamble a statement may have before its header. */
const HEADER_WITHIN = 60;

/**
 * The header of a statement: the first row that names a date, a text and an amount, in Vietnamese
 * or English, with or without diacritics. Null when there is none.
 */
export function findHeader(rows: readonly Cell[][]): { at: number; columns: Columns } | null {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsOf(row);
    if (columns) return { at, columns };
  }
  return null;
}

function columnsOf(row: Cell[]): Columns | null {
  const names = row.map((cell) => ` ${foldForSearch(textOf(cell))} `);
  const taken = new Set<number>();
  const take = (kind: Kind): number | undefined => {
    for (const name of NAMES[kind]) {
      const at = names.findIndex((text, index) => !taken.has(index) && isNamed(text, name));
      if (at < 0 || isBalance(names[at] ?? "")) continue;
      taken.add(at);
      return at;
    }
    return undefined;
  };
  const [date, content] = [take("date"), take("content")];
  if (date === undefined || content === undefined) return null;
  const [credit, debit, reference] = [take("credit"), take("debit"), take("reference")];
  const amount = credit === undefined ? take("amount") : undefined;
  if (credit === undefined && amount === undefined) return null;
  const found = { date, content, credit, debit, amount, reference };
  const present = Object.entries(found).filter(([, at]) => at !== undefined);
  return { date, content, ...Object.fromEntries(present) };
}

/** "Nợ" alone is a column's name; within others it may be the "No" of "Transaction No". */
function isNamed(text: string, name: string): boolean {
  return name.length <= 2 ? text === ` ${name} ` : text.includes(` ${name} `);
}

function isBalance(name: string): boolean {
  return / so du | balance /.test(name);
}

/** Account numbers that the rows before the header name, as letters and digits. */
export function accountsIn(rows: readonly Cell[][]): string[] {
  return rows.flatMap((row) => {
    const text = row.map(textOf).join(" ");
    const named = / (so tai khoan|so tk|tai khoan|account number|account no|account) /;
    if (!named.test(` ${foldForSearch(text)} `)) return [];
    const numbers = text.match(/(?<![\w/])\d(?:[\d .-]{4,28})\d(?![\w/])/g) ?? [];
    return numbers.map((number) => number.replace(/\D/g, ""));
  });
}
