import { localeOf } from "@cho-lang/shared/language";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { VillageEvents } from "../events";
import { putTranslationsStep } from "../language/steps/put-translations";
import { editVillageStep, type VillageChanges } from "./steps/edit-village";

export interface UpdateVillageInput {
  id: string;
  changes: VillageChanges;
  /** English texts to write besides. */
  en?: { name?: string; craft?: string; story?: string; picture_alt?: string };
}

/** Edits a village and its English texts. Emits village.updated. */
export const updateVillageWorkflow = createWorkflow(
  "update-village",
  (input: UpdateVillageInput) => {
    const edited = editVillageStep(input);
    putTranslationsStep(
      transform({ input }, ({ input: { id, en } }) =>
        en
          ? [
              {
                reference: "village",
                reference_id: id,
                locale_code: localeOf("en"),
                translations: en,
              },
            ]
          : [],
      ),
    );
    emitEventStep({ eventName: VillageEvents.UPDATED, data: { id: input.id } });
    return new WorkflowResponse(edited);
  },
);
