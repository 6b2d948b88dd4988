import { randomUUID } from "node:crypto";
import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { readPicture } from "../../modules/refund-request";
import { refundRequestService } from "./request-service";

/** `file` is the photo in base64 as it was taken. */
export type AddPhotoInput = { purchase_id: string; file: string };

const storePhotoFileStep = createStep(
  "store-photo-file",
  async ({ purchase_id, file }: AddPhotoInput, { container }) => {
    await refundRequestService(container).expectRoom(purchase_id);
    const { bytes, width, height } = await readPicture(Buffer.from(file, "base64"));
    const { id: file_id } = await container.resolve(Modules.FILE).createFiles({
      // No folder: the local provider finds private files by the beginning of their name. A name of
      // its own: that provider adds only the millisecond, and two photos would be one file.
      filename: `refund-request-${randomUUID()}.jpg`,
      mimeType: "image/jpeg",
      content: bytes.toString("base64"),
      access: "private",
    });
    return new StepResponse({ purchase_id, file_id, width, height }, file_id);
  },
  async (file_id, { container }) => {
    if (file_id) await container.resolve(Modules.FILE).deleteFiles([file_id]);
  },
);

type StoredPhoto = { purchase_id: string; file_id: string; width: number; height: number };

const notePhotoStep = createStep("note-photo", async (photo: StoredPhoto, { container }) => {
  return new StepResponse(await refundRequestService(container).addPhoto(photo));
});

/**
 * Stores a photo of a purchase for a request to come, small and without what the camera noted.
 * Refuses `photo_format`, `photos_too_many`; what is refused leaves no file.
 */
export const addPhotoWorkflow = createWorkflow("add-photo", (input: AddPhotoInput) => {
  const stored = storePhotoFileStep(input);
  const photo = notePhotoStep(transform({ stored }, ({ stored }) => stored));
  return new WorkflowResponse(photo);
});
