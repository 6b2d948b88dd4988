import { type LocalDate, todayInVietnam } from "@cho-lang/shared/calendar";
import type {
  OperatorCertification,
  OperatorCertificationRow,
} from "@cho-lang/shared/contracts/operator";
import { certificateState, daysLeft } from "@cho-lang/shared/domain/certification";
import type { MedusaContainer } from "@medusajs/framework/types";
import { notFound } from "../../../lib/errors";
import type CertificationModuleService from "../../../modules/certification/service";
import {
  type CertificationFacts,
  operatorCertifications,
} from "../../../reports/operator-certifications";

/** A certificate as the operator's lists show it; its state is the one of `today`. */
export function certificationRow(
  facts: CertificationFacts,
  today: LocalDate,
): OperatorCertificationRow {
  return {
    id: facts.id,
    product: {
      id: facts.product_id,
      handle: facts.product_handle,
      title: facts.product_title,
    },
    producer: {
      id: facts.producer_id,
      handle: facts.producer_handle,
      name: facts.producer_name,
    },
    stars: facts.stars,
    decision_number: facts.decision_number,
    decided_on: facts.decided_on,
    expires_on: facts.expires_on,
    issuer_name: facts.issuer_name,
    province_code: facts.province_code,
    status: facts.status,
    state: certificateState(facts, today),
    days_left: Math.max(0, daysLeft(facts.expires_on, today)),
    is_demo: facts.is_demo,
  };
}

/** One certificate with its history; not_found when there is none. */
export async function certificationDetail(
  scope: MedusaContainer,
  id: string,
): Promise<OperatorCertification> {
  const today = todayInVietnam(new Date());
  const service: CertificationModuleService = scope.resolve("certification");
  const [{ rows }, events] = await Promise.all([
    operatorCertifications({ id }, { today, limit: 1, offset: 0 }),
    service.listCertificationEvents(
      { certification_id: id },
      { order: { created_at: "ASC", id: "ASC" }, take: 20 },
    ),
  ]);
  const [facts] = rows;
  if (!facts) notFound("The certificate");
  return {
    certification: {
      ...certificationRow(facts, today),
      rejected_reason: facts.rejected_reason,
      revoked_on: facts.revoked_on,
      revoked_reason: facts.revoked_reason,
      history: events.map((event) => ({
        id: event.id,
        kind: event.kind,
        actor_name: event.actor_name,
        reason: event.reason,
        at: new Date(event.created_at).toISOString(),
      })),
    },
  };
}
