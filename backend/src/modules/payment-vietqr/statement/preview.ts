import { ALIKE_MS, isSameTransfer } from "../rules";
import type { Source } from "../tables";
import { type NamedTransfer, selectNamed, selectSeen } from "../transfer-queries";
import type { BankTransfer } from "../transfers";
import type { Statement } from "./read";

/** A statement as it would be imported. Amounts are whole đồng. */
export type StatementPreview = {
  rows: {
    line: number;
    transfer: BankTransfer;
    /** Recorded already, by this name or by a bank feed. */
    is_known: boolean;
  }[];
  known: number;
  new: number;
  new_vnd: number;
  skipped: Statement["skipped"];
};

/** What an import of a statement would do now; nothing is written. */
export async function previewStatement(statement: Statement): Promise<StatementPreview> {
  const transfers = statement.rows.map(({ transfer }) => transfer);
  const [named, seen] = await Promise.all([namedAmong(transfers), seenAround(transfers)]);
  const free = new Map<number, NamedTransfer[]>();
  const isNamed = new Set(transfers.map(nameIn).filter((name) => named.has(name)));
  for (const transfer of seen.filter((one) => !isNamed.has(nameIn(one)))) {
    free.set(transfer.amount_vnd, [...(free.get(transfer.amount_vnd) ?? []), transfer]);
  }
  const read = new Set<string>();
  const rows = statement.rows.map(({ line, transfer }) => {
    const name = nameIn(transfer);
    const isAgain = named.has(name) || read.has(name);
    read.add(name);
    return { line, transfer, is_known: isAgain || takeAlike(free, transfer) };
  });
  const fresh = rows.filter(({ is_known }) => !is_known);
  return {
    rows,
    known: rows.length - fresh.length,
    new: fresh.length,
    new_vnd: fresh.reduce((sum, { transfer }) => sum + transfer.amount_vnd, 0),
    skipped: statement.skipped,
  };
}

/**
 * The transfers of a statement that an import has to record: those that a statement brought before
 * are left out. What the feed told of by the same name comes first, so that a line without such a
 * name can't be taken for it.
 */
export async function notImported(transfers: BankTransfer[]): Promise<BankTransfer[]> {
  const named = await namedAmong(transfers);
  const sources = (transfer: BankTransfer) => named.get(nameIn(transfer));
  const open = transfers.filter((transfer) => !sources(transfer)?.has(transfer.source));
  return [...open.filter(sources), ...open.filter((transfer) => !sources(transfer))];
}

/** Name and amount together: an id that is used again for another amount is not known. */
function nameIn({ account_number, bank_id, amount_vnd }: Omit<NamedTransfer, "content">): string {
  return `${account_number}|${bank_id}|${amount_vnd}`;
}

/** Which of these names are recorded, and by which sources. */
async function namedAmong(transfers: readonly BankTransfer[]): Promise<Map<string, Set<Source>>> {
  const [first] = transfers;
  const named = new Map<string, Set<Source>>();
  if (!first) return named;
  const ids = transfers.map(({ bank_id }) => bank_id);
  for (const transfer of await selectNamed(first.account_number, ids)) {
    const sources = named.get(nameIn(transfer)) ?? new Set<Source>();
    named.set(nameIn(transfer), sources.add(transfer.source));
  }
  return named;
}

/** Transfers that feeds told of in the days of these, which no statement has named yet. */
async function seenAround(transfers: readonly BankTransfer[]): Promise<NamedTransfer[]> {
  const [first] = transfers;
  if (!first) return [];
  const times = transfers.map(({ occurred_at }) => occurred_at.getTime());
  const [from, to] = times.reduce(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [first.occurred_at.getTime(), first.occurred_at.getTime()],
  );
  const source: Source = "statement";
  return selectSeen({
    account_number: first.account_number,
    from: new Date(from - ALIKE_MS),
    to: new Date(to + ALIKE_MS),
    source,
  });
}

/** Takes the nearest transfer that this line also speaks of, so that no two lines take one. */
function takeAlike(free: Map<number, NamedTransfer[]>, transfer: BankTransfer): boolean {
  const candidates = free.get(transfer.amount_vnd) ?? [];
  const distance = (one: NamedTransfer) =>
    Math.abs(one.occurred_at.getTime() - transfer.occurred_at.getTime());
  const [nearest] = candidates
    .filter((one) => isSameTransfer(one, transfer))
    .sort((a, b) => distance(a) - distance(b));
  if (!nearest) return false;
  candidates.splice(candidates.indexOf(nearest), 1);
  return true;
}
