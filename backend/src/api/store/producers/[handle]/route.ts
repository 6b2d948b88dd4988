import { todayInVietnam } from "@cho-lang/shared/calendar";
import type { ProducerPage } from "@cho-lang/shared/contracts/producer-page";
import { isProducerOpenOn } from "@cho-lang/shared/domain/producer";
import { localeOf } from "@cho-lang/shared/language";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { addressLine } from "../../../../lib/address";
import { notFound, parse } from "../../../../lib/errors";
import type { ProducerRow } from "../../../../modules/producer/service";
import { publicCertificates } from "../../certifications/view";
import { langQuery } from "../../language";
import { pictureOf, provinceView } from "../../place";

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
    handle: producer.handle,
    name: producer.name,
    legal_form: producer.legal_form,
    story: producer.story,
    registration_number: producer.registration_number,
    address: addressLine(producer),
    phone: producer.phone,
    picture: pictureOf(producer),
    province: provinceView(producer.province_code, lang),
    village: village ? { handle: village.handle, name: village.name } : null,
    is_open: isProducerOpenOn(producer, todayInVietnam(new Date())),
    certificates,
  });
}
