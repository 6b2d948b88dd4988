import { z } from "zod";
import { PAYMENT_METHODS } from "../domain/payment";
import { LEGAL_FORMS } from "../domain/producer";
import { ORDER_PROGRESSES } from "../domain/purchase";
import { EMAIL_MAX, isEmail } from "../email";
import { parseTaxNumber } from "../tax-number";
import { instant } from "./parts";

/** Longest name and address that an invoice takes here, in characters. */
const INVOICE_NAME_MAX = 200;
const INVOICE_ADDRESS_MAX = 300;

/** Whole đồng. */
const vnd = z.int().min(0);

/** For whom the producers make out their e-invoices. */
export const invoiceDetails = z.object({
  company: z.string(),
  /** As `parseTaxNumber` stores it, e.g. "0100109106-011". */
  tax_number: z.string(),
  address: z.string(),
  /** Where the invoice is sent. */
  email: z.string(),
});

/**
 * `POST /store/purchases/:id/invoice-details?token=` puts them in the place of earlier ones;
 * `DELETE` of the same address takes them away; `GET` reads them. All answer
 * `invoiceDetailsAnswer`. A failed purchase is refused with `purchase_failed`.
 */
export const invoiceDetailsBody = z.strictObject({
  company: z.string().trim().min(2, "the company's name").max(INVOICE_NAME_MAX),
  tax_number: z
    .string()
    .max(40)
    .refine(
      (typed) => parseTaxNumber(typed) !== null,
      "10 digits, 10 and 3 of a branch, or 12 of a person: check every digit",
    )
    .transform((typed) => parseTaxNumber(typed) ?? ""),
  address: z.string().trim().min(5, "the registered address").max(INVOICE_ADDRESS_MAX),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(EMAIL_MAX)
    .refine(isEmail, "an e-mail address such as ketoan@congty.vn"),
});
export const invoiceDetailsAnswer = z.object({ details: invoiceDetails.nullable() });

/**
 * `GET /store/purchases/:id/orders/:number/receipt?token=&lang=`: what one producer's order of a
 * placed purchase cost and how it was paid; 404 for every other. Never cached. It adds up:
 * the lines' amounts + shipping − `discount_vnd` = `total_vnd`, and
 * `total_vnd` = `paid_vnd` + `due_vnd` + `written_off_vnd` + `not_owed_vnd`.
 */
export const orderReceipt = z.object({
  purchase: z.object({ id: z.string(), number: z.string(), placed_at: instant }),
  order: z.object({
    number: z.string(),
    progress: z.enum(ORDER_PROGRESSES),
    /** When it was cancelled; null when it was not. */
    cancelled_at: instant.nullable(),
  }),
  producer: z.object({
    name: z.string(),
    legal_form: z.enum(LEGAL_FORMS),
    /** As registered; `is_tax_number` when it can be a tax number. */
    registration: z.object({ number: z.string(), is_tax_number: z.boolean() }).nullable(),
    address: z.array(z.string()),
    phone: z.string().nullable(),
  }),
  buyer: z.object({
    full_name: z.string(),
    phone: z.string(),
    /** Empty when nothing was sent. */
    address: z.array(z.string()),
  }),
  /** For whom the invoice is asked; null when nobody asked. */
  invoice: invoiceDetails.nullable(),
  lines: z.array(
    z.object({
      title: z.string(),
      unit: z.string(),
      quantity: z.int().min(1),
      price_vnd: vnd,
      /** Price by quantity, before any discount. */
      amount_vnd: vnd,
      /** Of a visit: when it begins. Null for goods. */
      starts_at: instant.nullable(),
    }),
  ),
  shipping: z.object({ name: z.string(), price_vnd: vnd }).nullable(),
  /** Taken off for the lines, the shipping and the order together. */
  discount_vnd: vnd,
  total_vnd: vnd,
  method: z.enum(PAYMENT_METHODS),
  /** All that came, also what was given back later. */
  paid_vnd: vnd,
  /** Given back, or being given back, of what came. */
  refunded_vnd: vnd,
  /** Still to be paid. */
  due_vnd: vnd,
  /** Was missing and is not asked for any more. */
  written_off_vnd: vnd,
  /** Not to be paid any more: of what was called off, cancelled or refused before it was paid. */
  not_owed_vnd: vnd,
  /** When it came and went back; empty while these do not add up to the sums above. */
  payments: z.array(z.object({ at: instant, amount_vnd: vnd })),
  refunds: z.array(z.object({ at: instant, amount_vnd: vnd })),
});

export type InvoiceDetails = z.infer<typeof invoiceDetails>;
export type InvoiceDetailsAnswer = z.infer<typeof invoiceDetailsAnswer>;
export type OrderReceipt = z.infer<typeof orderReceipt>;
