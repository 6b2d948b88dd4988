import { addDays, type LocalDate } from "@cho-lang/shared/calendar";
import {
  type CertificateState,
  type CertificationStatus,
  EXPIRING_DAYS,
} from "@cho-lang/shared/domain/certification";
import { fold, slug } from "@cho-lang/shared/vietnamese";
import type postgres from "postgres";
import { sql } from "../lib/sql";
import { containing } from "./containing";

/** A certificate with its product and producer. Dates are local dates in Vietnam. */
export interface CertificationFacts {
  id: string;
  product_id: string;
  product_handle: string | null;
  product_title: string;
  producer_id: string;
  producer_handle: string;
  producer_name: string;
  stars: number;
  decision_number: string;
  decided_on: LocalDate;
  expires_on: LocalDate;
  issuer_name: string;
  province_code: string;
  status: CertificationStatus;
  rejected_reason: string | null;
  revoked_on: LocalDate | null;
  revoked_reason: string | null;
  is_demo: boolean;
}

export interface CertificationFilter {
  /** A part of the number, or of the product's or producer's name; diacritics do not matter. */
  q?: string;
  state?: CertificateState | undefined;
  province?: string | undefined;
  stars?: number | undefined;
  producer_id?: string | undefined;
  id?: string;
}

/**
 * One page of certificates and how many there are in all. Those that wait for the operator come
 * first, then the newest decision.
 */
export async function operatorCertifications(
  filter: CertificationFilter,
  range: { today: LocalDate; limit: number; offset: number },
): Promise<{ count: number; rows: CertificationFacts[] }> {
  const where = sql()`c.deleted_at IS NULL ${conditions(filter, range.today)}`;
  const from = sql()`
    FROM certification c JOIN producer pr ON pr.id = c.producer_id
    LEFT JOIN product p ON p.id = c.product_id AND p.deleted_at IS NULL
    WHERE ${where}`;
  const [rows, counts] = await Promise.all([
    sql()<CertificationFacts[]>`
      SELECT c.id, c.product_id, p.handle AS product_handle,
        coalesce(p.title, c.product_title) AS product_title, c.producer_id,
        pr.handle AS producer_handle, pr.name AS producer_name, c.stars, c.decision_number,
        c.decided_on, c.expires_on, c.issuer_name, c.province_code, c.status, c.rejected_reason,
        c.revoked_on, c.revoked_reason, c.is_demo
      ${from}
      ORDER BY (c.status = 'submitted') DESC, c.decided_on DESC, c.id
      LIMIT ${range.limit} OFFSET ${range.offset}`,
    sql()<{ count: number }[]>`SELECT count(*)::int AS count ${from}`,
  ]);
  return { count: counts[0]?.count ?? 0, rows: [...rows] };
}

function conditions(filter: CertificationFilter, today: LocalDate): postgres.Fragment {
  const { q, state, province, stars, producer_id, id } = filter;
  const none = sql()``;
  // Handles are slugs of names, so they find names without diacritics.
  const name = slug(q ?? "");
  const text = q
    ? sql()`AND (c.decision_folded LIKE ${containing(fold(q))}
        OR (${name} <> '' AND (p.handle LIKE ${containing(name)} OR pr.handle LIKE ${containing(name)})))`
    : none;
  return sql()`${text}
    ${state ? sql()`AND ${inState(state, today)}` : none}
    ${province ? sql()`AND c.province_code = ${province}` : none}
    ${stars ? sql()`AND c.stars = ${stars}` : none}
    ${producer_id ? sql()`AND c.producer_id = ${producer_id}` : none}
    ${id ? sql()`AND c.id = ${id}` : none}`;
}

/** The SQL twin of shared's `certificateState`, as a condition. */
function inState(state: CertificateState, today: LocalDate): postgres.Fragment {
  if (state === "rejected" || state === "revoked") return sql()`c.status = ${state}`;
  if (state === "submitted") {
    return sql()`(c.status = 'submitted' OR (c.status = 'verified' AND c.decided_on > ${today}))`;
  }
  const last = addDays(today, EXPIRING_DAYS);
  const verified = sql()`c.status = 'verified' AND c.decided_on <= ${today}`;
  if (state === "expired") return sql()`${verified} AND c.expires_on < ${today}`;
  if (state === "expiring") {
    return sql()`${verified} AND c.expires_on BETWEEN ${today} AND ${last}`;
  }
  return sql()`${verified} AND c.expires_on > ${last}`;
}
