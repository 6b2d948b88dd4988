import { createHash } from "node:crypto";
import { todayInVietnam } from "@cho-lang/shared/calendar";
import { compactContent } from "../codes";
import type { BankTransfer } from "../transfers";
import { type Line, readLines, refuseFile } from "./cells";
import { accountsIn, type Columns, findHeader } from "./columns";
import { amountIn, instantIn, textOf } from "./values";

/** Why a line of a statement brings no transfer. */
export type SkipReason =
  /** Money that left the account. */
  | "outgoing"
  /** An amount, but no day: sums at the end of a statement look like this. */
  | "no_date"
  /** The amount is no whole number of đồng. */
  | "bad_amount";

export type Statement = {
  /** Incoming money with the number of its line in the file. */
  rows: { line: number; transfer: BankTransfer }[];
  skipped: { line: number; reason: SkipReason; text: string }[];
};

/** The bank's numbers with fewer signs than this begin again every day. */
const UNIQUE_REFERENCE = 10;
const SKIPPED_TEXT = 200;

/**
 * Reads a bank's statement of one account of ours, at most 5 MB and 20,000 lines. Lines without a
 * day and an amount, such as headings, are passed over in silence.
 *
 * Refuses what `readLines` refuses, `statement_no_header` when the columns are not recognised and
 * `statement_other_account` when the file says that it is of another account.
 */
export async function readStatement(file: {
  bytes: Buffer;
  account_number: string;
}): Promise<Statement> {
  return linesToStatement(await readLines(file.bytes), file.account_number);
}

/** The transfers in the lines of a statement; the pure part of `readStatement`. */
export function linesToStatement(lines: readonly Line[], account: string): Statement {
  const header = findHeader(lines.map(({ cells }) => cells));
  if (!header) {
    refuseFile(
      "statement_no_header",
      "No line names the columns for the date, the text and the incoming amount of a statement",
    );
  }
  const account_number = account.replace(/[^0-9A-Za-z]/g, "");
  const named = accountsIn(lines.slice(0, header.at).map(({ cells }) => cells));
  if (named.length > 0 && !named.includes(account_number)) {
    refuseFile(
      "statement_other_account",
      `The statement is of account ${named.join(", ")}, not of ${account_number}`,
    );
  }
  const statement: Statement = { rows: [], skipped: [] };
  const names = new Names();
  for (const line of lines.slice(header.at + 1)) {
    addLine(statement, line, { columns: header.columns, account_number, names });
  }
  return statement;
}

function addLine(
  statement: Statement,
  { number: line, cells }: Line,
  how: { columns: Columns; account_number: string; names: Names },
): void {
  const { columns, account_number, names } = how;
  const cell = (at: number | undefined) => (at === undefined ? null : cells[at]);
  const when = instantIn(cell(columns.date));
  const amount_vnd = amountIn(cell(columns.credit ?? columns.amount));
  const out_vnd = amountIn(cell(columns.debit)) ?? 0;
  const skip = (reason: SkipReason) => {
    const text = cells.map(textOf).filter(Boolean).join(" · ").slice(0, SKIPPED_TEXT);
    statement.skipped.push({ line, reason, text });
  };
  if (!when) {
    if (amount_vnd) skip("no_date");
    return;
  }
  if (amount_vnd === null) skip("bad_amount");
  else if (amount_vnd < 0 || (amount_vnd === 0 && out_vnd !== 0)) skip("outgoing");
  if (!amount_vnd || amount_vnd < 0) return;
  const content = textOf(cell(columns.content));
  const printed = textOf(cell(columns.reference)) || when.rest;
  const fact = { amount_vnd, content, occurred_at: when.at };
  const bank_id = names.nameOf(printed, fact);
  statement.rows.push({
    line,
    transfer: { ...fact, bank_id, account_number, source: "statement" },
  });
}

/**
 * What the transfers of a statement are called, the same each time that the file or one that
 * overlaps it is read. Numbers that begin again every day get their day; lines without a number are
 * called by what they say and by how many equal ones stand before them.
 */
class Names {
  private readonly seen = new Map<string, number>();

  nameOf(
    printed: string,
    fact: Pick<BankTransfer, "amount_vnd" | "content" | "occurred_at">,
  ): string {
    // T24 banks put the branch behind a backslash; feeds leave it out.
    const reference = printed.replace(/\\.*$/, "").trim().slice(0, 100);
    if (compactContent(reference).length >= UNIQUE_REFERENCE) return reference;
    const day = todayInVietnam(fact.occurred_at);
    if (/\d/.test(reference)) return `${day}:${reference}`;
    const said = `${fact.occurred_at.toISOString()}|${fact.amount_vnd}|${fact.content}`;
    const hash = createHash("sha256").update(said).digest("hex").slice(0, 24);
    const before = this.seen.get(hash) ?? 0;
    this.seen.set(hash, before + 1);
    return `${day}:${hash}:${before + 1}`;
  }
}
