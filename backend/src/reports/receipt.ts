import type { InvoiceDetails } from "@cho-lang/shared/contracts/receipt";
import type { OrderStamps } from "@cho-lang/shared/domain/order-progress";
import type { PaymentMethod } from "@cho-lang/shared/domain/payment";
import type { LegalForm } from "@cho-lang/shared/domain/producer";
import { sql } from "../lib/sql";
import { withInstants } from "./instants";

interface Place {
  street: string | null;
  commune_code: string;
  province_code: string;
}

/** Money of an order that came or went back, as Medusa's books have it. */
export interface ReceiptMovement {
  at: Date;
  amount_vnd: number;
}

/** A line as it was bought. */
export interface ReceiptLine {
  title_vi: string;
  title_en: string;
  unit_vi: string;
  unit_en: string;
  quantity: number;
  price_vnd: number;
  total_vnd: number;
  /** Of a visit. */
  starts_at: Date | null;
}

interface OrderRow extends OrderStamps {
  order_id: string;
  number: string;
  purchase_id: string;
  purchase_number: string;
  placed_at: Date;
  paid_at: Date | null;
  payment: PaymentMethod;
  payment_collection_id: string;
  full_name: string;
  phone: string;
  street: string;
  commune_code: string;
  province_code: string;
  shipping_name_vi: string | null;
  shipping_name_en: string | null;
  shipping_vnd: number;
  total_vnd: number;
  due_vnd: number;
  collected_vnd: number;
  refunded_vnd: number;
  written_off_vnd: number;
  producer_name: string;
  legal_form: LegalForm;
  registration_number: string | null;
  producer_phone: string | null;
  producer_place: Place;
}

/** All that the receipt of one order says; amounts are whole đồng. */
export interface ReceiptFacts extends OrderRow {
  lines: ReceiptLine[];
  invoice: InvoiceDetails | null;
  captures: ReceiptMovement[];
  refunds: ReceiptMovement[];
}

const INSTANTS = [
  "placed_at",
  "paid_at",
  "confirmed_at",
  "packed_at",
  "shipped_at",
  "delivered_at",
  "refused_at",
  "returned_at",
  "cancelled_at",
] as const satisfies readonly (keyof OrderRow)[];

/** The receipt of an order of a placed purchase; null for every other. */
export async function receiptFacts(of: {
  purchase_id: string;
  number: string;
}): Promise<ReceiptFacts | null> {
  const [row] = await sql()<OrderRow[]>`
    SELECT o.order_id, o.number, p.id AS purchase_id, p.number AS purchase_number, p.placed_at,
      p.paid_at, p.payment, o.payment_collection_id, p.full_name, p.phone, p.street,
      p.commune_code, p.province_code, o.shipping_name_vi, o.shipping_name_en, o.has_parcel,
      o.confirmed_at, o.packed_at, o.shipped_at, o.delivered_at, o.refused_at, o.returned_at,
      o.cancelled_at, o.shipping_vnd::float8, o.total_vnd::float8, o.due_vnd::float8,
      o.collected_vnd::float8, o.refunded_vnd::float8, o.written_off_vnd::float8,
      r.name AS producer_name, r.legal_form, r.registration_number, r.phone AS producer_phone,
      jsonb_build_object('street', r.street, 'commune_code', r.commune_code,
        'province_code', r.province_code) AS producer_place
    FROM purchase.purchase_order o
    JOIN purchase.purchase p ON p.id = o.purchase_id AND p.status = 'placed'
    JOIN producer r ON r.id = o.producer_id
    WHERE o.purchase_id = ${of.purchase_id} AND o.number = ${of.number}`;
  if (!row) return null;
  const [lines, invoice, captures, refunds] = await Promise.all([
    linesOf(row.order_id),
    invoiceDetailsOf(row.purchase_id),
    movements("capture", row.payment_collection_id),
    movements("refund", row.payment_collection_id),
  ]);
  return { ...withInstants(row, INSTANTS), lines, invoice, captures, refunds };
}

async function linesOf(order_id: string): Promise<ReceiptLine[]> {
  const rows = await sql()<ReceiptLine[]>`
    SELECT s.title_vi, s.title_en, s.unit_vi, s.unit_en, s.quantity, s.price_vnd::float8,
      s.total_vnd::float8, d.starts_at
    FROM purchase.order_line_snapshot s
    LEFT JOIN booking.booking b
      ON b.order_id = s.order_id AND b.order_line_item_id = s.line_item_id
    LEFT JOIN booking.departure d ON d.id = b.departure_id
    WHERE s.order_id = ${order_id} ORDER BY s.position`;
  return rows.map((row) => withInstants(row, ["starts_at"]));
}

/** Captures or refunds of a collection's payments, oldest first; one called off has none left. */
async function movements(
  kind: "capture" | "refund",
  payment_collection_id: string,
): Promise<ReceiptMovement[]> {
  const rows = await sql()<ReceiptMovement[]>`
    SELECT m.created_at AS at, m.amount::float8 AS amount_vnd
    FROM public.payment y
    JOIN ${sql()(`public.${kind}`)} m ON m.payment_id = y.id AND m.deleted_at IS NULL
    WHERE y.payment_collection_id = ${payment_collection_id} AND y.deleted_at IS NULL
      AND y.canceled_at IS NULL
    ORDER BY m.created_at, m.id`;
  return rows.map((row) => withInstants(row, ["at"]));
}

/** For whom the invoices of a purchase are made out; null when nobody asked for one. */
export async function invoiceDetailsOf(purchase_id: string): Promise<InvoiceDetails | null> {
  const [row] = await sql()<InvoiceDetails[]>`
    SELECT company, tax_number, address, email FROM purchase.invoice_detail
    WHERE purchase_id = ${purchase_id}`;
  return row ?? null;
}

/** The same, of the purchase that an order belongs to. */
export async function invoiceDetailsOfOrder(order_id: string): Promise<InvoiceDetails | null> {
  const [row] = await sql()<InvoiceDetails[]>`
    SELECT i.company, i.tax_number, i.address, i.email FROM purchase.invoice_detail i
    JOIN purchase.purchase_order o ON o.purchase_id = i.purchase_id
    WHERE o.order_id = ${order_id}`;
  return row ?? null;
}
