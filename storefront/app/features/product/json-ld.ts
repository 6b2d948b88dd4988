import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import { pictureUrl } from "../../ui/picture";

/** Facts for machines, as schema.org writes them. */
export type Json = { [key: string]: unknown };

export type JsonLdFacts = {
  detail: CatalogDetail;
  /** Public address of the storefront, without a slash at the end. */
  origin: string;
  /** The page's own path, with its language. */
  path: string;
};

/** schema.org's Product with its OCOP certificates, in force or not. */
export function productJsonLd({ detail, origin, path }: JsonLdFacts): Json {
  const { variants, producer } = detail;
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: detail.title,
    description: detail.story,
    url: origin + path,
    image: images(detail, origin),
    brand: { "@type": "Brand", name: producer.name },
    ...(detail.weight_grams
      ? { weight: { "@type": "QuantitativeValue", value: detail.weight_grams, unitCode: "GRM" } }
      : {}),
    offers: variants.map((variant) => ({
      "@type": "Offer",
      sku: variant.id,
      name: variant.unit,
      price: variant.price_vnd,
      priceCurrency: "VND",
      availability:
        producer.is_open && variant.stock !== 0
          ? "https://schema.org/InStock"
          : "https://schema.org/OutOfStock",
      seller: organization(producer),
      url: origin + path,
    })),
    hasCertification: detail.certificates.map(certification),
  };
}

/** JSON that may stand inside a script element: no "<" that could end it. */
export function scriptText(json: Json): string {
  return JSON.stringify(json).replaceAll("<", "\\u003c");
}

/** Full addresses of its pictures. */
export function images(detail: CatalogDetail, origin: string): string[] {
  return detail.pictures.map(({ url }) => new URL(pictureUrl(url), origin).href);
}

/** Who makes it or welcomes, as an organization. */
export function organization(producer: CatalogDetail["producer"]): Json {
  return {
    "@type": "Organization",
    name: producer.name,
    address: producer.address,
    ...(producer.phone ? { telephone: producer.phone } : {}),
  };
}

function certification(certificate: PublicCertificate): Json {
  const isActive = certificate.state === "in_force" || certificate.state === "expiring";
  return {
    "@type": "Certification",
    name: `OCOP ${certificate.stars} sao`,
    certificationIdentification: certificate.decision_number,
    certificationStatus: isActive
      ? "https://schema.org/CertificationActive"
      : "https://schema.org/CertificationInactive",
    certificationRating: {
      "@type": "Rating",
      ratingValue: certificate.stars,
      bestRating: 5,
      worstRating: 1,
    },
    issuedBy: { "@type": "Organization", name: certificate.issuer },
    validFrom: certificate.decided_on,
    expires: certificate.expires_on,
  };
}
