import type { BankTransfer, Outcome } from "./bank-transfer";
import { codesIn } from "./codes";
import { randomId } from "./ids";
import { chooseRequest, isSameTransfer, splitTransfer } from "./rules";
import type { NewTransfer, Request, Source, StoredTransfer, Suspense } from "./tables";

/** How a source calls a stored transfer. */
export type Alias = {
  transfer_id: string;
  account_number: string;
  bank_id: string;
  source: Source;
};

/** What is written down already and a batch could touch. Read under the batch's locks. */
export type Books = {
  /** Stored transfers by `nameOf`, their own names and those of other sources. */
  named: Map<string, StoredTransfer>;
  /** Stored transfers that a source could mean by a name of its own, by `amountOf`. */
  near: Map<string, StoredTransfer[]>;
  /** Which sources have named a stored transfer besides its own, by its id. */
  namedBy: Map<string, Set<Source>>;
  /** Requests by code; those that may get money are locked. */
  requests: Map<string, Request>;
};

/** What is to be written; the order of the transfers is the one in which they were told. */
export type Entries = {
  transfers: (NewTransfer & Pick<StoredTransfer, "id">)[];
  aliases: Alias[];
  allocations: { transfer_id: string; request_code: string; amount_vnd: number }[];
  suspense: Pick<Suspense, "transfer_id" | "request_code" | "amount_vnd" | "reason">[];
};

export function nameOf(of: { account_number: string; bank_id: string }): string {
  return `${of.account_number}|${of.bank_id}`;
}

export function amountOf(of: { account_number: string; amount_vnd: number }): string {
  return `${of.account_number}|${of.amount_vnd}`;
}

/** The name of a transfer whose id the bank used before for another amount. */
export function renamed(transfer: BankTransfer): BankTransfer {
  return { ...transfer, bank_id: `${transfer.bank_id}~${transfer.amount_vnd}` };
}

/**
 * Decides about transfers one after another, each on what those before it left: whatever is decided
 * in one batch would be decided the same one by one. All are of one source. `books` are brought up to
 * date; nothing is written.
 */
export function decideBatch(batch: readonly BankTransfer[], books: Books, now: Date) {
  const entries: Entries = { transfers: [], aliases: [], allocations: [], suspense: [] };
  const outcomes = batch.map((transfer) => decide({ books, entries, now }, transfer));
  return { entries, outcomes };
}

type Desk = { books: Books; entries: Entries; now: Date };

function decide(desk: Desk, transfer: BankTransfer): Outcome {
  const { books } = desk;
  const existing = books.named.get(nameOf(transfer));
  if (existing?.amount_vnd === transfer.amount_vnd) {
    if (existing.source !== transfer.source) alias(desk, transfer, existing);
    return knownAs(desk, transfer, existing);
  }
  if (existing) return contradiction(desk, transfer);
  const same = alikeOf(books, transfer).find((stored) => isSameTransfer(stored, transfer));
  if (same) {
    alias(desk, transfer, same);
    return knownAs(desk, transfer, same);
  }
  const named = codesIn(transfer.content).flatMap((code) => books.requests.get(code) ?? []);
  return take(desk, transfer, chooseRequest(named));
}

/**
 * The bank used an id again for another amount. Nobody can say which is true, so the money pays
 * nothing by itself and waits for the operator.
 */
function contradiction(desk: Desk, transfer: BankTransfer): Outcome {
  const other = renamed(transfer);
  const existing = desk.books.named.get(nameOf(other));
  const outcome = existing ? knownAs(desk, other, existing) : take(desk, other, null);
  return { ...outcome, bank_id: transfer.bank_id };
}

/** What the source could mean by a name of its own: not named by it yet, the nearest in time first. */
function alikeOf({ near, namedBy }: Books, transfer: BankTransfer): StoredTransfer[] {
  const distance = ({ occurred_at }: StoredTransfer) =>
    Math.abs(occurred_at.getTime() - transfer.occurred_at.getTime());
  return (near.get(amountOf(transfer)) ?? [])
    .filter(({ id }) => !namedBy.get(id)?.has(transfer.source))
    .sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1));
}

function alias({ books, entries }: Desk, transfer: BankTransfer, stored: StoredTransfer): void {
  const { account_number, bank_id, source } = transfer;
  const names = books.namedBy.get(stored.id) ?? new Set<Source>();
  if (names.has(source)) return;
  books.namedBy.set(stored.id, names.add(source));
  books.named.set(nameOf(transfer), stored);
  entries.aliases.push({ transfer_id: stored.id, account_number, bank_id, source });
}

/** Stores a new transfer and gives its money to the request, as far as it is asked for. */
function take(desk: Desk, transfer: BankTransfer, request: Request | null): Outcome {
  const { books, entries, now } = desk;
  const { sender, ...told } = transfer;
  const row = {
    id: randomId("btr"),
    ...told,
    request_code: request?.code ?? null,
    sender_bank_bin: sender?.bank_bin ?? null,
    sender_account: sender?.account_number ?? null,
    sender_name: sender?.name ?? null,
  };
  entries.transfers.push(row);
  books.named.set(nameOf(transfer), { ...row, recorded_at: now });
  const { given_vnd, rest } = splitTransfer(transfer.amount_vnd, request, now);
  if (rest) {
    entries.suspense.push({ transfer_id: row.id, request_code: row.request_code, ...rest });
  }
  const of = outcomeOf(transfer.bank_id, request);
  if (!request || given_vnd === 0) return { ...of, is_new: true, state: "suspense" };
  const { code: request_code, amount_vnd } = request;
  entries.allocations.push({ transfer_id: row.id, request_code, amount_vnd: given_vnd });
  const received_vnd = request.received_vnd + given_vnd;
  const status = received_vnd === amount_vnd ? "paid" : request.status;
  books.requests.set(request_code, { ...request, received_vnd, status });
  return { ...of, is_new: true, state: status === "paid" ? "paid" : "partial" };
}

function knownAs({ books }: Desk, transfer: BankTransfer, stored: StoredTransfer): Outcome {
  const request = books.requests.get(stored.request_code ?? "") ?? null;
  return { ...outcomeOf(transfer.bank_id, request), is_new: false, state: "known" };
}

function outcomeOf(bank_id: string, request: Request | null) {
  const { session_id = null, purchase_id = null, cart_id = null } = request ?? {};
  return { bank_id, session_id, purchase_id, cart_id };
}
