import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound } from "../../../lib/errors";
import { VILLAGE_MODULE } from "../../../modules/village";
import type VillageModuleService from "../../../modules/village/service";
import type { NewVillage } from "../../../modules/village/service";

/** Columns that are edited; the handle is the address of its page and stays. */
export type VillageChanges = Partial<Omit<NewVillage, "id" | "handle" | "is_demo">>;

/** Edits a village; the undo writes the values of before back. */
export const editVillageStep = createStep(
  "edit-village",
  async (input: { id: string; changes: VillageChanges }, { container }) => {
    const service = container.resolve<VillageModuleService>(VILLAGE_MODULE);
    const [before] = await service.listVillages({ id: input.id }, { take: 1 });
    if (!before) notFound("The village");
    const keys = Object.keys(input.changes) as (keyof VillageChanges)[];
    const old: VillageChanges = Object.fromEntries(keys.map((key) => [key, before[key]]));
    await service.updateVillages({ id: input.id, ...input.changes });
    return new StepResponse({ id: input.id }, { id: input.id, ...old });
  },
  async (old, { container }) => {
    if (!old) return;
    await container.resolve<VillageModuleService>(VILLAGE_MODULE).updateVillages(old);
  },
);
