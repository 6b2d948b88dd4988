import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { CertificationStep } from "@cho-lang/shared/domain/certification";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type { Actor } from "../../../lib/actor";
import { refuse } from "../../../lib/errors";
import { CERTIFICATION_MODULE } from "../../../modules/certification";
import type CertificationModuleService from "../../../modules/certification/service";

export interface DecideInput {
  ids: string[];
  step: CertificationStep;
  actor: Actor;
  reason?: string;
  /** Local day from which a revocation counts; today when left out, never later. */
  revoked_on?: string;
}

/** Verifies, rejects or revokes with one event each; the undo restores status and history. */
export const decideCertificationsStep = createStep(
  "decide-certifications",
  async (input: DecideInput, { container }) => {
    const today = todayInVietnam(new Date());
    const revoked_on = input.revoked_on ?? today;
    if (revoked_on > today) {
      refuse("revoked_in_future", "A revocation counts from today or an earlier day.");
    }
    const service = container.resolve<CertificationModuleService>(CERTIFICATION_MODULE);
    const changes = await service.decideAbout({
      ids: input.ids,
      step: input.step,
      actor: input.actor,
      reason: input.reason ?? null,
      revoked_on,
    });
    return new StepResponse(changes, changes);
  },
  async (changes, { container }) => {
    if (!changes) return;
    const service = container.resolve<CertificationModuleService>(CERTIFICATION_MODULE);
    await service.undoDecision(changes);
  },
);
