import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { Actor } from "../../lib/actor";
import { CertificationEvents } from "../events";
import { decideCertificationsStep } from "./steps/decide-certifications";

export interface RevokeCertificationInput {
  id: string;
  actor: Actor;
  /** Shown to everybody on the certificate's page. */
  reason: string;
  /** Local day of the withdrawal; today when left out, never later, not before the decision. */
  revoked_on?: string;
}

/** Takes a verified certificate's stars away for good, at once. Emits certification.revoked. */
export const revokeCertificationWorkflow = createWorkflow(
  "revoke-certification",
  (input: RevokeCertificationInput) => {
    const changes = decideCertificationsStep(
      transform({ input }, ({ input: { id, actor, reason, revoked_on } }) => ({
        ids: [id],
        step: "revoke" as const,
        actor,
        reason,
        ...(revoked_on ? { revoked_on } : {}),
      })),
    );
    emitEventStep({ eventName: CertificationEvents.REVOKED, data: { id: input.id } });
    return new WorkflowResponse(changes);
  },
);
