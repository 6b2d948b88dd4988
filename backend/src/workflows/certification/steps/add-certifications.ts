import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type { Actor } from "../../../lib/actor";
import { CERTIFICATION_MODULE } from "../../../modules/certification";
import type CertificationModuleService from "../../../modules/certification/service";
import type { Dossier } from "../../../modules/certification/service";

/** Adds submitted certificates with their first events; the undo deletes both. */
export const addCertificationsStep = createStep(
  "add-certifications",
  async (input: { dossiers: Dossier[]; actor: Actor }, { container }) => {
    const service = container.resolve<CertificationModuleService>(CERTIFICATION_MODULE);
    const added = await service.submit(input.dossiers, input.actor);
    return new StepResponse(
      added.map(({ id, product_id, decision_number }) => ({ id, product_id, decision_number })),
      added.map(({ id }) => id),
    );
  },
  async (ids, { container }) => {
    if (!ids) return;
    const service = container.resolve<CertificationModuleService>(CERTIFICATION_MODULE);
    await service.deleteCertifications(ids);
  },
);
