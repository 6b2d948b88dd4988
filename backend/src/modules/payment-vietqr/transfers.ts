import { refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import type { BankTransfer, Outcome } from "./bank-transfer";
import { amountOf, type Books, decideBatch, nameOf, renamed } from "./batch";
import * as batches from "./batch-queries";
import { codesIn } from "./codes";
import * as requests from "./request-queries";
import type { Request, StoredTransfer } from "./tables";
import { insertAllocation } from "./transfer-queries";

export type { BankAccount, BankTransfer, Outcome } from "./bank-transfer";

const CONTENT_LENGTH = 1000;
const BANK_ID_LENGTH = 150;

/** Transfers of one transaction: a statement of 20,000 lines is 40 of them. */
const BATCH = 500;

/**
 * Records transfers in batches, each in a transaction of its own under the locks of its amounts and
 * its requests, and each transfer on what those before it left. The same transfer twice, also at once
 * and from several servers, counts once; so does one of which the feed and a statement both speak.
 * Outcomes are in the order of the list.
 *
 * Refuses `transfer_malformed` before anything is recorded.
 */
export async function recordTransfers(list: BankTransfer[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const batch of batchesOf(list.map(cleaned))) {
    outcomes.push(...(await inTransaction((tx) => record(tx, batch))));
  }
  return outcomes;
}

/** Runs of transfers of one source, none too long. */
function batchesOf(list: BankTransfer[]): BankTransfer[][] {
  const found: BankTransfer[][] = [];
  for (const transfer of list) {
    const last = found.at(-1);
    const fits = last && last.length < BATCH && last[0]?.source === transfer.source;
    if (fits) last.push(transfer);
    else found.push([transfer]);
  }
  return found;
}

function cleaned(transfer: BankTransfer): BankTransfer {
  const account_number = transfer.account_number.replace(/[^0-9A-Za-z]/g, "");
  const bank_id = printable(transfer.bank_id);
  const isFine =
    Number.isSafeInteger(transfer.amount_vnd) &&
    transfer.amount_vnd > 0 &&
    /^.{1,34}$/.test(account_number) &&
    bank_id !== "" &&
    bank_id.length <= BANK_ID_LENGTH &&
    !Number.isNaN(transfer.occurred_at.getTime());
  if (!isFine) {
    refuse(
      "transfer_malformed",
      "A transfer needs an account, the bank's id, whole đồng above 0 and an instant",
    );
  }
  const content = printable(transfer.content).slice(0, CONTENT_LENGTH);
  return { ...transfer, account_number, bank_id, content };
}

/** Without control characters, which PostgreSQL or a terminal would stumble over. */
function printable(text: string): string {
  return text.replace(/\p{C}+/gu, " ").trim();
}

async function record(tx: Transaction, batch: BankTransfer[]): Promise<Outcome[]> {
  await batches.lockAmounts(tx, batch);
  const books = await readBooks(tx, batch);
  const { entries, outcomes } = decideBatch(batch, books, new Date());
  await batches.writeEntries(tx, entries);
  return outcomes;
}

/** Reads what the batch could touch, and locks the requests that its texts name. */
async function readBooks(tx: Transaction, batch: BankTransfer[]): Promise<Books> {
  const named = await batches.selectNames(tx, [...batch, ...batch.map(renamed)].map(onlyName));
  const fresh = batch.filter((transfer) => !named.has(nameOf(transfer)));
  const near = fresh.length > 0 ? await batches.selectNear(tx, fresh) : [];
  const known = [...named.values(), ...near];
  const namedBy = await batches.selectNamers(tx, [...new Set(known.map(({ id }) => id))]);
  const codes = new Set(fresh.flatMap(({ content }) => codesIn(content)));
  const locked = await requests.lockRequests(tx, [...codes]);
  const others = known.flatMap(({ request_code: code }) => (code && !codes.has(code) ? code : []));
  const all = [...locked, ...(await batches.selectRequests(tx, [...new Set(others)]))];
  return {
    named,
    near: byAmount(near),
    namedBy,
    requests: new Map(all.map((row): [string, Request] => [row.code, row])),
  };
}

function onlyName({ account_number, bank_id }: BankTransfer) {
  return { account_number, bank_id };
}

function byAmount(stored: StoredTransfer[]): Books["near"] {
  const near: Books["near"] = new Map();
  for (const one of stored) near.set(amountOf(one), [...(near.get(amountOf(one)) ?? []), one]);
  return near;
}

/** Gives money to an open request under its lock; answers the request as it stands then. */
export async function giveTo(
  tx: Transaction,
  gift: { transfer_id: string; request_code: string; given_vnd: number },
): Promise<Request> {
  const { transfer_id, request_code, given_vnd } = gift;
  await insertAllocation(tx, { transfer_id, request_code, amount_vnd: given_vnd });
  return requests.addReceived(tx, request_code, given_vnd);
}
