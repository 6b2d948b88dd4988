import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { unansweredRefunds, untoldPayments } from "../reports/unsettled-refunds";
import { mendRefundWorkflow } from "../workflows/order/mend-refund";
import { settleRefunds } from "../workflows/order/settle-refunds";
import { noteRefundWorkflow } from "../workflows/purchase/note-refund";

/**
 * Refunds that nobody looks after: those that were begun are finished, those of Medusa whose provider
 * never answered are asked for again, and orders whose purchases do not tell of them are told.
 */
export default async function settleRefundsOfOrders(container: MedusaContainer): Promise<void> {
  const deeds = [
    () => settleRefunds(container),
    async () =>
      forEachInTurn(await unansweredRefunds(), (input) =>
        mendRefundWorkflow(container).run({ input }),
      ),
    async () =>
      forEachInTurn(await untoldPayments(), (payment_id) =>
        noteRefundWorkflow(container).run({ input: { payment_id } }),
      ),
  ];
  await forEachInTurn(deeds, (deed) => deed());
}

export const config = { name: "settle-refunds", schedule: "*/30 * * * * *" };
