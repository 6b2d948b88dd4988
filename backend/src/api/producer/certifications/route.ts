import type { ProducerCertificates } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import type { ProducerRequest } from "../request";

export async function GET(req: ProducerRequest, res: MedusaResponse<ProducerCertificates>) {
  res.json({ certificates: await req.producer.certifications.list() });
}
