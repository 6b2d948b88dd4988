import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import {
  type CertificationStatus,
  certificateState,
  isStars,
  issuerRule,
  monthsLeft,
} from "@cho-lang/shared/domain/certification";
import { provinceByCode } from "@cho-lang/shared/geography";
import { type Language, localeOf } from "@cho-lang/shared/language";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { CertificateColumns } from "../../../reports/catalog-detail";

/** Certificates are public from their verification on, also when they were revoked later. */
const PUBLIC_STATUSES: CertificationStatus[] = ["verified", "revoked"];

/** A row of query.graph with its product and producer. */
export interface CertificateRow extends CertificateColumns {
  product_title: string;
  product?: {
    id: string;
    handle: string;
    title: string;
    type?: { value: string } | null;
  } | null;
  producer?: { id: string; handle: string; name: string } | null;
}

const FIELDS = [
  "id",
  "product_title",
  "stars",
  "decision_number",
  "decided_on",
  "expires_on",
  "issuer_name",
  "province_code",
  "status",
  "revoked_on",
  "revoked_reason",
  "is_demo",
  "product.id",
  "product.handle",
  "product.title",
  "product.type.value",
  "producer.id",
  "producer.handle",
  "producer.name",
];

/**
 * Public certificates that match, newest decision first, as they stand today. Those whose product
 * or producer is gone are left out, because their pages are too.
 */
export async function publicCertificates(
  scope: MedusaContainer,
  filters: { id?: string; producer_id?: string; decision_folded?: { $like: string } },
  options: { language: Language; limit: number },
): Promise<PublicCertificate[]> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph(
    {
      entity: "certification",
      fields: FIELDS,
      filters: { ...filters, status: PUBLIC_STATUSES },
      pagination: { take: options.limit, order: { decided_on: "DESC", id: "ASC" } },
    },
    { locale: localeOf(options.language) },
  );
  const today = todayInVietnam(new Date());
  return (data as unknown as CertificateRow[]).flatMap((row) =>
    certificateOf(row, today, options.language),
  );
}

/** One row as shoppers see it today, in a list of one; empty when it is not public. */
export function certificateOf(
  row: CertificateRow,
  today: LocalDate,
  language: Language,
): PublicCertificate[] {
  const state = certificateState(row, today);
  const { product, producer, stars } = row;
  if (!product || !producer || !isStars(stars)) return [];
  if (state === "submitted" || state === "rejected") return [];
  return [
    {
      id: row.id,
      product: {
        handle: product.handle,
        title: product.title,
        kind: product.type?.value === "tour" ? "tour" : "product",
      },
      producer: { handle: producer.handle, name: producer.name },
      stars,
      decision_number: row.decision_number,
      decided_on: row.decided_on,
      expires_on: row.expires_on,
      issuer: issuerOf({ ...row, stars }, language),
      state,
      months_left: state === "revoked" ? 0 : monthsLeft(row.expires_on, today),
      revoked_on: row.revoked_on,
      revoked_reason: row.revoked_reason,
      is_demo: row.is_demo,
    },
  ];
}

/** The issuer as stored; in English by the same rule that named it in Vietnamese. */
function issuerOf(
  row: { stars: 3 | 4 | 5; decided_on: LocalDate; province_code: string; issuer_name: string },
  language: Language,
): string {
  const province = provinceByCode(row.province_code);
  if (language === "vi" || !province) return row.issuer_name;
  const { decided_on, stars } = row;
  return issuerRule({ decided_on, stars, province }).name_en;
}
