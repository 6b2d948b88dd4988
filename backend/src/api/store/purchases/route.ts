import type { PurchaseList } from "@cho-lang/shared/contracts/purchase";
import { progressOf } from "@cho-lang/shared/domain/order-progress";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../../lib/errors";
import { purchaseService } from "../../../workflows/purchase/claim";
import { purchaseToken } from "../../../workflows/purchase/signature";
import { loadMakers } from "./view";

const pageSize = 20;
const lastPage = 500;
const query = z.strictObject({ page: z.coerce.number().int().min(1).max(lastPage).default(1) });

/** The signed-in customer's own purchases, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PurchaseList>,
): Promise<void> {
  const { page } = parse(query, req.query);
  const service = purchaseService(req.scope);
  const { count, purchases } = await service.listPurchasesOfCustomer({
    customer_id: req.auth_context.actor_id,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const orders = await service.listOrders({ purchase_ids: purchases.map(({ id }) => id) });
  const producerIds = [...new Set(orders.map(({ producer_id }) => producer_id))];
  const makers = await loadMakers(req.scope, producerIds);
  res.setHeader("Cache-Control", "no-store");
  res.json({
    count,
    page,
    purchases: purchases.map((purchase) => {
      const own = orders.filter(({ purchase_id }) => purchase_id === purchase.id);
      return {
        id: purchase.id,
        number: purchase.number,
        token: purchaseToken(purchase.id),
        status: purchase.status,
        placed_at: (purchase.placed_at ?? purchase.created_at).toISOString(),
        total_vnd: purchase.total_vnd,
        producers: own.map((o) => makers.find(({ id }) => id === o.producer_id)?.name ?? ""),
        progress: own.map((order) => progressOf(order)),
      };
    }),
  });
}
