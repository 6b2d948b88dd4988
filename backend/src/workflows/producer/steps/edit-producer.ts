import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk";
import { notFound } from "../../../lib/errors";
import { PRODUCER_MODULE } from "../../../modules/producer";
import type ProducerModuleService from "../../../modules/producer/service";
import type { ProducerRow } from "../../../modules/producer/service";

/** Columns that are edited; status and members have decisions of their own. */
export type ProducerChanges = Partial<
  Pick<
    ProducerRow,
    | "name"
    | "registration_number"
    | "phone"
    | "email"
    | "street"
    | "commune_code"
    | "province_code"
    | "story"
    | "picture_url"
    | "picture_width"
    | "picture_height"
    | "picture_alt"
    | "closed_from"
    | "closed_until"
    | "village_id"
  >
>;

/** Edits a producer; the undo writes the values of before back. */
export const editProducerStep = createStep(
  "edit-producer",
  async (input: { id: string; changes: ProducerChanges }, { container }) => {
    const service = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
    const [before] = await service.listProducers({ id: input.id }, { take: 1 });
    if (!before) notFound("The producer");
    const keys = Object.keys(input.changes) as (keyof ProducerChanges)[];
    const old: ProducerChanges = Object.fromEntries(keys.map((key) => [key, before[key]]));
    await service.updateProducers({ id: input.id, ...input.changes });
    return new StepResponse({ id: input.id }, { id: input.id, ...old });
  },
  async (old, { container }) => {
    if (!old) return;
    await container.resolve<ProducerModuleService>(PRODUCER_MODULE).updateProducers(old);
  },
);
