import type { SuspenseReason } from "@cho-lang/shared/domain/payment";
import { db, inTransaction, type Transaction } from "../../lib/sql";
import { randomCode } from "./ids";
import { cancelParts, selectPartsOf } from "./part-queries";
import * as queries from "./request-queries";
import type { NewRequest, Request } from "./tables";
import { insertSuspense, releaseAllocations } from "./transfer-queries";

/** Purchases have a handful of codes at most; more tries than this mean that something is broken. */
const TRIES = 5;

/**
 * Asks for the money of a purchase. A repeat for the session answers the same request; a new session
 * of the purchase takes over the one that the buyer may have seen already. One for another amount is
 * ended, and what came for it goes to suspense.
 */
export async function openRequest(asked: Omit<NewRequest, "code">): Promise<Request> {
  return inTransaction(async (tx) => {
    const own = await queries.lockSessionRequest(tx, asked.session_id);
    if (own) return own;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const live = await queries.lockLiveRequest(tx, asked.purchase_id);
      if (live?.amount_vnd === asked.amount_vnd) {
        const { session_id, cart_id, expires_at } = asked;
        await queries.updateRequest(tx, live.code, { session_id, cart_id, expires_at });
        return { ...live, session_id, cart_id, expires_at };
      }
      if (live) await endRequest(tx, live);
      const code = randomCode(asked.purchase_number);
      if (await queries.insertRequest(tx, { ...asked, code })) {
        const [row] = await queries.lockRequests(tx, [code]);
        if (row) return row;
      }
    }
    throw new Error(`No code was free for ${asked.purchase_number}.`);
  });
}

/** The request of a session, or the live one of its purchase when the session was never stored. */
async function lockNamed(
  tx: Transaction,
  by: { session_id: string; purchase_id: string },
): Promise<Request | null> {
  if (by.session_id) return queries.lockSessionRequest(tx, by.session_id);
  return queries.lockLiveRequest(tx, by.purchase_id);
}

/**
 * Ends a request that was not paid: it takes no more money, and what came so far goes to suspense as
 * `under`. One of both wins against money that comes at the same moment: false means that all of it
 * has come, and nothing was changed. A repeat is harmless.
 */
export async function closeRequest(by: {
  session_id: string;
  purchase_id: string;
}): Promise<boolean> {
  return inTransaction(async (tx) => {
    const request = await lockNamed(tx, by);
    if (request?.status === "paid") return false;
    if (request?.status === "open") await endRequest(tx, request);
    return true;
  });
}

/**
 * Gives up a paid request because its purchase could not be made: all of its money goes to suspense
 * as `not_placed`. An open one is closed. A repeat is harmless.
 */
export async function returnRequest(by: {
  session_id: string;
  purchase_id: string;
}): Promise<void> {
  await inTransaction(async (tx) => {
    const request = await lockNamed(tx, by);
    if (request?.status === "open" || request?.status === "paid") await endRequest(tx, request);
  });
}

/** Ends a request under its lock and puts its money into suspense. */
async function endRequest(tx: Transaction, request: Request): Promise<void> {
  const isPaid = request.status === "paid";
  if (isPaid) {
    const parts = await selectPartsOf(tx, request.code);
    if (parts.some(({ refunded_vnd }) => refunded_vnd > 0)) {
      throw new Error(`Request ${request.code} has refunds: its money can't be returned again.`);
    }
    await cancelParts(tx, request.code);
  }
  const reason: SuspenseReason = isPaid ? "not_placed" : "under";
  await queries.updateRequest(tx, request.code, {
    status: isPaid ? "returned" : "closed",
    received_vnd: 0,
    closed_at: new Date(),
  });
  for (const released of await releaseAllocations(tx, request.code)) {
    await insertSuspense(tx, { ...released, request_code: request.code, reason });
  }
}

/** Asks for another amount while nothing has come; false when something has, or it has ended. */
export async function changeAmount(session_id: string, amount_vnd: number): Promise<boolean> {
  return inTransaction(async (tx) => {
    const request = await queries.lockSessionRequest(tx, session_id);
    if (request?.status !== "open") return false;
    if (request.amount_vnd === amount_vnd) return true;
    if (request.received_vnd > 0) return false;
    await queries.updateRequest(tx, request.code, { amount_vnd });
    return true;
  });
}

/** Where a request stands: by its session, else the newest of the purchase. Null without one. */
export async function findRequest(by: {
  session_id?: string;
  purchase_id?: string;
}): Promise<Request | null> {
  const { session_id = "", purchase_id = "" } = by;
  return queries.selectRequest(db(), { session_id, purchase_id });
}
