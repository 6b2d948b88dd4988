import { refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import { randomId } from "./ids";
import * as queries from "./part-queries";
import { findByCode, lockRequests, selectRequest } from "./request-queries";
import type { Part, RefundDue, Request } from "./tables";
import { selectPayer } from "./transfer-queries";

/** One order's payment and the request that pays it: by its code, else the purchase's newest. */
export type PartOf = { order_id: string; session_id: string; code: string; purchase_id: string };

/**
 * Takes one order's part out of a paid request. The parts of a request never exceed it; a repeat,
 * also in a new session after a crash, is one part. Refuses `transfer_not_paid`.
 */
export async function openPart(of: PartOf & { amount_vnd: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const request = await lockPayer(tx, of);
    const { order_id, session_id, amount_vnd } = of;
    if (request?.status !== "paid") {
      refuse(
        "transfer_not_paid",
        "The transfer for this purchase has not come in full: pay it first",
      );
    }
    const before = await queries.lockPart(tx, order_id);
    if (before && before.refunded_vnd > 0 && before.session_id !== session_id) {
      throw new Error(`Order ${order_id} has refunds: it can't be paid anew.`);
    }
    const others = (await queries.selectPartsOf(tx, request.code)).filter(
      (part) => part.order_id !== order_id,
    );
    const sum = others.reduce((total, part) => total + part.amount_vnd, amount_vnd);
    if (sum > request.amount_vnd) {
      throw new Error(`The parts of ${request.code} sum to ${sum}, it is ${request.amount_vnd}.`);
    }
    await queries.putPart(tx, { order_id, session_id, request_code: request.code, amount_vnd });
  });
}

async function lockPayer(tx: Transaction, of: PartOf): Promise<Request | null> {
  const found = of.code
    ? await findByCode(tx, of.code)
    : await selectRequest(tx, { session_id: "", purchase_id: of.purchase_id });
  if (!found) return null;
  return (await lockRequests(tx, [found.code]))[0] ?? null;
}

/** Takes a part out of force, because its order was not made. Harmless when there is none. */
export async function closePart(by: { order_id: string; session_id: string }): Promise<void> {
  await inTransaction((tx) => queries.cancelPart(tx, by));
}

/**
 * Notes that money of one order goes back to the buyer: a transfer that the operator makes. Each
 * refund that Medusa knows has exactly one row: one that is asked for again after a lost answer is
 * found and not made twice, and one that Medusa gave up while nothing was sent is voided. Never
 * more than the part, which the table guarantees too. The row names whoever paid most, if known.
 *
 * Refuses `refund_above_payment`, `refund_in_doubt`.
 */
export async function refundPart(asked: {
  order_id: string;
  amount_vnd: number;
  /** Medusa's id of this refund; a repeat may have a new one. */
  refund_id: string;
}): Promise<RefundDue> {
  return inTransaction(async (tx) => {
    const part = await queries.lockPart(tx, asked.order_id);
    if (!part || part.canceled_at) {
      refuse("refund_above_payment", "Nothing was paid for this order by transfer");
    }
    const before = await queries.lockRefunds(tx, part.order_id);
    const lost = await lostRefunds(tx, before, asked.refund_id);
    const again = lost.find(({ amount_vnd }) => amount_vnd === asked.amount_vnd);
    if (again) return queries.updateRefund(tx, again.id, { refund_id: asked.refund_id });
    const voided = await voidAll(tx, part, lost);
    const left_vnd = part.amount_vnd - part.refunded_vnd + voided;
    if (asked.amount_vnd > left_vnd) {
      refuse("refund_above_payment", `At most ${left_vnd} đồng of this order can be given back`);
    }
    await queries.addRefunded(tx, part.order_id, asked.amount_vnd);
    return queries.insertRefund(tx, {
      id: randomId("rfd"),
      key: `refund:${part.order_id}:${before.length + 1}`,
      amount_vnd: asked.amount_vnd,
      order_id: part.order_id,
      refund_id: asked.refund_id,
      ...(await payeeOf(tx, part.request_code)),
    });
  });
}

/** Refunds that were stored, but whose answer Medusa never got; this one's own is among them. */
async function lostRefunds(
  tx: Transaction,
  stored: RefundDue[],
  refund_id: string,
): Promise<RefundDue[]> {
  const live = stored.filter(({ status }) => status !== "void");
  const ids = live.flatMap((row) => (row.refund_id ? [row.refund_id] : []));
  const known = await queries.selectKnownRefunds(tx, ids);
  return live.filter((row) => row.refund_id === refund_id || !known.has(row.refund_id ?? ""));
}

async function voidAll(tx: Transaction, part: Part, lost: RefundDue[]): Promise<number> {
  let voided = 0;
  for (const row of lost) {
    if (row.status === "sent") {
      refuse(
        "refund_in_doubt",
        `${row.amount_vnd} đồng of this order was sent back already: note that refund first`,
      );
    }
    await queries.updateRefund(tx, row.id, { status: "void" });
    await queries.addRefunded(tx, part.order_id, -row.amount_vnd);
    voided += row.amount_vnd;
  }
  return voided;
}

async function payeeOf(tx: Transaction, request_code: string) {
  const payer = await selectPayer(tx, request_code);
  if (!payer?.sender_bank_bin || !payer.sender_account) return {};
  return {
    payee_bank_bin: payer.sender_bank_bin,
    payee_account: payer.sender_account,
    payee_name: payer.sender_name ?? "",
  };
}
