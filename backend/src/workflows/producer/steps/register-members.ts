import type { IAuthModuleService } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { refuse } from "../../../lib/errors";

export interface MemberLogin {
  member_id: string;
  /** In lower case. */
  email: string;
  password: string;
}

interface Registered {
  identity_id: string;
  /** False when the person had a login before, as a customer for example. */
  is_new: boolean;
}

/** Key under which Medusa looks for the actor of type `producer`. It holds the member's id. */
const ACTOR_KEY = "producer_id";

/**
 * Gives members a login by e-mail and password. Who has a login already, as a customer, keeps it
 * and its password; who is a member elsewhere is refused with member_email_taken. All or none:
 * what was registered before a failure is taken back here, and by the undo afterwards.
 */
export const registerMembersStep = createStep(
  "register-members",
  async (logins: MemberLogin[], { container }) => {
    const service = container.resolve<IAuthModuleService>(Modules.AUTH);
    const outcomes = await Promise.allSettled(logins.map((login) => register(service, login)));
    const registered = outcomes.flatMap((outcome) =>
      outcome.status === "fulfilled" ? [outcome.value] : [],
    );
    const failure = outcomes.find((outcome) => outcome.status === "rejected");
    if (failure) {
      await unregister(service, registered);
      throw failure.reason;
    }
    return new StepResponse(registered, registered);
  },
  async (registered, { container }) => {
    if (!registered) return;
    await unregister(container.resolve<IAuthModuleService>(Modules.AUTH), registered);
  },
);

async function register(service: IAuthModuleService, login: MemberLogin): Promise<Registered> {
  const [present] = await service.listAuthIdentities(
    { provider_identities: { entity_id: login.email, provider: "emailpass" } },
    { take: 1 },
  );
  if (present) {
    if (present.app_metadata?.[ACTOR_KEY]) {
      refuse("member_email_taken", `${login.email} signs in for a producer already.`);
    }
    await service.updateAuthIdentities({
      id: present.id,
      app_metadata: { ...present.app_metadata, [ACTOR_KEY]: login.member_id },
    });
    return { identity_id: present.id, is_new: false };
  }
  const { authIdentity, error } = await service.register("emailpass", {
    body: { email: login.email, password: login.password },
  });
  if (!authIdentity) {
    refuse("member_login_refused", error ?? `${login.email} could not be registered.`);
  }
  await service.updateAuthIdentities({
    id: authIdentity.id,
    app_metadata: { [ACTOR_KEY]: login.member_id },
  });
  return { identity_id: authIdentity.id, is_new: true };
}

async function unregister(service: IAuthModuleService, registered: Registered[]): Promise<void> {
  const fresh = registered.filter(({ is_new }) => is_new).map(({ identity_id }) => identity_id);
  if (fresh.length > 0) await service.deleteAuthIdentities(fresh);
  for (const { identity_id } of registered.filter(({ is_new }) => !is_new)) {
    const identity = await service.retrieveAuthIdentity(identity_id);
    // An update merges, so a key that is left out would stay; null is no actor.
    await service.updateAuthIdentities({
      id: identity_id,
      app_metadata: { ...identity.app_metadata, [ACTOR_KEY]: null },
    });
  }
}
