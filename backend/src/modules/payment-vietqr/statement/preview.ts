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
  const free = new Map<string, NamedTransfer[]>();
  for (const transfer of seen) {
    const key = `${transfer.amount_vnd}`;
    free.set(key, [...(free.get(key) ?? []), transfer]);
  }
  const read = new Set<string>();
  const rows = statement.rows.map(({ line, transfer }) => {
    const isAgain = named.has(nameIn(transfer)) || read.has(nameIn(transfer));
    read.add(nameIn(transfer));
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

/** The transfers that are not recorded under their own name: what an import has to look at. */
export async function withoutNamed(transfers: BankTransfer[]): Promise<BankTransfer[]> {
  const named = await namedAmong(transfers);
  return transfers.filter((transfer) => !named.has(nameIn(transfer)));
}

/** Name and amount together: an id that is used again for another amount is not known. */
function nameIn({ account_number, bank_id, amount_vnd }: Omit<NamedTransfer, "content">): string {
  return `${account_number}|${bank_id}|${amount_vnd}`;
}

async function namedAmong(transfers: readonly BankTransfer[]): Promise<Set<string>> {
  const [first] = transfers;
  if (!first) return new Set();
  const ids = transfers.map(({ bank_id }) => bank_id);
  const found = await selectNamed(first.account_number, ids);
  return new Set(found.map(nameIn));
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
function takeAlike(free: Map<string, NamedTransfer[]>, transfer: BankTransfer): boolean {
  const candidates = free.get(`${transfer.amount_vnd}`) ?? [];
  const distance = (one: NamedTransfer) =>
    Math.abs(one.occurred_at.getTime() - transfer.occurred_at.getTime());
  const [nearest] = candidates
    .filter((one) => isSameTransfer(one, transfer))
    .sort((a, b) => distance(a) - distance(b));
  if (!nearest) return false;
  candidates.splice(candidates.indexOf(nearest), 1);
  return true;
}
