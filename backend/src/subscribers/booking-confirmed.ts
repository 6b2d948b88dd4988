import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { announceBookingWorkflow } from "../workflows/booking/announce-booking";

/** Mails the host, once, that guests have booked. */
export default async function bookingConfirmed({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await announceBookingWorkflow(container).run({ input: { uuid: event.data.id } });
}

export const config: SubscriberConfig = { event: "booking.confirmed" };
