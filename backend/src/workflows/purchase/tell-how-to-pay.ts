import { formatVnd } from "@cho-lang/shared/money";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  when,
} from "@medusajs/framework/workflows-sdk";
import { startWords } from "../booking/party-words";
import { sendMailWorkflow } from "../mail/send-mail";
import { purchaseService } from "./claim";
import { purchaseAwaitingMail } from "./purchase-mail";
import { purchaseLink } from "./signature";

/** Writes the mail of a purchase that waits for its money; null when it no longer does. */
const composeAwaitingMailStep = createStep(
  "compose-awaiting-mail",
  async (id: string, { container }) => {
    const purchase = await purchaseService(container).findPurchase(id);
    if (purchase?.status !== "awaiting" || purchase.told_at || !purchase.pay_until) {
      return new StepResponse(null);
    }
    const { lang, payment, number, email, payment_collection_id } = purchase;
    const text = purchaseAwaitingMail({
      language: lang,
      number,
      method: payment,
      total: formatVnd(purchase.total_vnd, lang),
      until: startWords(purchase.pay_until, lang),
      link: purchaseLink(id, lang),
    });
    return new StepResponse({
      to: email,
      template: "purchase-awaiting",
      text,
      key: `purchase-awaiting:${payment_collection_id}`,
      about: { type: "purchase", id },
    });
  },
);

const markToldStep = createStep("mark-told", async (id: string, { container }) => {
  await purchaseService(container).markTold(id);
  return new StepResponse(id);
});

/**
 * Tells the buyer once how to pay, so that a closed tab loses nothing. A crash between the mail and
 * the mark is harmless, because the mail's key lets a second one pass unsent.
 */
export const tellHowToPayWorkflow = createWorkflow("tell-how-to-pay", (input: { id: string }) => {
  const id = transform({ input }, ({ input }) => input.id);
  const mail = composeAwaitingMailStep(id);
  when("still-waits", { mail }, ({ mail }) => mail !== null).then(() => {
    sendMailWorkflow.runAsStep({
      input: transform({ mail }, ({ mail }) => mail as NonNullable<typeof mail>),
    });
    markToldStep(id);
  });
  return new WorkflowResponse(id);
});
