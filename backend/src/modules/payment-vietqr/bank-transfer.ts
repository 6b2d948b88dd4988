import type { Source } from "./tables";

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
