import { parseLocalDate } from "@cho-lang/shared/calendar";

/** A cell as the reader of the file gives it; a Date is a day and hour as on the wall, in UTC. */
export type Cell = string | number | Date | null;

const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
/** Day 0 of a workbook whose dates are plain numbers. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** The years 1954 to 2119: numbers outside are no days. */
const EXCEL_DAYS = { first: 20_000, last: 80_000 } as const;

/** The cell as one line of text without control characters. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  const text = cell instanceof Date ? cell.toISOString() : String(cell);
  return text
    .replace(/\p{C}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * An amount of whole đồng: "1.234.567", "1,234,567.00", "1 234 567 VND", "+500,000", "(500,000)" or
 * a number. 0 for an empty cell or a dash; null for what is no amount or has a fraction of a đồng.
 */
export function amountIn(cell: Cell | undefined): number | null {
  if (typeof cell === "number") return whole(cell);
  const text = textOf(cell)
    .replace(/(vnđ|vnd|đ|₫)\.?$/i, "")
    .trim();
  if (text === "" || /^[-–—]$/.test(text)) return 0;
  const isNegative = /^-|^\(.*\)$/.test(text);
  const bare = text.replace(/^[-+]|^\(|\)$/g, "").trim();
  const grouped = /^(\d{1,3})((?:([., '])\d{3})(?:\3\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(bare);
  if (grouped && grouped[4] !== grouped[3]) {
    const digits = `${grouped[1]}${grouped[2]}`.replace(/\D/g, "");
    return signed(Number(digits), grouped[5], isNegative);
  }
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  return plain ? signed(Number(plain[1]), plain[2], isNegative) : null;
}

function signed(amount: number, decimals: string | undefined, isNegative: boolean): number | null {
  if (Number(decimals ?? 0) !== 0) return null;
  return whole(isNegative ? -amount : amount);
}

function whole(amount: number): number | null {
  return Number.isSafeInteger(amount) ? amount : null;
}

/**
 * The instant in a cell, on a clock in Vietnam: "22/11/2026 14:02:37", "22-11-2026", "2026-11-22
 * 14:02", a workbook's date. Days without an hour begin at midnight. `rest` is what else stands in
 * the cell; some banks print their number of the transfer under the day. Null without a date.
 */
export function instantIn(cell: Cell | undefined): { at: Date; rest: string } | null {
  const wall = wallClock(cell);
  if (wall) return { at: new Date(wall.getTime() - VIETNAM_OFFSET_MS), rest: "" };
  const text = textOf(cell);
  const day =
    /(?<!\d)(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})(?!\d)/.exec(text) ??
    /(?<!\d)(?<y>\d{4})[/.-](?<m>\d{1,2})[/.-](?<d>\d{1,2})(?!\d)/.exec(text);
  const { y = "", m = "", d = "" } = day?.groups ?? {};
  const date = parseLocalDate(`${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
  if (!day || !date) return null;
  const others = `${text.slice(0, day.index)} ${text.slice(day.index + day[0].length)}`;
  const hour = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?!\d)/.exec(others);
  const [h, minute, second] = [hour?.[1] ?? "0", hour?.[2] ?? "00", hour?.[3] ?? "00"];
  const at = new Date(`${date}T${h.padStart(2, "0")}:${minute}:${second}+07:00`);
  return { at, rest: others.replace(hour?.[0] ?? "", "").replace(/^[T\s]+|\s+$/g, "") };
}

function wallClock(cell: Cell | undefined): Date | null {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? null : wholeSeconds(cell.getTime());
  if (typeof cell !== "number") return null;
  if (cell < EXCEL_DAYS.first || cell > EXCEL_DAYS.last) return null;
  return wholeSeconds(EXCEL_EPOCH + cell * DAY_MS);
}

/** A workbook keeps hours as fractions of a day, which are a little beside the second. */
function wholeSeconds(milliseconds: number): Date {
  return new Date(Math.round(milliseconds / 1000) * 1000);
}
