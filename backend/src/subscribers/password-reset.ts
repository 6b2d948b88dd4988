import { createHash } from "node:crypto";
import { isLanguage, type Language } from "@cho-lang/shared/language";
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { env } from "../lib/env";
import type ProducerModuleService from "../modules/producer/service";
import { passwordResetMail } from "../workflows/mail/mail-texts";
import { sendMailWorkflow } from "../workflows/mail/send-mail";

interface PasswordReset {
  /** The e-mail address. */
  entity_id: string;
  actor_type: string;
  token: string;
  /** `lang` as the storefront sent it. */
  metadata?: { lang?: unknown };
}

/** Mails the link for a new password to customers, active members and operators. */
export default async function passwordReset({ event, container }: SubscriberArgs<PasswordReset>) {
  const { entity_id, actor_type, token, metadata } = event.data;
  const language = isLanguage(metadata?.lang) ? metadata.lang : "vi";
  const link = resetLink(actor_type, token, language);
  if (!link) return;
  if (actor_type === "producer") {
    const producers = container.resolve<ProducerModuleService>("producer");
    const [member] = await producers.listProducerMembers(
      { email: entity_id.trim().toLowerCase(), status: "active" },
      { take: 1 },
    );
    if (!member) return;
  }
  await sendMailWorkflow(container).run({
    input: {
      to: entity_id,
      template: "password-reset",
      text: passwordResetMail({ link, language }),
      // The token itself must not become a key that somebody lists.
      key: `password-reset:${createHash("sha256").update(token).digest("hex")}`,
      about: { type: actor_type, id: entity_id },
    },
  });
}

function resetLink(actor: string, token: string, language: Language): string | null {
  const query = new URLSearchParams({ token });
  const prefix = language === "en" ? "/en" : "";
  if (actor === "customer") return `${env.STOREFRONT_URL}${prefix}/account/reset?${query}`;
  if (actor === "producer") return `${env.STOREFRONT_URL}${prefix}/producer/reset?${query}`;
  if (actor === "user") return `${env.BACKEND_URL}/app/reset-password?${query}`;
  return null;
}

export const config: SubscriberConfig = { event: "auth.password_reset" };
