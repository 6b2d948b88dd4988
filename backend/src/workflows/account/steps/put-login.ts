import type { IAuthModuleService } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";

const PROVIDER = "emailpass";

export interface Login {
  email: string;
  password: string;
}

/**
 * Registers an e-mail address with a password, or sets the password of one that is registered.
 * Answers the auth identity. The undo deletes a new identity; an old password cannot be brought
 * back, as only its hash was known.
 */
export const putLoginStep = createStep(
  "put-login",
  async ({ email, password }: Login, { container }) => {
    const service = container.resolve<IAuthModuleService>(Modules.AUTH);
    const [present] = await service.listAuthIdentities(
      { provider_identities: { entity_id: email, provider: PROVIDER } },
      { take: 1 },
    );
    const answer = present
      ? await service.updateProvider(PROVIDER, { entity_id: email, password })
      : await service.register(PROVIDER, { body: { email, password } });
    const identity = present ?? answer.authIdentity;
    if (!answer.success || !identity) {
      refuse("login_refused", answer.error ?? `${email} could not be given a password.`);
    }
    return new StepResponse({ auth_identity_id: identity.id }, present ? null : identity.id);
  },
  async (identityId, { container }) => {
    if (!identityId) return;
    await container.resolve<IAuthModuleService>(Modules.AUTH).deleteAuthIdentities([identityId]);
  },
);
