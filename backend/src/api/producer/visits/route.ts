import { type HostDay, hostDayQuery } from "@cho-lang/shared/contracts/visit";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse } from "../../../lib/errors";
import type { ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<HostDay>) {
  const { date, lang } = parse(hostDayQuery, req.query);
  res.json(await req.producer.visits.day(date, lang, new Date()));
}
