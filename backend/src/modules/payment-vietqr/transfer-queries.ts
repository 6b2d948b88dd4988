import { and, between, desc, eq, isNull, ne, notExists, sql } from "drizzle-orm";
import { db, type Transaction } from "../../lib/sql";
import { randomId } from "./ids";
import {
  allocation,
  bankTransfer,
  type Source,
  type StoredTransfer,
  type Suspense,
  suspense,
  transferAlias,
} from "./tables";

/** Gives money of a transfer to a request. Call under the request's lock. */
export async function insertAllocation(
  tx: Transaction,
  row: { transfer_id: string; request_code: string; amount_vnd: number },
): Promise<void> {
  await tx.insert(allocation).values({ id: randomId("alloc"), ...row });
}

/** Puts money of a transfer into suspense; answers the entry's id. */
export async function insertSuspense(
  tx: Transaction,
  row: Pick<Suspense, "transfer_id" | "request_code" | "amount_vnd" | "reason">,
): Promise<string> {
  const id = randomId("sus");
  await tx.insert(suspense).values({ id, ...row });
  return id;
}

/** Takes all money from a request, transfer by transfer. Call under the request's lock. */
export async function releaseAllocations(
  tx: Transaction,
  request_code: string,
): Promise<{ transfer_id: string; amount_vnd: number }[]> {
  return tx
    .update(allocation)
    .set({ released_at: sql`clock_timestamp()` })
    .where(and(eq(allocation.request_code, request_code), isNull(allocation.released_at)))
    .returning({ transfer_id: allocation.transfer_id, amount_vnd: allocation.amount_vnd });
}

/** The transfer that paid most of a request and whose sender is known; null without one. */
export async function selectPayer(
  tx: Transaction,
  request_code: string,
): Promise<StoredTransfer | null> {
  const [row] = await tx
    .select({ transfer: bankTransfer })
    .from(allocation)
    .innerJoin(bankTransfer, eq(bankTransfer.id, allocation.transfer_id))
    .where(
      and(
        eq(allocation.request_code, request_code),
        isNull(allocation.released_at),
        sql`${bankTransfer.sender_account} IS NOT NULL`,
      ),
    )
    .orderBy(desc(allocation.amount_vnd), allocation.id)
    .limit(1);
  return row?.transfer ?? null;
}

/** A transfer as a source names it. */
export type NamedTransfer = Pick<
  StoredTransfer,
  "account_number" | "bank_id" | "amount_vnd" | "content" | "occurred_at" | "source"
>;

const NAMED = {
  account_number: bankTransfer.account_number,
  bank_id: bankTransfer.bank_id,
  amount_vnd: bankTransfer.amount_vnd,
  content: bankTransfer.content,
  occurred_at: bankTransfer.occurred_at,
  source: bankTransfer.source,
};

/** Which of these names of an account are recorded, as the bank's own or as another source's. */
export async function selectNamed(
  account_number: string,
  bank_ids: string[],
): Promise<NamedTransfer[]> {
  const [own, aliases] = await Promise.all([
    db()
      .select(NAMED)
      .from(bankTransfer)
      .where(
        and(
          eq(bankTransfer.account_number, account_number),
          sql`${bankTransfer.bank_id} IN (SELECT jsonb_array_elements_text(${JSON.stringify(bank_ids)}::jsonb))`,
        ),
      ),
    db()
      .select({ ...NAMED, bank_id: transferAlias.bank_id, source: transferAlias.source })
      .from(transferAlias)
      .innerJoin(bankTransfer, eq(bankTransfer.id, transferAlias.transfer_id))
      .where(
        and(
          eq(transferAlias.account_number, account_number),
          sql`${transferAlias.bank_id} IN (SELECT jsonb_array_elements_text(${JSON.stringify(bank_ids)}::jsonb))`,
        ),
      ),
  ]);
  return [...own, ...aliases];
}

/** Transfers of an account in a span of time that another source told of and this one did not. */
export async function selectSeen(of: {
  account_number: string;
  from: Date;
  to: Date;
  source: Source;
}): Promise<NamedTransfer[]> {
  const named = db()
    .select({ one: sql`1` })
    .from(transferAlias)
    .where(
      and(eq(transferAlias.transfer_id, bankTransfer.id), eq(transferAlias.source, of.source)),
    );
  return db()
    .select(NAMED)
    .from(bankTransfer)
    .where(
      and(
        eq(bankTransfer.account_number, of.account_number),
        between(bankTransfer.occurred_at, of.from, of.to),
        ne(bankTransfer.source, of.source),
        notExists(named),
      ),
    );
}
