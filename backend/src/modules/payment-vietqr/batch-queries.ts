import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../lib/sql";
import type { BankTransfer } from "./bank-transfer";
import { amountOf, type Books, type Entries, nameOf } from "./batch";
import { randomId } from "./ids";
import { addReceived } from "./request-queries";
import { ALIKE_MS } from "./rules";
import {
  allocation,
  bankTransfer,
  request,
  type Source,
  type StoredTransfer,
  suspense,
  transferAlias,
} from "./tables";

type Name = { account_number: string; bank_id: string };

/**
 * Makes everybody who records one of these amounts on its account wait until this transaction ends,
 * so that two sources cannot both find that the other has not spoken of a transfer yet. The locks are
 * taken in the order of their keys: two batches never wait for each other.
 */
export async function lockAmounts(tx: Transaction, batch: readonly BankTransfer[]): Promise<void> {
  const keys = batch.map((one) => `vietqr:${one.account_number}:${one.amount_vnd}`);
  await tx.execute(sql`SELECT pg_advisory_xact_lock(key) FROM (
    SELECT DISTINCT hashtextextended(name, 0) AS key
    FROM jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) name ORDER BY key) sorted`);
}

/** The transfers that the bank or another source calls so. The bank's own name goes first. */
export async function selectNames(tx: Transaction, names: Name[]): Promise<Books["named"]> {
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
    AS wanted(account_number text, bank_id text)`;
  const isNamed = (of: typeof bankTransfer | typeof transferAlias) =>
    and(eq(of.account_number, sql`wanted.account_number`), eq(of.bank_id, sql`wanted.bank_id`));
  const aliases = await tx
    .select({ transfer: bankTransfer, bank_id: transferAlias.bank_id })
    .from(wanted)
    .innerJoin(transferAlias, isNamed(transferAlias))
    .innerJoin(bankTransfer, eq(bankTransfer.id, transferAlias.transfer_id));
  const own = await tx
    .select({ transfer: bankTransfer, bank_id: bankTransfer.bank_id })
    .from(wanted)
    .innerJoin(bankTransfer, isNamed(bankTransfer));
  const named: Books["named"] = new Map();
  for (const { transfer, bank_id } of [...aliases, ...own]) {
    named.set(nameOf({ account_number: transfer.account_number, bank_id }), transfer);
  }
  return named;
}

/** Transfers of another source with an amount of the batch and near one of it in time. */
export async function selectNear(
  tx: Transaction,
  batch: readonly BankTransfer[],
): Promise<StoredTransfer[]> {
  const spans = new Map<string, { account_number: string; amount_vnd: number; at: number[] }>();
  for (const { account_number, amount_vnd, occurred_at } of batch) {
    const key = amountOf({ account_number, amount_vnd });
    const at = [...(spans.get(key)?.at ?? []), occurred_at.getTime()];
    spans.set(key, { account_number, amount_vnd, at });
  }
  const wanted = [...spans.values()].map(({ at, ...of }) => ({
    ...of,
    low: new Date(Math.min(...at) - ALIKE_MS),
    high: new Date(Math.max(...at) + ALIKE_MS),
  }));
  const rows = await tx
    .select({ transfer: bankTransfer })
    .from(
      sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS
        wanted(account_number text, amount_vnd bigint, low timestamptz, high timestamptz)`,
    )
    .innerJoin(
      bankTransfer,
      and(
        eq(bankTransfer.account_number, sql`wanted.account_number`),
        eq(bankTransfer.amount_vnd, sql`wanted.amount_vnd`),
        sql`${bankTransfer.occurred_at} BETWEEN wanted.low AND wanted.high`,
        sql`${bankTransfer.source} <> ${batch[0]?.source ?? ""}`,
      ),
    );
  return rows.map(({ transfer }) => transfer);
}

/** Which sources have named these transfers besides their own. */
export async function selectNamers(tx: Transaction, ids: string[]): Promise<Books["namedBy"]> {
  const namedBy = new Map<string, Set<Source>>();
  if (ids.length === 0) return namedBy;
  const rows = await tx
    .select({ id: transferAlias.transfer_id, source: transferAlias.source })
    .from(transferAlias)
    .where(inArray(transferAlias.transfer_id, ids));
  for (const { id, source } of rows) {
    namedBy.set(id, (namedBy.get(id) ?? new Set()).add(source));
  }
  return namedBy;
}

/** The requests with these codes, as they stand, without a lock. */
export async function selectRequests(tx: Transaction, codes: string[]) {
  if (codes.length === 0) return [];
  return tx.select().from(request).where(inArray(request.code, codes));
}

/**
 * Writes what was decided. Call under the locks of the amounts and of the requests that get money.
 *
 * @throws Error when a transfer was recorded beside the lock of its amount.
 */
export async function writeEntries(tx: Transaction, entries: Entries): Promise<void> {
  const { transfers, aliases, allocations } = entries;
  if (transfers.length > 0) {
    const written = await tx
      .insert(bankTransfer)
      .values(transfers)
      .onConflictDoNothing({ target: [bankTransfer.account_number, bankTransfer.bank_id] })
      .returning({ id: bankTransfer.id });
    if (written.length !== transfers.length) {
      throw new Error("A transfer was recorded beside the lock of its amount.");
    }
  }
  if (aliases.length > 0) await tx.insert(transferAlias).values(aliases).onConflictDoNothing();
  if (entries.suspense.length > 0) {
    const rows = entries.suspense.map((row) => ({ id: randomId("sus"), ...row }));
    await tx.insert(suspense).values(rows);
  }
  if (allocations.length === 0) return;
  await tx.insert(allocation).values(allocations.map((row) => ({ id: randomId("alloc"), ...row })));
  const sums = new Map<string, number>();
  for (const { request_code, amount_vnd } of allocations) {
    sums.set(request_code, (sums.get(request_code) ?? 0) + amount_vnd);
  }
  for (const [code, amount_vnd] of sums) await addReceived(tx, code, amount_vnd);
}
