import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { ProducerEvents } from "../events";
import { type DecideMemberInput, decideMemberStep } from "./steps/decide-member";

/**
 * Activates, suspends or removes a member, by the operator or by an owner of the same producer. Out
 * means out at the next request, because the portal reads the member's row each time. Emits
 * producer.member_changed.
 */
export const setMemberStatusWorkflow = createWorkflow(
  "set-member-status",
  (input: DecideMemberInput) => {
    const change = decideMemberStep(input);
    emitEventStep({ eventName: ProducerEvents.MEMBER_CHANGED, data: { id: input.member_id } });
    return new WorkflowResponse(change);
  },
);
