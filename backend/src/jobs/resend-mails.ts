import type {
  FilterableNotificationProps,
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { RESET_MINUTES } from "../workflows/mail/mail-texts";

/** Mails tried again in one run, and how old they may be. */
const AT_ONCE = 50;
const HOURS = 24;

/**
 * Sends failed mails again. The row's own key makes the module reuse it instead of adding another.
 * A link for a new password is not sent once it has lapsed.
 */
export default async function resendMails(container: MedusaContainer) {
  const notifications = container.resolve<INotificationModuleService>(Modules.NOTIFICATION);
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const now = Date.now();
  const failed = await notifications.listNotifications(
    {
      channel: "email",
      status: "failure",
      created_at: { $gt: new Date(now - HOURS * 3_600_000).toISOString() },
    } as FilterableNotificationProps,
    { take: AT_ONCE, order: { created_at: "ASC" } },
  );
  for (const mail of failed) {
    const age = now - new Date(mail.created_at).getTime();
    if (mail.template === "password-reset" && age > RESET_MINUTES * 60_000) continue;
    try {
      await notifications.createNotifications({ ...mail });
    } catch (error) {
      logger.warn(
        `Mail ${mail.id} failed again: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}

export const config = { name: "resend-mails", schedule: "*/5 * * * *" };
