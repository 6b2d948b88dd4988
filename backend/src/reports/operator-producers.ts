import type { LegalForm, ProducerStatus } from "@cho-lang/shared/domain/producer";
import { slug } from "@cho-lang/shared/vietnamese";
import type postgres from "postgres";
import { sql } from "../lib/sql";
import { containing } from "./containing";

/** A producer in the operator's list. */
export interface ProducerFacts {
  id: string;
  handle: string;
  name: string;
  legal_form: LegalForm;
  province_code: string;
  status: ProducerStatus;
  product_count: number;
  certificate_count: number;
  /** Orders of placed purchases. */
  order_count: number;
  is_demo: boolean;
}

export interface ProducerFilter {
  /** A part of the name; diacritics do not matter. */
  q?: string;
  status?: ProducerStatus | undefined;
  province?: string | undefined;
  id?: string;
}

/**
 * One page of producers and how many there are in all. Pending and suspended shops come first,
 * because they wait for the operator; then by handle.
 */
export async function operatorProducers(
  filter: ProducerFilter,
  range: { limit: number; offset: number },
): Promise<{ count: number; rows: ProducerFacts[] }> {
  const where = conditions(filter);
  const [rows, counts] = await Promise.all([
    sql()<ProducerFacts[]>`
      SELECT pr.id, pr.handle, pr.name, pr.legal_form, pr.province_code, pr.status, pr.is_demo,
        (SELECT count(*)::int FROM producer_producer_product_product l
          WHERE l.producer_id = pr.id AND l.deleted_at IS NULL) AS product_count,
        (SELECT count(*)::int FROM certification c
          WHERE c.producer_id = pr.id AND c.deleted_at IS NULL) AS certificate_count,
        (SELECT count(*)::int FROM purchase.purchase_order o
          JOIN purchase.purchase p ON p.id = o.purchase_id AND p.status = 'placed'
          WHERE o.producer_id = pr.id) AS order_count
      FROM producer pr WHERE pr.deleted_at IS NULL ${where}
      ORDER BY (pr.status = 'pending') DESC, (pr.status = 'suspended') DESC, pr.handle
      LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number }[]>`
      SELECT count(*)::int AS count FROM producer pr WHERE pr.deleted_at IS NULL ${where}`,
  ]);
  return { count: counts[0]?.count ?? 0, rows: [...rows] };
}

function conditions({ q, status, province, id }: ProducerFilter): postgres.Fragment {
  const none = sql()``;
  // The handle is the slug of the name, so it finds the name without diacritics.
  return sql()`
    ${q ? sql()`AND (pr.handle LIKE ${containing(slug(q) || "\u0001")} OR pr.name ILIKE ${containing(q)})` : none}
    ${status ? sql()`AND pr.status = ${status}` : none}
    ${province ? sql()`AND pr.province_code = ${province}` : none}
    ${id ? sql()`AND pr.id = ${id}` : none}`;
}
