import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { cancelOrderByOperatorWorkflow } from "../../../../../workflows/order/cancel-by-operator";

/** In the place of Medusa's own cancellation, which gives money back before anybody is asked. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const order_id = req.params.id ?? "";
  const input = { order_id, actor_id: req.auth_context.actor_id };
  await cancelOrderByOperatorWorkflow(req.scope).run({ input });
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: "order",
    fields: req.queryConfig.fields,
    filters: { id: order_id },
  });
  res.json({ order: data[0] });
}
