import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { notFound } from "../../../../lib/errors";

/**
 * In the place of Medusa's own webhook, which would complete a cart into one unsplit order. Nobody
 * sends webhooks about cash on delivery; a provider that does gets its inbox here.
 */
export async function POST(_req: MedusaRequest, _res: MedusaResponse): Promise<void> {
  notFound("A payment provider with webhooks under this name");
}
