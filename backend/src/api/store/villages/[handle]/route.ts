import type { VillagePage } from "@cho-lang/shared/contracts/village";
import { localeOf } from "@cho-lang/shared/language";
import { compareVietnamese } from "@cho-lang/shared/vietnamese";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { notFound, parse } from "../../../../lib/errors";
import type { VillageRow } from "../../../../modules/village/service";
import { langQuery } from "../../language";
import { pictureOf, provinceView } from "../../place";

/** Most producers on a village's page. */
const MOST_PRODUCERS = 100;

export async function GET(req: MedusaRequest, res: MedusaResponse<VillagePage>) {
  const { lang } = parse(langQuery, req.query);
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph(
    { entity: "village", fields: ["*"], filters: { handle: req.params.handle ?? "" } },
    { locale: localeOf(lang) },
  );
  const village = data[0] as unknown as VillageRow | undefined;
  if (!village) notFound("The village");
  const { data: producers } = await query.graph({
    entity: "producer",
    fields: ["handle", "name"],
    filters: { village_id: village.id, status: ["open", "suspended"] },
    pagination: { take: MOST_PRODUCERS },
  });
  res.json({
    handle: village.handle,
    name: village.name,
    kind: village.kind,
    craft: village.craft,
    story: village.story,
    commune: village.commune_name,
    province: provinceView(village.province_code, lang),
    former_place: village.former_place,
    lat: village.lat,
    lng: village.lng,
    picture: pictureOf(village),
    producers: producers
      .map(({ handle, name }) => ({ handle, name }))
      .sort((a, b) => compareVietnamese(a.name, b.name)),
  });
}
