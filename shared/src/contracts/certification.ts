import { z } from "zod";
import { PRODUCT_KINDS } from "../domain/product";
import { stars } from "./parts";

/** Certificate as a shopper sees it; `state` is computed for today on each read. */
export const publicCertificate = z.object({
  id: z.string(),
  product: z.object({ handle: z.string(), title: z.string(), kind: z.enum(PRODUCT_KINDS) }),
  producer: z.object({ handle: z.string(), name: z.string() }),
  stars,
  decision_number: z.string(),
  /** Local dates. */
  decided_on: z.string(),
  expires_on: z.string(),
  issuer: z.string(),
  state: z.enum(["in_force", "expiring", "expired", "revoked"]),
  /** Running month counts as left; 0 when expired or revoked. */
  months_left: z.int(),
  revoked_on: z.string().nullable(),
  revoked_reason: z.string().nullable(),
  is_demo: z.boolean(),
});

/** `GET /store/certifications?number=` (1 to 60 characters, diacritics optional). */
export const certificateSearchAnswer = z.object({ certificates: z.array(publicCertificate) });
/** `GET /store/certifications/:id` */
export const certificateAnswer = z.object({ certificate: publicCertificate });

export type PublicCertificate = z.infer<typeof publicCertificate>;
export type CertificateSearchAnswer = z.infer<typeof certificateSearchAnswer>;
export type CertificateAnswer = z.infer<typeof certificateAnswer>;
