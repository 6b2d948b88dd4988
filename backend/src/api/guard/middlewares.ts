import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import { notFound, refuse } from "../../lib/errors";
import { faultsOfBody, faultsOfPath, faultsOfQuery } from "./malformed";
import { isOpen } from "./open-routes";

const pathOf = (req: MedusaRequest) => req.originalUrl.split("?")[0] ?? "";

/** Routes that nobody opened do not exist. */
function denyByDefault(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (req.method !== "OPTIONS" && !isOpen(req.method, pathOf(req))) notFound("The route");
  next();
}

/** Refuses values on which Medusa's own routes would break, before any of them sees them. */
function refuseMalformed(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  const faults = [
    ...faultsOfPath(pathOf(req)),
    // Not req.query: Medusa has already taken the locale out of it.
    ...faultsOfQuery(req.originalUrl.split("?").slice(1).join("?")),
    ...faultsOfBody(req.body),
  ];
  if (faults.length > 0) {
    const sentence = faults.map(({ field, message }) => `${field} ${message}`).join("; ");
    refuse("malformed_value", sentence, { fields: faults });
  }
  next();
}

/** The nouns of the operator's API that are ours. */
const OPERATOR_NOUNS = [
  "bank-statements",
  "bookings",
  "cash-differences",
  "catalog",
  "certifications",
  "departures",
  "money",
  "payment-events",
  "producers",
  "purchases",
  "refund-requests",
  "refunds-due",
  "suspense",
  "villages",
] as const;

/** Stands before every other middleware of ours. No method: with one it would come too late. */
export const guardMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store", middlewares: [refuseMalformed, denyByDefault] },
  { matcher: "/auth", middlewares: [refuseMalformed, denyByDefault] },
  { matcher: "/producer", middlewares: [refuseMalformed] },
  // Only our own nouns: Medusa's admin sends longer lists and metadata to its own routes.
  ...OPERATOR_NOUNS.map((noun) => ({
    matcher: `/admin/${noun}`,
    middlewares: [refuseMalformed],
  })),
  // Of Medusa's own nouns, the one route that is ours.
  { matcher: "/admin/orders/:id/cancel", middlewares: [refuseMalformed] },
];
