import type { MemberRole } from "@cho-lang/shared/domain/producer";
import { formatVnd } from "@cho-lang/shared/money";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { sendNotificationsStep } from "@medusajs/medusa/core-flows";
import { env } from "../../lib/env";
import { PRODUCER_MODULE } from "../../modules/producer";
import type ProducerModuleService from "../../modules/producer/service";
import { notificationOf, type SendMailInput } from "../mail/send-mail";
import { bookingConfirmedMail } from "./booking-mail";
import { bookingService } from "./booking-service";
import { partyWords, startWords } from "./party-words";

/** Who receives guests, and so is told about them. */
const HOSTS: MemberRole[] = ["owner", "manager", "guide"];
/** Members of one producer who are written to at most. */
const MAX_HOSTS = 50;

/** Writes the mails about one booking; none when it is not confirmed or was announced before. */
const composeHostMailsStep = createStep(
  "compose-host-mails",
  async (uuid: string, { container }) => {
    const [booking] = await bookingService(container).listBookings({ uuids: [uuid] });
    if (booking?.status !== "CONFIRMED" || booking.announced_at) return new StepResponse([]);
    const { departure } = booking;
    const producers = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
    const hosts = await producers.listProducerMembers(
      { producer_id: booking.producer_id, status: "active", role: HOSTS },
      { take: MAX_HOSTS },
    );
    const date = departure.local_date;
    const text = bookingConfirmedMail({
      tour: await tourTitle(container, booking.product_id),
      start: startWords(departure.starts_at, "vi"),
      party: partyWords(booking.party, "vi"),
      pax: booking.pax,
      full_name: booking.full_name,
      phone: booking.phone,
      note: booking.note,
      code: booking.code,
      due: booking.due_vnd > 0 ? formatVnd(booking.due_vnd, "vi") : null,
      link: `${env.STOREFRONT_URL}/producer/visits?${new URLSearchParams({ date })}`,
    });
    return new StepResponse<SendMailInput[]>(
      hosts.map(({ id, email }) => ({
        to: email,
        template: "booking-confirmed",
        text,
        key: `booking-confirmed:${uuid}:${id}`,
        about: { type: "booking", id: uuid },
      })),
    );
  },
);

async function tourTitle(container: MedusaContainer, product_id: string): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const fields = ["id", "title"];
  const { data } = await query.graph({ entity: "product", fields, filters: { id: product_id } });
  return (data[0] as { title?: string } | undefined)?.title ?? "";
}

const markBookingAnnouncedStep = createStep(
  "mark-booking-announced",
  async (uuid: string, { container }) => {
    await bookingService(container).markAnnounced(uuid);
    return new StepResponse(uuid);
  },
);

/**
 * Tells a host about one booking: one mail to each active owner, manager and guide. A crash between
 * the mails and the mark is harmless, because the mails' keys let second ones pass unsent.
 */
export const announceBookingWorkflow = createWorkflow(
  "announce-booking",
  (input: { uuid: string }) => {
    const uuid = transform({ input }, ({ input }) => input.uuid);
    const mails = composeHostMailsStep(uuid);
    sendNotificationsStep(transform({ mails }, ({ mails }) => mails.map(notificationOf)));
    markBookingAnnouncedStep(uuid);
    return new WorkflowResponse(uuid);
  },
);
