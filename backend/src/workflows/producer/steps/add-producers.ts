import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { PRODUCER_MODULE } from "../../../modules/producer";
import type ProducerModuleService from "../../../modules/producer/service";
import type { NewProducer } from "../../../modules/producer/service";

/** Adds producers and their members; the undo deletes both. */
export const addProducersStep = createStep(
  "add-producers",
  async (producers: NewProducer[], { container }) => {
    const service = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
    const added = await service.addProducers(producers);
    return new StepResponse(
      added,
      added.map(({ id }) => id),
    );
  },
  async (ids, { container }) => {
    if (!ids) return;
    await container.resolve<ProducerModuleService>(PRODUCER_MODULE).deleteProducers(ids);
  },
);
