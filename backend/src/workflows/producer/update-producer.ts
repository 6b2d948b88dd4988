import { localeOf } from "@cho-lang/shared/language";
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { emitEventStep } from "@medusajs/medusa/core-flows";
import { ProducerEvents } from "../events";
import { putTranslationsStep } from "../language/steps/put-translations";
import { editProducerStep, type ProducerChanges } from "./steps/edit-producer";

export interface UpdateProducerInput {
  id: string;
  changes: ProducerChanges;
  /** English texts to write besides. */
  en?: { story?: string; picture_alt?: string };
}

/** Edits a producer's own data and their English texts. Emits producer.updated. */
export const updateProducerWorkflow = createWorkflow(
  "update-producer",
  (input: UpdateProducerInput) => {
    const edited = editProducerStep(input);
    putTranslationsStep(
      transform({ input }, ({ input: { id, en } }) =>
        en
          ? [
              {
                reference: "producer",
                reference_id: id,
                locale_code: localeOf("en"),
                translations: en,
              },
            ]
          : [],
      ),
    );
    emitEventStep({ eventName: ProducerEvents.UPDATED, data: { id: input.id } });
    return new WorkflowResponse(edited);
  },
);
