import { notFound, refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import { randomId } from "./ids";
import { insertRefund } from "./part-queries";
import { lockOpenRequestOfNumber } from "./request-queries";
import * as queries from "./suspense-queries";
import type { RefundDue } from "./tables";
import { type BankAccount, giveTo, type Outcome } from "./transfers";

/** Who decides about which entry, and what they want to say about it. */
export type Decision = {
  suspense_id: string;
  /** Id of the operator. */
  actor_id: string;
  note?: string | undefined;
};

/** An entry that nobody decided about yet, under its lock: of two operators at once one comes late. */
async function lockOpen(tx: Transaction, suspense_id: string) {
  const found = await queries.lockSuspense(tx, suspense_id);
  if (!found) notFound("This money in suspense");
  if (found.entry.resolution) {
    refuse("suspense_resolved", "This money was dealt with already: reload the page");
  }
  return found;
}

/** "cl7k3f9" and "CL-7K3F9" are the same number. */
function numberOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/^CL/, "CL-");
}

/**
 * Gives money in suspense to a purchase that awaits it, as if the transfer had named it. All of the
 * entry must fit into what is missing.
 *
 * Refuses `suspense_resolved`, `purchase_not_awaiting`, `suspense_too_much`; 404 for an unknown one.
 */
export async function payFromSuspense(
  decision: Decision & { purchase_number: string },
): Promise<Outcome> {
  const { suspense_id, actor_id, note = null } = decision;
  return inTransaction(async (tx) => {
    const { entry, transfer } = await lockOpen(tx, suspense_id);
    const field = "purchase_number";
    const request = await lockOpenRequestOfNumber(tx, numberOf(decision.purchase_number));
    if (!request) {
      const message = "No purchase with this number awaits a transfer: check the number";
      refuse("purchase_not_awaiting", message, {
        fields: [{ field, code: "purchase_not_awaiting", message }],
      });
    }
    const missing = request.amount_vnd - request.received_vnd;
    if (entry.amount_vnd > missing) {
      const message = `Only ${missing} đồng of this purchase are missing: send the money back`;
      refuse("suspense_too_much", message, {
        fields: [{ field, code: "suspense_too_much", message }],
      });
    }
    const { id: transfer_id, bank_id } = transfer;
    await queries.updateSuspense(tx, entry.id, {
      resolution: "paid_to",
      resolved_by: actor_id,
      note,
      paid_to_code: request.code,
    });
    const gift = { transfer_id, request_code: request.code, given_vnd: entry.amount_vnd };
    const { status, session_id, purchase_id, cart_id } = await giveTo(tx, gift);
    const state = status === "paid" ? "paid" : "partial";
    return { bank_id, is_new: false, session_id, purchase_id, cart_id, state };
  });
}

/**
 * Decides that money in suspense goes back: the operator transfers it to the sender, or to the
 * account that is given here.
 *
 * Refuses `suspense_resolved`, `payee_missing`; 404 for an unknown one.
 */
export async function sendBackSuspense(
  decision: Decision & { payee?: BankAccount | undefined },
): Promise<RefundDue> {
  const { suspense_id, actor_id, note = null } = decision;
  return inTransaction(async (tx) => {
    const { entry, transfer } = await lockOpen(tx, suspense_id);
    const { sender_bank_bin, sender_account, sender_name } = transfer;
    const payee = decision.payee
      ? payeeColumns(decision.payee)
      : {
          payee_bank_bin: sender_bank_bin,
          payee_account: sender_account,
          payee_name: sender_account && (sender_name ?? ""),
        };
    if (!payee.payee_account || !payee.payee_bank_bin) {
      const message = "The bank did not say who sent the money: type the account to send it to";
      refuse("payee_missing", message, {
        fields: [{ field: "payee", code: "payee_missing", message }],
      });
    }
    await queries.updateSuspense(tx, entry.id, {
      resolution: "sent_back",
      resolved_by: actor_id,
      note,
    });
    return insertRefund(tx, {
      id: randomId("rfd"),
      key: `suspense:${entry.id}`,
      amount_vnd: entry.amount_vnd,
      suspense_id: entry.id,
      ...payee,
    });
  });
}

/**
 * Decides that money in suspense stays here, with the reason in words.
 *
 * Refuses `suspense_resolved`, `note_missing`; 404 for an unknown one.
 */
export async function keepSuspense(decision: Decision): Promise<void> {
  const { suspense_id, actor_id } = decision;
  const note = decision.note?.trim() ?? "";
  if (note === "") {
    const message = "Say why the money is kept";
    refuse("note_missing", message, { fields: [{ field: "note", code: "note_missing", message }] });
  }
  await inTransaction(async (tx) => {
    const { entry } = await lockOpen(tx, suspense_id);
    await queries.updateSuspense(tx, entry.id, { resolution: "kept", resolved_by: actor_id, note });
  });
}

/** The account in the columns of a refund. */
export function payeeColumns({ bank_bin, account_number, name }: BankAccount) {
  return { payee_bank_bin: bank_bin, payee_account: account_number, payee_name: name };
}
