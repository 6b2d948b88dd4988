import type { CertificateFacts, Stars } from "@cho-lang/shared/domain/certification";
import { sql } from "../lib/sql";

export interface ProducerCertificateFacts extends CertificateFacts {
  id: string;
  product_title: string;
  stars: Stars;
  decision_number: string;
  issuer_name: string;
  rejected_reason: string | null;
  revoked_reason: string | null;
}

/** Certificates of a producer, the one that expires next first; at most 500. */
export async function producerCertificates(
  producerId: string,
): Promise<ProducerCertificateFacts[]> {
  return sql()<ProducerCertificateFacts[]>`
    SELECT id, product_title, stars::int, decision_number, issuer_name, status, decided_on,
      expires_on, revoked_on, rejected_reason, revoked_reason
    FROM certification WHERE producer_id = ${producerId} AND deleted_at IS NULL
    ORDER BY expires_on, id LIMIT 500`;
}
