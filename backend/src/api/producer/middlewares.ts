import {
  type AuthenticatedMedusaRequest,
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { notFound, refuse } from "../../lib/errors";
import type ProducerModuleService from "../../modules/producer/service";
import { permissionFor, routeOf } from "./access";
import type { ProducerRequest } from "./request";
import { scopeOf } from "./scope";

/**
 * Lets in only whom the database knows as an active member at this moment: a token says who
 * somebody is, never what they may still do. Then the route's entry decides by the member's role.
 */
async function enterPortal(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  res.setHeader("Cache-Control", "no-store");
  const { auth_context: auth } = req as Partial<AuthenticatedMedusaRequest>;
  if (!auth?.actor_id || auth.actor_type !== "producer") signedOut();

  const producers: ProducerModuleService = req.scope.resolve("producer");
  const [member] = await producers.listProducerMembers(
    { id: auth.actor_id },
    { relations: ["producer"], take: 1 },
  );
  if (!member?.producer || member.status !== "active") signedOut();

  const route = routeOf(req.method, req.originalUrl.split("?")[0] ?? "");
  if (!route) notFound("route");
  const permission = permissionFor(
    { role: member.role, status: member.producer.status },
    route.action,
  );
  if (!permission.allowed) {
    refuse(permission.code, permission.message, { type: MedusaError.Types.FORBIDDEN });
  }
  (req as ProducerRequest).producer = scopeOf(member, member.producer, producers);
  next();
}

function signedOut(): never {
  refuse("signed_out", "Sign in as a member of a producer.", {
    type: MedusaError.Types.UNAUTHORIZED,
  });
}

export const producerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/producer",
    middlewares: [
      // A bearer token only: the portal's pages keep it in the storefront's own cookie, so no other
      // site can make a browser send it.
      authenticate("producer", ["bearer"], { allowUnauthenticated: true }),
      enterPortal,
    ],
  },
];
