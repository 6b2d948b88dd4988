import type {
  Logger,
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types";
import { AbstractNotificationProviderService, MedusaError } from "@medusajs/framework/utils";
import { createTransport, type Transporter } from "nodemailer";

export interface MailOptions {
  /** smtp:// or smtps://; without it a mail is only the Notification Module's row. */
  smtp_url?: string;
  /** Sender as mail programs show it. */
  from: string;
}

/** Longest wait for the mail server, in milliseconds: to connect, and for each answer. */
const TIMEOUT_MS = 10_000;

/**
 * Sends the rows of channel `email` by SMTP. `data` holds `subject` and `text`, both plain text, so
 * that a mail can be read in the admin and sent again from its row. Without SMTP_URL the row is all
 * there is, and nothing of it is written to a log: a mail may hold a link that signs somebody in.
 */
export class MailNotificationService extends AbstractNotificationProviderService {
  static override identifier = "mail";
  readonly #options: MailOptions;
  readonly #logger: Logger;
  #transport: Transporter | undefined;

  constructor({ logger }: { logger: Logger }, options: MailOptions) {
    super();
    this.#logger = logger;
    this.#options = options;
  }

  override async send(
    notification: ProviderSendNotificationDTO,
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { subject, text } = notification.data ?? {};
    if (typeof subject !== "string" || typeof text !== "string") {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The mail ${notification.template} needs data.subject and data.text.`,
      );
    }
    const { smtp_url, from } = this.#options;
    if (!smtp_url) {
      this.#logger.info(`Mail ${notification.template} is kept as a row; SMTP_URL is not set.`);
      return {};
    }
    this.#transport ??= createTransport({
      url: smtp_url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    } as Parameters<typeof createTransport>[0]);
    const sent = await this.#transport.sendMail({
      from: notification.from ?? from,
      to: notification.to,
      subject,
      text,
    });
    return { id: String(sent.messageId) };
  }

  /** Ends the connections to the mail server; the next mail opens new ones. */
  close(): void {
    this.#transport?.close();
    this.#transport = undefined;
  }
}
