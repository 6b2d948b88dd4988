import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { type Login, putLoginStep } from "./steps/put-login";

/**
 * Gives an e-mail address a login with this password, whether it had one or not. Answers
 * `auth_identity_id`, to which an account is then tied.
 */
export const putLoginWorkflow = createWorkflow(
  "put-login",
  (input: Login) => new WorkflowResponse(putLoginStep(input)),
);
