import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { refuse } from "../../../lib/errors";
import { findHeader } from "./columns";
import type { Cell } from "./values";

/** Most bytes of a statement, and most lines. */
export const STATEMENT_BYTES = 5 * 1024 * 1024;
export const STATEMENT_LINES = 20_000;
/** A workbook is a zip: what it unpacks to, and how many files are in it. */
const UNPACKED_BYTES = 100 * 1024 * 1024;
const ENTRIES = 2_000;
const CELL_LENGTH = 4_000;

/** One line of a file with its number as an editor or a spreadsheet counts. */
export type Line = { number: number; cells: Cell[] };

/**
 * The lines of a statement, a CSV file (comma, semicolon or tab; UTF-8, UTF-16 or windows-1258) or
 * the first sheet with a header of an .xlsx workbook. Formulas are never computed: of a workbook the
 * stored results are read, in CSV they are text.
 *
 * Refuses `statement_too_large`, `statement_too_long`, `statement_old_excel`,
 * `statement_unreadable`, each naming the field `file`.
 */
export async function readLines(bytes: Buffer): Promise<Line[]> {
  if (bytes.length > STATEMENT_BYTES) {
    refuseFile("statement_too_large", "The file is larger than 5 MB: export fewer days");
  }
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return readSheet(bytes);
  const isOldExcel = bytes.subarray(0, 4).toString("hex") === "d0cf11e0";
  const text = isOldExcel ? "" : decode(bytes);
  if (isOldExcel || /^\s*<(!doctype|html|\?xml|table|meta)/i.test(text)) {
    refuseFile(
      "statement_old_excel",
      "The file is in an old format of Excel: open it, save it as .xlsx or CSV and try again",
    );
  }
  if (text.includes("\u0000")) unreadable();
  return readCsv(text.replace(/\r\n?/g, "\n"));
}

/** Refuses the file with its name as field. */
export function refuseFile(code: string, message: string): never {
  refuse(code, message, { fields: [{ field: "file", code, message }] });
}

function unreadable(): never {
  refuseFile("statement_unreadable", "The file is neither CSV nor .xlsx: export it again");
}

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1258").decode(bytes);
  }
}

/** Reads with each separator that banks use until a header is found. */
function readCsv(text: string): Line[] {
  for (const delimiter of [",", ";", "\t"]) {
    const lines = splitCsv(text, delimiter);
    if (lines && findHeader(lines.map(({ cells }) => cells))) return lines;
  }
  return splitCsv(text, ",") ?? unreadable();
}

function splitCsv(text: string, delimiter: string): Line[] | null {
  const lines: Line[] = [];
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      on_record: (cells: string[], { lines: number }) => {
        if (lines.length >= STATEMENT_LINES) tooLong();
        lines.push({ number, cells: cells.map((cell) => cell.slice(0, CELL_LENGTH)) });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("CSV_")) {
      return null;
    }
    throw error;
  }
  return lines;
}

async function readSheet(bytes: Buffer): Promise<Line[]> {
  if (!unpacksInBounds(bytes)) unreadable();
  const sheets = await readWorkbook(bytes).catch(unreadable);
  const all = sheets.map(({ data }) => data.map((row) => row.map(cellOf)));
  const rows = all.find((sheet) => findHeader(sheet)) ?? all[0] ?? [];
  if (rows.length > STATEMENT_LINES) tooLong();
  return rows.map((cells, index) => ({ number: index + 1, cells }));
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date || typeof value === "number") return value;
  return typeof value === "string" ? value.slice(0, CELL_LENGTH) : null;
}

function tooLong(): never {
  refuseFile("statement_too_long", "The file has more than 20,000 lines: export fewer days");
}

/** Adds up what a zip's directory says that it unpacks to, so that a small file stays small. */
function unpacksInBounds(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > bytes.length) return false;
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return false;
    size += bytes.readUInt32LE(at + 24);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries <= ENTRIES && size <= UNPACKED_BYTES;
}
