import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { Actor } from "../../lib/actor";
import { CertificationEvents } from "../events";
import { decideCertificationsStep } from "./steps/decide-certifications";

/**
 * The operator does not accept a submitted certificate; the producer reads the reason. Final: a new
 * dossier is a new certificate. Emits certification.rejected.
 */
export const rejectCertificationWorkflow = createWorkflow(
  "reject-certification",
  (input: { id: string; actor: Actor; reason: string }) => {
    const changes = decideCertificationsStep(
      transform({ input }, ({ input: { id, actor, reason } }) => ({
        ids: [id],
        step: "reject" as const,
        actor,
        reason,
      })),
    );
    emitEventStep({ eventName: CertificationEvents.REJECTED, data: { id: input.id } });
    return new WorkflowResponse(changes);
  },
);
