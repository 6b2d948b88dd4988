import type { InferTypeOf } from "@medusajs/framework/types";
import { MedusaService } from "@medusajs/framework/utils";
import { Village } from "./models/village";

export type VillageRow = InferTypeOf<typeof Village>;

/** A village to add; optional columns may be left out. */
export type NewVillage = Pick<
  VillageRow,
  | "handle"
  | "name"
  | "kind"
  | "craft"
  | "story"
  | "province_code"
  | "commune_code"
  | "commune_name"
  | "lat"
  | "lng"
> &
  Partial<
    Pick<
      VillageRow,
      | "id"
      | "former_place"
      | "picture_url"
      | "picture_width"
      | "picture_height"
      | "picture_alt"
      | "is_demo"
    >
  >;

/** Craft villages and rural sites: places, without decisions of their own. */
export default class VillageModuleService extends MedusaService({ Village }) {}
