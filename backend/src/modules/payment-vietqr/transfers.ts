import { refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import { codesIn } from "./codes";
import { randomId } from "./ids";
import * as requests from "./request-queries";
import { chooseRequest, isSameTransfer, splitTransfer } from "./rules";
import type { Request, Source, StoredTransfer } from "./tables";
import * as queries from "./transfer-queries";

/** An account that money came from or goes to. */
export type BankAccount = {
  /** Six digits of NAPAS. */
  bank_bin: string;
  account_number: string;
  name: string;
};

/** Money that came to an account of ours, as a bank feed or a statement says. */
export type BankTransfer = {
  /** The bank's own name of it: unique for the account, the same in every delivery. */
  bank_id: string;
  account_number: string;
  /** Whole đồng, from 1 up. */
  amount_vnd: number;
  content: string;
  occurred_at: Date;
  source: Source;
  /** Who sent it, when the bank says so. */
  sender?: BankAccount | null;
};

/** What became of one transfer. */
export type Outcome = {
  bank_id: string;
  /** False when it was recorded before, by this name or another source's. */
  is_new: boolean;
  session_id: string | null;
  purchase_id: string | null;
  /** Of the request that got it, for completing the purchase. */
  cart_id: string | null;
  /**
   * `paid`: with it all of the request has come; `partial`: some is missing; `suspense`: all of it
   * waits for the operator; `known`: recorded before, nothing happened now.
   */
  state: "paid" | "partial" | "suspense" | "known";
};

const CONTENT_LENGTH = 1000;
const BANK_ID_LENGTH = 150;

/**
 * Records transfers one after another, each in a transaction of its own under the lock of its
 * request. The same transfer twice, also at once and from several servers, counts once; so does one
 * of which the feed and a statement both speak. Outcomes are in the order of the list.
 *
 * Refuses `transfer_malformed` before anything is recorded.
 */
export async function recordTransfers(list: BankTransfer[]): Promise<Outcome[]> {
  const clean = list.map(cleaned);
  const outcomes: Outcome[] = [];
  for (const transfer of clean) {
    outcomes.push(await inTransaction((tx) => record(tx, transfer)));
  }
  return outcomes;
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

async function record(tx: Transaction, transfer: BankTransfer): Promise<Outcome> {
  await queries.lockAmount(tx, transfer);
  const existing = await queries.selectTransfer(tx, transfer);
  if (existing?.amount_vnd === transfer.amount_vnd) {
    if (existing.source !== transfer.source) {
      await queries.insertAlias(tx, { ...transfer, transfer_id: existing.id });
    }
    return knownAs(tx, transfer, existing);
  }
  if (existing) return recordContradiction(tx, transfer);
  const alike = await queries.selectAlike(tx, transfer);
  const same = alike.find((stored) => isSameTransfer(stored, transfer));
  if (same) {
    await queries.insertAlias(tx, { ...transfer, transfer_id: same.id });
    return knownAs(tx, transfer, same);
  }
  const named = await requests.lockRequests(tx, codesIn(transfer.content));
  return take(tx, transfer, chooseRequest(named));
}

/**
 * The bank used an id again for another amount. Nobody can say which is true, so the money pays
 * nothing by itself and waits for the operator.
 */
async function recordContradiction(tx: Transaction, transfer: BankTransfer): Promise<Outcome> {
  const renamed = { ...transfer, bank_id: `${transfer.bank_id}~${transfer.amount_vnd}` };
  const existing = await queries.selectTransfer(tx, renamed);
  const outcome = existing ? await knownAs(tx, renamed, existing) : await take(tx, renamed, null);
  return { ...outcome, bank_id: transfer.bank_id };
}

/** Stores a new transfer and gives its money to the request, as far as it is asked for. */
async function take(
  tx: Transaction,
  transfer: BankTransfer,
  request: Request | null,
): Promise<Outcome> {
  const id = randomId("btr");
  const { bank_id, account_number, amount_vnd, content, occurred_at, source, sender } = transfer;
  const row = { id, bank_id, account_number, amount_vnd, content, occurred_at, source };
  const isNew = await queries.insertTransfer(tx, {
    ...row,
    request_code: request?.code ?? null,
    sender_bank_bin: sender?.bank_bin ?? null,
    sender_account: sender?.account_number ?? null,
    sender_name: sender?.name ?? null,
  });
  if (!isNew) throw new Error(`Transfer ${bank_id} was recorded beside the lock of its amount.`);
  const { given_vnd, rest } = splitTransfer(amount_vnd, request, new Date());
  if (rest) {
    const request_code = request?.code ?? null;
    await queries.insertSuspense(tx, { transfer_id: id, request_code, ...rest });
  }
  const of = outcomeOf(bank_id, request);
  if (!request || given_vnd === 0) return { ...of, is_new: true, state: "suspense" };
  const now = await giveTo(tx, { transfer_id: id, request_code: request.code, given_vnd });
  return { ...of, is_new: true, state: now.status === "paid" ? "paid" : "partial" };
}

/** Gives money to an open request under its lock; answers the request as it stands then. */
export async function giveTo(
  tx: Transaction,
  gift: { transfer_id: string; request_code: string; given_vnd: number },
): Promise<Request> {
  const { transfer_id, request_code, given_vnd } = gift;
  await queries.insertAllocation(tx, { transfer_id, request_code, amount_vnd: given_vnd });
  return requests.addReceived(tx, request_code, given_vnd);
}

function outcomeOf(bank_id: string, request: Request | null) {
  const { session_id = null, purchase_id = null, cart_id = null } = request ?? {};
  return { bank_id, session_id, purchase_id, cart_id };
}

async function knownAs(
  tx: Transaction,
  transfer: BankTransfer,
  stored: StoredTransfer,
): Promise<Outcome> {
  const request = stored.request_code ? await requests.findByCode(tx, stored.request_code) : null;
  return { ...outcomeOf(transfer.bank_id, request), is_new: false, state: "known" };
}
