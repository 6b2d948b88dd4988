import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk";
import { sendNotificationsStep } from "@medusajs/medusa/core-flows";
import type { MailText } from "./mail-texts";

export interface SendMailInput {
  to: string;
  /** Kind of mail, e.g. "order-shipped". */
  template: string;
  text: MailText;
  /** Two runs with the same key send one mail. */
  key: string;
  /** What the mail is about, for the admin. */
  about: { type: string; id: string };
}

/**
 * Writes one mail as a row of the Notification Module and sends it when a mail server is
 * configured. A row that failed is tried again by the job `resend-mails`.
 */
export const sendMailWorkflow = createWorkflow("send-mail", (input: SendMailInput) => {
  const sent = sendNotificationsStep(transform({ input }, ({ input }) => [notificationOf(input)]));
  return new WorkflowResponse(sent);
});

/** One mail as a row of the Notification Module. */
export function notificationOf({ to, template, text, key, about }: SendMailInput) {
  return {
    to,
    channel: "email",
    template,
    data: { subject: text.subject, text: text.text },
    idempotency_key: key,
    resource_type: about.type,
    resource_id: about.id,
  };
}
