import { z } from "zod";
import { isBankBin } from "../domain/bank";
import { SUSPENSE_REASONS } from "../domain/payment";
import { PURCHASE_STATUSES } from "../domain/purchase";
import {
  BANK_REFERENCE_MAX,
  REFUND_STATES,
  SKIP_REASONS,
  STATEMENT_BYTES,
  SUSPENSE_NOTE_MAX,
  SUSPENSE_RESOLUTIONS,
  TRANSFER_SOURCES,
} from "../domain/transfer";
import { instant } from "./parts";

const page = z.coerce.number().int().min(1).max(500).default(1);
const note = z.string().trim().max(SUSPENSE_NOTE_MAX);

/** An account at a bank in Vietnam; spaces and dots in the number are left out. */
const bankAccount = z.strictObject({
  bank_bin: z.string().refine(isBankBin, "choose the bank from the list"),
  account_number: z
    .string()
    .max(50)
    .transform((typed) => typed.replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(/^[0-9A-Za-z]{4,34}$/, "4 to 34 letters and digits")),
  name: z.string().trim().min(1, "the name of the account").max(70),
});
/** As a bank told it; its parts may be anything. */
const toldAccount = z.object({
  bank_bin: z.string(),
  account_number: z.string(),
  name: z.string(),
});
const purchaseLink = z.object({ id: z.string(), number: z.string() });

/** `GET /admin/suspense?state=&reason=&page=`: money that paid nothing, the oldest first, 20 a page. */
export const suspenseQuery = z.strictObject({
  state: z.enum(["open", "resolved"]).default("open"),
  reason: z.enum(SUSPENSE_REASONS).optional(),
  page,
});
export const suspenseRow = z.object({
  id: z.string(),
  /** What lies in suspense; the transfer may have brought more. */
  amount_vnd: z.int(),
  reason: z.enum(SUSPENSE_REASONS),
  created_at: instant,
  transfer: z.object({
    /** The bank's own name of it. */
    bank_id: z.string(),
    account_number: z.string(),
    amount_vnd: z.int(),
    /** What the payer wrote. */
    content: z.string(),
    occurred_at: instant,
    source: z.enum(TRANSFER_SOURCES),
    sender: toldAccount.nullable(),
  }),
  /** The purchase that it was meant for; null when the text names none. */
  purchase: purchaseLink.extend({ status: z.enum(PURCHASE_STATUSES).nullable() }).nullable(),
  resolution: z
    .object({
      kind: z.enum(SUSPENSE_RESOLUTIONS),
      at: instant,
      /** Name of the operator. */
      by: z.string(),
      note: z.string().nullable(),
      paid_to: purchaseLink.nullable(),
      refund: z.object({ id: z.string(), status: z.enum(REFUND_STATES) }).nullable(),
    })
    .nullable(),
});
export const suspenseList = z.object({
  count: z.int(),
  /** Of all rows that fit, not only of this page. */
  sum_vnd: z.int(),
  page: z.int(),
  page_size: z.int(),
  suspense: z.array(suspenseRow),
});

/** `GET /admin/suspense/:id`, and the answer of resolving it. */
export const suspenseDetail = z.object({
  suspense: suspenseRow.extend({
    /** Awaiting purchases into which all of it fits: those that miss exactly this come first. */
    candidates: z.array(
      purchaseLink.extend({ missing_vnd: z.int(), full_name: z.string(), pay_until: instant }),
    ),
  }),
});

/**
 * `POST /admin/suspense/:id/resolve`. Once: a second decision is refused with `suspense_resolved`.
 * Refuses `purchase_not_awaiting`, `suspense_too_much`, `payee_missing`.
 */
export const resolveSuspense = z.discriminatedUnion("deed", [
  z.strictObject({
    deed: z.literal("pay"),
    purchase_number: z.string().trim().min(1, "the number of the purchase").max(30),
    note: note.optional(),
  }),
  z.strictObject({
    deed: z.literal("send_back"),
    /** Not needed when the bank named the sender. */
    payee: bankAccount.optional(),
    note: note.optional(),
  }),
  z.strictObject({ deed: z.literal("keep"), note: note.min(1, "say why the money is kept") }),
]);

/** `GET /admin/refunds-due?state=&page=`: transfers that the operator makes by hand, oldest first. */
export const refundsDueQuery = z.strictObject({
  state: z.enum(["due", "sent"]).default("due"),
  page,
});
export const refundDueRow = z.object({
  id: z.string(),
  amount_vnd: z.int(),
  status: z.enum(REFUND_STATES),
  created_at: instant,
  /** Null when nobody knows yet where to send it. */
  payee: toldAccount.nullable(),
  /** What to type as the text of the transfer: letters, digits and spaces. */
  content: z.string(),
  purchase: purchaseLink.nullable(),
  /** Of the order that is refunded; null for money from suspense. */
  order: z.object({ id: z.string(), number: z.string() }).nullable(),
  suspense_id: z.string().nullable(),
  bank_reference: z.string().nullable(),
  sent_at: instant.nullable(),
  /** Name of the operator. */
  sent_by: z.string().nullable(),
});
export const refundsDue = z.object({
  count: z.int(),
  sum_vnd: z.int(),
  page: z.int(),
  page_size: z.int(),
  refunds: z.array(refundDueRow),
});

/**
 * `POST /admin/refunds-due/:id/sent`: the operator has made the transfer. A repeat under the same
 * reference is harmless; another is refused with `refund_already_sent`.
 */
export const markSent = z.strictObject({
  bank_reference: z.string().trim().min(1, "the bank's number").max(BANK_REFERENCE_MAX),
  /** Where it went, when nobody knew before. */
  payee: bankAccount.optional(),
});
export const sentRefund = z.object({ refund: refundDueRow });

/**
 * `POST /admin/bank-statements/preview` and `POST /admin/bank-statements`: the bytes of a CSV or
 * .xlsx file in base64, at most 5 MB before encoding.
 */
export const statementFile = z.strictObject({
  file: z
    .string()
    .min(1, "a CSV or .xlsx file")
    .max(Math.ceil(STATEMENT_BYTES / 3) * 4, "at most 5 MB: export fewer days")
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, "the file in base64"),
});
/** What an import would do now. */
export const statementPreview = z.object({
  known: z.int(),
  new: z.int(),
  new_vnd: z.int(),
  /** New transfers in the order of the file, at most 200. */
  rows: z.array(
    z.object({ line: z.int(), occurred_at: instant, amount_vnd: z.int(), content: z.string() }),
  ),
  /** Lines of money that left the account: never imported. */
  outgoing: z.int(),
  /** Other lines that are left out, at most 200, and how many there are. */
  skipped: z.array(z.object({ line: z.int(), reason: z.enum(SKIP_REASONS), text: z.string() })),
  skipped_count: z.int(),
});
/** What an import did: how many were known, and what became of the new ones. */
export const statementImport = z.object({
  known: z.int(),
  new: z.int(),
  paid: z.int(),
  partial: z.int(),
  suspense: z.int(),
});

export type SuspenseRow = z.infer<typeof suspenseRow>;
export type SuspenseList = z.infer<typeof suspenseList>;
export type SuspenseDetail = z.infer<typeof suspenseDetail>;
export type RefundDueRow = z.infer<typeof refundDueRow>;
export type RefundsDue = z.infer<typeof refundsDue>;
export type SentRefund = z.infer<typeof sentRefund>;
export type StatementPreviewAnswer = z.infer<typeof statementPreview>;
export type StatementImport = z.infer<typeof statementImport>;
