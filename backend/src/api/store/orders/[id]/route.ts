import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { notFound } from "../../../../lib/errors";

const fields = [
  "id",
  "display_id",
  "status",
  "created_at",
  "currency_code",
  "email",
  "total",
  "item_total",
  "shipping_total",
  "items.id",
  "items.title",
  "items.product_handle",
  "items.quantity",
  "items.unit_price",
  "items.total",
  "shipping_methods.name",
  "shipping_methods.total",
];

/**
 * In the place of Medusa's own route, which shows anybody's order to whoever knows its id. The
 * owning customer reads it; everybody else gets 404. `fields` of the caller is not looked at.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customer_id = req.auth_context?.actor_id;
  if (!customer_id) notFound("The order");
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields,
    filters: { id: req.params.id ?? "", customer_id },
  });
  const [order] = data;
  if (!order) notFound("The order");
  res.setHeader("Cache-Control", "no-store");
  res.json({ order });
}
