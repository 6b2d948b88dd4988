import type { MedusaContainer } from "@medusajs/framework/types";
import { purgePhotosWorkflow } from "../workflows/refund-request/purge-photos";

/** Removes photos that nobody used. */
export default async function purgeRequestPhotos(container: MedusaContainer): Promise<void> {
  await purgePhotosWorkflow(container).run({});
}

export const config = { name: "purge-request-photos", schedule: "17 * * * *" };
