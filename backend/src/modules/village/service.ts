import type { InferTypeOf } from "@medusajs/framework/types";
import { MedusaService } from "@medusajs/framework/utils";
import { Village } from "./models/village";

export type VillageRow = InferTypeOf<typeof Village>;

/** Craft villages and rural sites: places, without decisions of their own. */
export default class VillageModuleService extends MedusaService({ Village }) {}
