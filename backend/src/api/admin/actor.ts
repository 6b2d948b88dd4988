import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import type { Actor } from "../../lib/actor";

/** The signed-in operator as a history names them: their full name, else their e-mail. */
export async function operatorOf(req: AuthenticatedMedusaRequest): Promise<Actor> {
  const id = req.auth_context.actor_id;
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "user",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id },
  });
  const user = data[0];
  const name = [user?.last_name, user?.first_name].filter(Boolean).join(" ");
  return { id, name: name || user?.email || id };
}
