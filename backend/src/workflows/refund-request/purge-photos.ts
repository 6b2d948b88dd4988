import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { refundRequestService } from "./request-service";

const purgePhotosStep = createStep("purge-photos", async (_input: object, { container }) => {
  const service = refundRequestService(container);
  const files = container.resolve(Modules.FILE);
  let removed = 0;
  for (const { id, file_id } of await service.listUnusedPhotos()) {
    // The row first: a request that takes the photo at this moment keeps its file.
    if (!(await service.removePhoto(id))) continue;
    await files.deleteFiles([file_id]);
    removed += 1;
  }
  return new StepResponse(removed);
});

/** Removes photos that no request took within a day; answers how many. */
export const purgePhotosWorkflow = createWorkflow(
  "purge-photos",
  () => new WorkflowResponse(purgePhotosStep()),
);
