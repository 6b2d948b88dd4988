import type { InvoiceDetails } from "@cho-lang/shared/contracts/receipt";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { setInvoice } from "../../modules/purchase";

export type InvoiceWish = { purchase_id: string; details: InvoiceDetails | null };

/** Writes or removes the details; the undo writes those of before back. */
const setInvoiceDetailsStep = createStep(
  "set-invoice-details",
  async (wish: InvoiceWish) => {
    const { purchase_id } = wish;
    const before = await setInvoice(wish);
    return new StepResponse({ details: wish.details }, { purchase_id, details: before });
  },
  async (before) => {
    if (before) await setInvoice(before);
  },
);

/**
 * Says for whom the producers of a purchase make out their e-invoices; `details` null takes it back.
 * Harmless to repeat. Refuses `purchase_failed`; 404 for an unknown purchase.
 */
export const setInvoiceDetailsWorkflow = createWorkflow(
  "set-invoice-details",
  (wish: InvoiceWish) => new WorkflowResponse(setInvoiceDetailsStep(wish)),
);
