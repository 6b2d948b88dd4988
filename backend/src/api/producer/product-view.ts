import type { ProducerCertificate, ProducerProductRow } from "@cho-lang/shared/contracts/producer";
import { certificateState, daysLeft, starsToday } from "@cho-lang/shared/domain/certification";
import type { Language } from "@cho-lang/shared/language";
import type { ProducerCertificateFacts } from "../../reports/producer-certificates";
import type { ProducerProductFacts } from "../../reports/producer-products";

/** A product with its variants' price and stock; stars are those in force today. */
export function productRow(
  product: ProducerProductFacts,
  language: Language,
  today: string,
): ProducerProductRow {
  const { metadata } = product;
  const title = language === "en" ? (product.title_en ?? product.title_vi) : product.title_vi;
  return {
    id: product.id,
    handle: product.handle,
    title,
    kind: product.kind === "tour" ? "tour" : "product",
    picture: pictureOf(product, language, title),
    stars: starsToday(product.certificates, today),
    is_published: product.is_published,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      title: variant.title,
      unit: textOf(metadata[`unit_${language}`]) ?? textOf(metadata.unit_vi) ?? variant.title,
      price_vnd: variant.price_vnd ?? 0,
      stock: variant.manage_inventory ? (variant.stocked ?? 0) : null,
      reserved: variant.reserved ?? 0,
    })),
  };
}

/** A certificate as its producer sees it, whatever became of it. */
export function certificateRow(
  certificate: ProducerCertificateFacts,
  today: string,
): ProducerCertificate {
  return {
    id: certificate.id,
    product_title: certificate.product_title,
    stars: certificate.stars,
    decision_number: certificate.decision_number,
    issuer: certificate.issuer_name,
    decided_on: certificate.decided_on,
    expires_on: certificate.expires_on,
    days_left: daysLeft(certificate.expires_on, today),
    state: certificateState(certificate, today),
    reason: certificate.revoked_reason ?? certificate.rejected_reason,
  };
}

function pictureOf(
  product: ProducerProductFacts,
  language: Language,
  title: string,
): ProducerProductRow["picture"] {
  const size = product.metadata.picture;
  if (!product.thumbnail || typeof size !== "object" || size === null) return null;
  const { width, height } = size as { width?: unknown; height?: unknown };
  if (typeof width !== "number" || typeof height !== "number") return null;
  const alt = textOf(product.metadata[`alt_${language}`]) ?? title;
  return { url: product.thumbnail, width, height, alt };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
