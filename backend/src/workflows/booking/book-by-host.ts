import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { bookByHostStep, type HostBooking } from "./steps/book-by-host";

export type BookByHostInput = HostBooking;

/**
 * Books a party that telephoned or came to the gate: confirmed at once, to be paid at the village.
 * The same uuid again changes nothing. Refuses what `BookingModuleService.bookByHost` refuses.
 */
export const bookByHostWorkflow = createWorkflow(
  "book-by-host",
  (input: BookByHostInput) => new WorkflowResponse(bookByHostStep(input)),
);
