import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { ProducerPage } from "@cho-lang/shared/contracts/producer-page";
import { localeOf } from "@cho-lang/shared/language";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { notFound, parse } from "../../../../lib/errors";
import type { ProducerRow } from "../../../../modules/producer/service";
import { publicCertificates } from "../../certifications/view";
import { langQuery } from "../../language";
import { provinceView } from "../../place";
import { makerView } from "../view";

/** Most certificates on a producer's page. */
const MOST_CERTIFICATES = 100;

export async function GET(req: MedusaRequest, res: MedusaResponse<ProducerPage>) {
  const { lang } = parse(langQuery, req.query);
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph(
    {
      entity: "producer",
      fields: ["*", "village.id", "village.handle", "village.name"],
      filters: { handle: req.params.handle ?? "" },
    },
    { locale: localeOf(lang) },
  );
  const producer = data[0] as unknown as
    | (ProducerRow & { village?: { handle: string; name: string } | null })
    | undefined;
  if (!producer || producer.status === "pending") notFound("The producer");
  const certificates = await publicCertificates(
    req.scope,
    { producer_id: producer.id },
    { language: lang, limit: MOST_CERTIFICATES },
  );
  const { village } = producer;
  res.json({
    ...makerView(producer, todayInVietnam(new Date())),
    province: provinceView(producer.province_code, lang),
    village: village ? { handle: village.handle, name: village.name } : null,
    certificates,
  });
}
