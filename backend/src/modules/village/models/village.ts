import { VILLAGE_KINDS } from "@cho-lang/shared/domain/village";
import { model } from "@medusajs/framework/utils";

/** A craft village or rural site. `former_place` is where it lay before the reforms of 2025. */
export const Village = model.define("village", {
  id: model.id({ prefix: "vill" }).primaryKey(),
  handle: model.text().unique(),
  name: model.text().searchable().translatable(),
  kind: model.enum([...VILLAGE_KINDS]),
  craft: model.text().translatable(),
  story: model.text().translatable(),
  province_code: model.text().index(),
  commune_code: model.text(),
  commune_name: model.text(),
  former_place: model.text().nullable(),
  lat: model.float(),
  lng: model.float(),
  picture_url: model.text().nullable(),
  picture_width: model.number().nullable(),
  picture_height: model.number().nullable(),
  picture_alt: model.text().translatable().nullable(),
  is_demo: model.boolean().default(false),
});
