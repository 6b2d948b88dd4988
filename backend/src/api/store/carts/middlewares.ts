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
  const { data } = await query.graph({ entity: "cart", fields: ["items.id"], filters: { id } });
  if (!data[0]?.items?.some((item) => item?.id === line_id)) notFound("The line");
  await refuseClosedCart(req.scope, id);
  next();
}

export const cartMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id/line-items/:line_id", method: ["DELETE"], middlewares: [findLine] },
];
