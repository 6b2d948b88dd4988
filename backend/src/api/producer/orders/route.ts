import type { ProducerOrders } from "@cho-lang/shared/contracts/producer";
import { orderProgress } from "@cho-lang/shared/contracts/purchase";
import type { MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../../lib/errors";
import { languageOf, type ProducerRequest, pageOf } from "../request";

const query = z.object({ progress: orderProgress.nullable().default(null) });

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerOrders>) {
  const { progress } = parse(query, { progress: req.query.progress });
  res.json(await req.producer.orders.list({ progress, page: pageOf(req) }, languageOf(req)));
}
