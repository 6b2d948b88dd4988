import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows";
import { type Login, putLoginStep } from "./steps/put-login";

export interface TieLoginInput extends Login {
  /** "user", "customer" or "producer"; of the latter the actor is the member. */
  actor_type: string;
  actor_id: string;
}

/**
 * Gives an account that exists its login: sets the password and ties the auth identity to the
 * account. Refused by the core when the identity belongs to another account of this kind.
 */
export const tieLoginWorkflow = createWorkflow("tie-login", (input: TieLoginInput) => {
  const login = putLoginStep(
    transform({ input }, ({ input: { email, password } }) => ({ email, password })),
  );
  setAuthAppMetadataStep({
    authIdentityId: login.auth_identity_id,
    actorType: input.actor_type,
    value: input.actor_id,
  });
  return new WorkflowResponse(login);
});
