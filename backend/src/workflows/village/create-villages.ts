import { localeOf } from "@cho-lang/shared/language";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import type { NewVillage } from "../../modules/village/service";
import { VillageEvents } from "../events";
import { putTranslationsStep } from "../language/steps/put-translations";
import { addVillagesStep } from "./steps/add-villages";

export interface CreateVillagesInput {
  /** Handles must be unique among them. */
  villages: (NewVillage & {
    /** English texts of translatable columns. */
    en?: { name?: string; craft?: string; story?: string; picture_alt?: string };
  })[];
}

/** Creates villages with their English texts, all or none. Emits village.created for each. */
export const createVillagesWorkflow = createWorkflow(
  "create-villages",
  (input: CreateVillagesInput) => {
    const added = addVillagesStep(
      transform({ input }, ({ input }) => input.villages.map(({ en: _en, ...village }) => village)),
    );
    putTranslationsStep(transform({ input, added }, translationsOf));
    emitEventStep({
      eventName: VillageEvents.CREATED,
      data: transform({ added }, ({ added }) => added.map(({ id }) => ({ id }))),
    });
    return new WorkflowResponse(added);
  },
);

function translationsOf(data: {
  input: CreateVillagesInput;
  added: { id: string; handle: string }[];
}) {
  const ids = new Map(data.added.map(({ id, handle }) => [handle, id]));
  return data.input.villages.flatMap(({ handle, en }) => {
    const reference_id = ids.get(handle);
    return en && reference_id
      ? [{ reference: "village", reference_id, locale_code: localeOf("en"), translations: en }]
      : [];
  });
}
