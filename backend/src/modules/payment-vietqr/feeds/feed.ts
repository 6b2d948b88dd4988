import { timingSafeEqual } from "node:crypto";
import { z } from "@medusajs/framework/zod";
import type { BankTransfer } from "../transfers";

/** A webhook's headers, with names in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Why a webhook is not believed: nothing proves its sender, the proof is wrong, or it is old. */
export type WebhookFault = "unsigned" | "forged" | "stale";

/** A service that tells by webhook what moves in a bank account. */
export type BankFeed = {
  /** Whether the body comes from the service and is fresh: null, or what is wrong. Pure. */
  verify(headers: WebhookHeaders, rawBody: Buffer, secret: string, now: Date): WebhookFault | null;
  /**
   * The service's id of what it tells, stable over retries, and what kind of thing that is.
   * @throws ZodError for a body that is not in the service's format.
   */
  identify(body: unknown): { event_id: string; kind: string };
  /**
   * The transfers into `account_number` that a body tells of. Outgoing money, other accounts of the
   * same owner and the service's trial calls are left out.
   * @throws ZodError for a body that is not in the service's format.
   */
  parse(body: unknown, account_number: string): BankTransfer[];
};

/** How old a signed webhook may be, and how far ahead its sender's clock may go. */
export const SIGNED_WINDOW_MS = 5 * 60_000;
export const CLOCK_SKEW_MS = 60_000;

/** Whether a moment lies in the window that ends now. */
export function isFresh(at: Date, now: Date, windowMs: number = SIGNED_WINDOW_MS): boolean {
  const age = now.getTime() - at.getTime();
  return age <= windowMs + CLOCK_SKEW_MS && age >= -CLOCK_SKEW_MS;
}

/** Compares secrets or signatures in a time that does not depend on where they differ. */
export function isSameSecret(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A header that stands once; null when it is missing or doubled. */
export function headerOf(headers: WebhookHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : null;
}

/** The body as JSON; undefined when it is none. */
export function jsonOf(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** An instant as both services write it: "2026-11-22 14:02:37" on a clock in Vietnam. */
export const bankInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, "a time written YYYY-MM-DD HH:MM:SS")
  .transform((text) => new Date(`${text.replace(" ", "T")}+07:00`))
  .refine((at) => !Number.isNaN(at.getTime()), "no such time");

/** A text that a service may leave out or send empty. */
export const maybeText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? "");

/** An account number without the blanks and dots that some banks put into it. */
export function bareNumber(account_number: string): string {
  return account_number.replace(/[^0-9A-Za-z]/g, "");
}

/** Whether one of the numbers that a service names is our account. */
export function isOurs(named: readonly string[], account_number: string): boolean {
  const own = bareNumber(account_number);
  return named.some((number) => bareNumber(number) === own);
}
