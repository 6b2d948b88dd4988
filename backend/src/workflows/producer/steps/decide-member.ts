import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import type { Actor } from "../../../lib/actor";
import { PRODUCER_MODULE } from "../../../modules/producer";
import type { MemberStatus } from "../../../modules/producer/rules";
import type ProducerModuleService from "../../../modules/producer/service";

export interface DecideMemberInput {
  producer_id: string;
  member_id: string;
  status: MemberStatus;
  actor: Actor;
  reason: string | null;
}

/** Changes a member's status with its event; the undo restores status and history. */
export const decideMemberStep = createStep(
  "decide-member",
  async (input: DecideMemberInput, { container }) => {
    const service = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
    const change = await service.decideAboutMember(input);
    return new StepResponse(change, change);
  },
  async (change, { container }) => {
    if (!change) return;
    await container.resolve<ProducerModuleService>(PRODUCER_MODULE).undoMemberDecision(change);
  },
);
