import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { notFound } from "../../../lib/errors";
import { refuseClosedCart } from "../../../workflows/checkout/closed-cart";

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
    middlewares: [findLine],
  },
];
