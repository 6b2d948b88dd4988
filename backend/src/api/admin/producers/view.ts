import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { OperatorProducer } from "@cho-lang/shared/contracts/operator";
import type { MedusaContainer } from "@medusajs/framework/types";
import { addressLine } from "../../../lib/address";
import { notFound } from "../../../lib/errors";
import type ProducerModuleService from "../../../modules/producer/service";
import { operatorCertifications } from "../../../reports/operator-certifications";
import { operatorProducers } from "../../../reports/operator-producers";
import { certificationRow } from "../certifications/view";

/** Most certificates and events that the page of one producer shows, the newest. */
const SHOWN = 100;

/** One producer with members, certificates and history; not_found when there is none. */
export async function producerDetail(
  scope: MedusaContainer,
  id: string,
): Promise<OperatorProducer> {
  const service: ProducerModuleService = scope.resolve("producer");
  const today = todayInVietnam(new Date());
  const [{ rows }, [producer], certifications, events] = await Promise.all([
    operatorProducers({ id }, { limit: 1, offset: 0 }),
    service.listProducers({ id }, { relations: ["members"], take: 1 }),
    operatorCertifications({ producer_id: id }, { today, limit: SHOWN, offset: 0 }),
    service.listProducerEvents(
      { producer_id: id },
      { order: { created_at: "DESC", id: "DESC" }, take: SHOWN },
    ),
  ]);
  const [facts] = rows;
  if (!facts || !producer) notFound("The producer");
  const names = new Map(producer.members.map((member) => [member.id, member.name]));
  return {
    producer: {
      ...facts,
      registration_number: producer.registration_number,
      phone: producer.phone,
      email: producer.email,
      address: addressLine(producer),
      closed_from: producer.closed_from,
      closed_until: producer.closed_until,
      members: producer.members.map(({ id, name, email, role, status }) => ({
        id,
        name,
        email,
        role,
        status,
      })),
      certifications: certifications.rows.map((row) => certificationRow(row, today)),
      history: events.reverse().map((event) => ({
        id: event.id,
        kind: event.kind,
        actor_name: event.actor_name,
        reason:
          [event.member_id && names.get(event.member_id), event.reason]
            .filter(Boolean)
            .join(": ") || null,
        at: new Date(event.created_at).toISOString(),
      })),
    },
  };
}
