import {
  type InvoiceDetails,
  type InvoiceDetailsAnswer,
  invoiceDetailsBody,
  type OrderReceipt,
} from "@cho-lang/shared/contracts/receipt";
import { data, redirect } from "@remix-run/node";
import { hrefIn, languageOf, phrases } from "~/language/phrases";
import { BackendError, type BackendOptions, backend, orNull } from "~/lib/backend.server";
import { parseForm } from "~/lib/form.server";
import { readToken } from "../account/session.server";
import type { PurchaseLink } from "../purchase/purchase.server";
import { amountInWords } from "./amount-words.server";
import { INVOICE_FIELDS, type InvoiceAnswer } from "./invoice-form";

/** Whoever holds the link sees it: it is never kept or listed. */
export const PRIVATE = { "cache-control": "no-store", "x-robots-tag": "noindex" };

export type ReceiptPageFacts = {
  receipt: OrderReceipt;
  /** The total in words of the page's language. */
  words: string;
};

/** The signed link of a page of a purchase. */
export async function purchaseLinkOf(
  request: Request,
  id: string | undefined,
): Promise<PurchaseLink> {
  return {
    id: id ?? "",
    signature: new URL(request.url).searchParams.get("token"),
    token: await readToken(request),
    language: languageOf(request),
  };
}

/** Asks below a purchase; null when the link opens none. */
async function askBelow<T>(
  link: PurchaseLink,
  path: string,
  options: BackendOptions = {},
): Promise<T | null> {
  const { id, signature, language, token } = link;
  return orNull(
    backend<T>(`/store/purchases/${encodeURIComponent(id)}${path}`, {
      ...options,
      query: { token: signature?.slice(0, 200) || undefined, lang: language },
      language,
      token,
    }),
  );
}

/** Null in place of the refusal of a cut link, before anything was looked up. */
async function orCut<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && [400, 401, 403].includes(error.status)) return null;
    throw error;
  }
}

/** The receipt of one order, or null when the link opens none. */
export async function findReceipt(
  link: PurchaseLink,
  number: string,
): Promise<ReceiptPageFacts | null> {
  const path = `/orders/${encodeURIComponent(number)}/receipt`;
  const receipt = await orCut(askBelow<OrderReceipt>(link, path));
  return receipt && { receipt, words: amountInWords(receipt.total_vnd, link.language) };
}

/** For whom the invoices of a purchase are made out; null when the link opens none. */
export async function findInvoiceDetails(
  link: PurchaseLink,
): Promise<{ details: InvoiceDetails | null } | null> {
  return orCut(askBelow<InvoiceDetailsAnswer>(link, "/invoice-details"));
}

/** Answers the form for the invoice: back to it with its faults, or to the page that says so. */
export async function answerInvoiceForm(link: PurchaseLink, form: FormData) {
  const isRemoval = form.get("intent") === "remove";
  const path = "/invoice-details";
  const words = phrases(link.language).receipt;
  const typed = new FormData();
  for (const field of INVOICE_FIELDS) typed.set(field, String(form.get(field) ?? "").trim());
  const checked = parseForm(invoiceDetailsBody, typed);
  if (!isRemoval && !checked.ok) {
    const wrong = INVOICE_FIELDS.filter((field) => checked.faults[field]);
    const faults = Object.fromEntries(wrong.map((field) => [field, words.faults[field]]));
    return data<InvoiceAnswer>({ values: valuesOf(typed), faults, refusal: null }, 400);
  }
  try {
    const found = await askBelow<InvoiceDetailsAnswer>(
      link,
      path,
      checked.ok && !isRemoval ? { method: "POST", body: checked.values } : { method: "DELETE" },
    );
    if (!found) throw data(null, { status: 404, headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof BackendError) || error.status >= 500) throw error;
    const refusal = error.code === "purchase_failed" ? words.notPlaced : words.refused;
    return data<InvoiceAnswer>({ values: valuesOf(typed), faults: {}, refusal }, 400);
  }
  const query = new URLSearchParams({ notice: isRemoval ? "removed" : "saved" });
  if (link.signature) query.set("token", link.signature);
  const to = `/purchase/${encodeURIComponent(link.id)}/invoice?${query}`;
  return redirect(hrefIn(link.language, to), { status: 303, headers: PRIVATE });
}

function valuesOf(typed: FormData): InvoiceDetails {
  const value = (name: string) => String(typed.get(name) ?? "").slice(0, 300);
  return {
    company: value("company"),
    tax_number: value("tax_number"),
    address: value("address"),
    email: value("email"),
  };
}
