import type { ProducerProducts } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../../lib/errors";
import { languageOf, type ProducerRequest, pageOf } from "../request";

const query = z.object({ q: z.string().max(200).default("") });

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerProducts>) {
  const { q } = parse(query, { q: req.query.q });
  res.json(await req.producer.products.list({ q, page: pageOf(req) }, languageOf(req)));
}
