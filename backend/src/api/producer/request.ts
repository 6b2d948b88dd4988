import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import type { ProducerRefundRequestAnswer } from "@cho-lang/shared/contracts/refund-request";
import type { HostDepartureAnswer, VisitorAnswer } from "@cho-lang/shared/contracts/visit";
import { isLanguage, type Language } from "@cho-lang/shared/language";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { parse } from "../../lib/errors";
import type { DepartureDeed, VisitDeed } from "../../workflows/booking/deeds";
import type { OrderDeed } from "../../workflows/order/steps/take-order";
import type { ProducerScope } from "./scope";

/** A request of a signed-in member; the middleware of /producer has set `producer`. */
export interface ProducerRequest extends MedusaRequest {
  producer: ProducerScope;
}

const pageNumber = z.coerce.number().int().min(1).max(1000).default(1);

/** `page`, 1 to 1000; 1 when it is not given. */
export function pageOf(req: MedusaRequest): number {
  return parse(z.object({ page: pageNumber }), { page: req.query.page }).page;
}

/** `lang`; Vietnamese when it is not given or unknown. */
export function languageOf(req: MedusaRequest): Language {
  return isLanguage(req.query.lang) ? req.query.lang : "vi";
}

/** A part of the path, always a string. */
export function param(req: MedusaRequest, name: string): string {
  return String(req.params[name] ?? "");
}

/**
 * Who acts on which order: begins at the signed-in producer, so that another producer's order ends
 * here with 404 before a body is looked at.
 */
export async function deedOn(req: ProducerRequest): Promise<OrderDeed> {
  const order = await req.producer.orders.find(param(req, "id"), languageOf(req));
  return {
    producer_id: req.producer.producer.id,
    order_id: order.id,
    actor_id: req.producer.member.id,
  };
}

/** Answers with the order as it is after a deed. */
export async function answerOrder(
  req: ProducerRequest,
  res: MedusaResponse<ProducerOrder>,
): Promise<void> {
  res.json(await req.producer.orders.find(param(req, "id"), languageOf(req)));
}

/** Who acts on which departure; another producer's ends here with 404. */
export async function departureDeed(req: ProducerRequest): Promise<DepartureDeed> {
  const id = param(req, "id");
  await req.producer.visits.expectDeparture(id);
  return { producer_id: req.producer.producer.id, id, actor_id: req.producer.member.id };
}

/** Who acts on which booking; another producer's, and one that never was confirmed, is 404. */
export async function visitDeed(req: ProducerRequest): Promise<VisitDeed> {
  const uuid = param(req, "uuid");
  await req.producer.visits.expectVisitor(uuid);
  return { producer_id: req.producer.producer.id, uuid, actor_id: req.producer.member.id };
}

/** Answers with the departure as it is after a deed. */
export async function answerDeparture(
  req: ProducerRequest,
  res: MedusaResponse<HostDepartureAnswer>,
): Promise<void> {
  const departure = await req.producer.visits.departure(param(req, "id"), languageOf(req));
  res.json({ departure });
}

/** Answers with the party as it is after a deed. */
export async function answerVisitor(
  req: ProducerRequest,
  res: MedusaResponse<VisitorAnswer>,
): Promise<void> {
  res.json({ booking: await req.producer.visits.visitor(param(req, "uuid")) });
}

/** Who answers which buyer's request; another producer's ends here with 404. */
export async function requestDeed(req: ProducerRequest) {
  const request_id = param(req, "id");
  await req.producer.requests.expect(request_id);
  const { id, name } = req.producer.member;
  return { producer_id: req.producer.producer.id, request_id, actor: { id, name } };
}

/** Answers with a buyer's request as it is after a deed. */
export async function answerRequest(
  req: ProducerRequest,
  res: MedusaResponse<ProducerRefundRequestAnswer>,
): Promise<void> {
  res.json({ request: await req.producer.requests.find(param(req, "id"), languageOf(req)) });
}
