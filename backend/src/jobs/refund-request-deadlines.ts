import type { MedusaContainer } from "@medusajs/framework/types";
import { forEachInTurn } from "../lib/each";
import { announceRequestWorkflow } from "../workflows/refund-request/announce-request";
import { endWaitWorkflow } from "../workflows/refund-request/end-wait";
import { payRequestWorkflow } from "../workflows/refund-request/pay-request";
import { refundRequestService } from "../workflows/refund-request/request-service";

/**
 * Requests that nobody looks after: unanswered ones go to the operator, money that a failure or a
 * crash kept back is given, and what nobody was told is told. Any number of workers may run this.
 */
export default async function refundRequestDeadlines(container: MedusaContainer): Promise<void> {
  const service = refundRequestService(container);
  const overdue = await service.listOverdue();
  const unpaid = await service.listUnpaid();
  const deeds = [
    ...overdue.map((input) => () => endWaitWorkflow(container).run({ input })),
    ...unpaid.map((id) => () => payRequestWorkflow(container).run({ input: { id } })),
  ];
  await forEachInTurn(deeds, (deed) => deed());
  const untold = await service.listUntold();
  await forEachInTurn(untold, (id) => announceRequestWorkflow(container).run({ input: { id } }));
}

export const config = { name: "refund-request-deadlines", schedule: "* * * * *" };
