import type { MedusaContainer } from "@medusajs/framework/types";
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
import type { RefundRequest, RequestEvent } from "../../modules/refund-request/service";
import { notificationOf, type SendMailInput } from "../mail/send-mail";
import { purchaseService } from "../purchase/claim";
import { purchaseLink } from "../purchase/signature";
import { newRequestMail, requestMail } from "./request-mail";
import { refundRequestService } from "./request-service";

/** Owners of one producer who are written to at most. */
const MAX_OWNERS = 20;

type News = { mails: SendMailInput[]; event_ids: number[] };

/** Writes the mails of what happened since somebody was told; none when all was told. */
const composeRequestNewsStep = createStep(
  "compose-request-news",
  async (id: string, { container }) => {
    const service = refundRequestService(container);
    const request = await service.find(id);
    if (!request) return new StepResponse<News>({ mails: [], event_ids: [] });
    const events = await service.listUntoldEvents(id);
    const mails: SendMailInput[] = [];
    for (const event of events) mails.push(...(await mailsOf(container, request, event)));
    return new StepResponse<News>({ mails, event_ids: events.map((event) => event.id) });
  },
);

async function mailsOf(
  container: MedusaContainer,
  request: RefundRequest,
  event: RequestEvent,
): Promise<SendMailInput[]> {
  const about = { type: "refund_request", id: request.id };
  const key = `refund-request:${request.id}:${event.id}`;
  const producers = container.resolve<ProducerModuleService>(PRODUCER_MODULE);
  if (event.deed === "ask") {
    const owners = await producers.listProducerMembers(
      { producer_id: request.producer_id, status: "active", role: "owner" },
      { take: MAX_OWNERS, order: { id: "ASC" } },
    );
    const link = `${env.STOREFRONT_URL}/producer/requests/${request.id}`;
    const text = newRequestMail({ request, link });
    return owners.map((owner) => ({
      to: owner.email,
      template: "refund-request-asked",
      text,
      key: `${key}:${owner.id}`,
      about,
    }));
  }
  const service = purchaseService(container);
  const [purchase, [order], [producer]] = await Promise.all([
    service.findPurchase(request.purchase_id),
    service.listOrders({ order_ids: [request.order_id] }),
    producers.listProducers({ id: request.producer_id }, { take: 1 }),
  ]);
  if (!purchase) return [];
  const text = requestMail(event, {
    request,
    producer: { name: producer?.name ?? "", phone: producer?.phone ?? null },
    is_called_off: Boolean(order?.cancelled_at),
    link: purchaseLink(purchase.id, purchase.lang),
    language: purchase.lang,
  });
  if (!text) return [];
  return [{ to: purchase.email, template: "refund-request-answered", text, key, about }];
}

const markRequestToldStep = createStep(
  "mark-request-told",
  async (ids: number[], { container }) => {
    const service = refundRequestService(container);
    for (const id of ids) await service.markTold(id);
    return new StepResponse(ids.length);
  },
);

/**
 * Tells the producer's owners of a new request, and the buyer of every answer. A crash between the
 * mails and the marks is harmless: each mail's key lets a second one pass unsent.
 */
export const announceRequestWorkflow = createWorkflow(
  "announce-request",
  (input: { id: string }) => {
    const news = composeRequestNewsStep(transform({ input }, ({ input }) => input.id));
    sendNotificationsStep(transform({ news }, ({ news }) => news.mails.map(notificationOf)));
    const told = markRequestToldStep(transform({ news }, ({ news }) => news.event_ids));
    return new WorkflowResponse(told);
  },
);
