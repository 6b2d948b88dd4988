import { type HostMonth, hostMonthQuery } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import type { ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<HostMonth>) {
  const { month } = parse(hostMonthQuery, req.query);
  res.json(await req.producer.visits.month(month, new Date()));
}
