import type { MedusaContainer } from "@medusajs/framework/types";
import { ZodError, z } from "@medusajs/framework/zod";
import { env } from "../../lib/env";
import { type EventHandlers, HopelessEventError } from "../../modules/payment-inbox";
import type { PaymentEvent } from "../../modules/payment-inbox/service";
import { type BankTransfer, bankFeed, bankFeedNames } from "../../modules/payment-vietqr";
import { handleStripeEventWorkflow } from "./handle-stripe-event";
import { receiveTransfersWorkflow } from "./receive-transfer";

const stripeEvent = z.object({
  id: z.string(),
  type: z.string(),
  data: z.object({ object: z.unknown() }),
});

/** What is done with the events of each provider. Each may be called again for the same event. */
export function eventHandlers(container: MedusaContainer): EventHandlers {
  return {
    vietqr: async (event) => {
      const transfers = transfersIn(event);
      if (transfers.length === 0) return;
      await receiveTransfersWorkflow(container).run({ input: { transfers } });
    },
    stripe: async ({ payload }) => {
      const event = stripeEvent.safeParse(payload);
      if (!event.success) throw new HopelessEventError("The body is not an event of Stripe.");
      await handleStripeEventWorkflow(container).run({ input: { event: event.data } });
    },
  };
}

/** Read as the feed that sent it writes, also when another one is configured by now. */
function transfersIn({ event_id, payload }: PaymentEvent): BankTransfer[] {
  const { VIETQR_ACCOUNT_NUMBER: account_number } = env;
  // It may come back, so it is worth another attempt.
  if (!account_number) throw new Error("No bank account is configured any more.");
  const name = bankFeedNames.find((one) => event_id.startsWith(`${one}:`));
  if (!name) throw new HopelessEventError(`No bank feed gives ids such as ${event_id}.`);
  try {
    return bankFeed(name).parse(payload, account_number);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const faults = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new HopelessEventError(`The body is not in the format of ${name}. ${faults.join("; ")}`);
  }
}
