import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { VILLAGE_MODULE } from "../../../modules/village";
import type VillageModuleService from "../../../modules/village/service";
import type { NewVillage } from "../../../modules/village/service";

/** Adds villages; the undo deletes them. */
export const addVillagesStep = createStep(
  "add-villages",
  async (villages: NewVillage[], { container }) => {
    const service = container.resolve<VillageModuleService>(VILLAGE_MODULE);
    const added = await service.createVillages(villages);
    return new StepResponse(
      added.map(({ id, handle }) => ({ id, handle })),
      added.map(({ id }) => id),
    );
  },
  async (ids, { container }) => {
    if (!ids) return;
    await container.resolve<VillageModuleService>(VILLAGE_MODULE).deleteVillages(ids);
  },
);
