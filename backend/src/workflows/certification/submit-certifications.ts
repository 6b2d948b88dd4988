import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { Actor } from "../../lib/actor";
import { CertificationEvents } from "../events";
import { addCertificationsStep } from "./steps/add-certifications";
import { readDossiersStep, type Submission } from "./steps/read-dossiers";

export interface SubmitCertificationsInput {
  certifications: Submission[];
  actor: Actor;
}

/**
 * Submits certificates for the operator to verify, all or none; answers id, product_id and
 * decision_number of each. The same decision twice for one product is refused by the unique index.
 * Emits certification.submitted for each.
 */
export const submitCertificationsWorkflow = createWorkflow(
  "submit-certifications",
  (input: SubmitCertificationsInput) => {
    const dossiers = readDossiersStep(input.certifications);
    const added = addCertificationsStep({ dossiers, actor: input.actor });
    emitEventStep({
      eventName: CertificationEvents.SUBMITTED,
      data: transform({ added }, ({ added }) => added.map(({ id }) => ({ id }))),
    });
    return new WorkflowResponse(added);
  },
);
