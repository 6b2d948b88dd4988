import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { Actor } from "../../lib/actor";
import { CertificationEvents } from "../events";
import { decideCertificationsStep } from "./steps/decide-certifications";

/**
 * The operator found the certificates true, all or none of `ids`. From now on their stars are shown
 * on the days on which they are in force. Emits certification.verified for each.
 */
export const verifyCertificationsWorkflow = createWorkflow(
  "verify-certifications",
  (input: { ids: string[]; actor: Actor }) => {
    const changes = decideCertificationsStep({
      ids: input.ids,
      step: "verify",
      actor: input.actor,
    });
    emitEventStep({
      eventName: CertificationEvents.VERIFIED,
      data: transform({ changes }, ({ changes }) => changes.map(({ id }) => ({ id }))),
    });
    return new WorkflowResponse(changes);
  },
);
