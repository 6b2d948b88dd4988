import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { notFound, refuse } from "../../../lib/errors";
import { releaseLineWorkflow } from "../../../workflows/booking/release-line";
import { refuseClosedCart } from "../../../workflows/checkout/closed-cart";
import { loadVisits } from "../../../workflows/checkout/load-visits";

/**
 * A visit's line is its booking: it is one, whatever is asked. Its seats are free before the line
 * goes, so that no removed line keeps seats.
 */
async function guardVisit(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { id = "", line_id = "" } = req.params;
  if (req.method === "DELETE") {
    await releaseLineWorkflow(req.scope).run({ input: { cart_id: id, line_id } });
  } else if ((await loadVisits(req.scope, id)).has(line_id)) {
    const message = "is one party: remove the visit and book again for another number of guests";
    refuse("visit_quantity_fixed", `quantity ${message}`, {
      fields: [{ field: "quantity", code: "visit_quantity_fixed", message }],
    });
  }
  next();
}

/**
 * Removing a line has no hook, and Medusa breaks on a line that is not there: what the hooks do for
 * adding and changing is done here.
 */
async function findLine(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { id = "", line_id } = req.params;
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const found = await query.graph({ entity: "cart", fields: ["items.id"], filters: { id } });
  const [cart] = found.data as unknown as { items: { id: string }[] }[];
  if (!cart?.items.some((item) => item.id === line_id)) notFound("The line");
  await refuseClosedCart(req.scope, id);
  next();
}

/** Gives a bought cart its own code before Medusa refuses it without one. */
async function findOpenCart(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  await refuseClosedCart(req.scope, req.params.id ?? "");
  next();
}

export const cartMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id/line-items", method: ["POST"], middlewares: [findOpenCart] },
  {
    matcher: "/store/carts/:id/line-items/:line_id",
    method: ["POST", "DELETE"],
    middlewares: [findLine, guardVisit],
  },
];
