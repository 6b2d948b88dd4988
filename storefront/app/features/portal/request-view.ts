import type { ProducerRefundRequest as ProducerRequest } from "@cho-lang/shared/contracts/refund-request";

/** What a buyer wants, as the title of the request says it. */
export type Wish = "call_off" | "call_off_visit" | "refund" | "return";

/** Stages at which nothing was sent yet: the whole order is called off. */
const BEFORE_SENDING = ["to_confirm", "to_pack", "to_ship"];

/** What the buyer of this request wants. */
export function wishOf(
  request: Pick<ProducerRequest, "kind" | "reason"> & {
    order: Pick<ProducerRequest["order"], "progress">;
  },
): Wish {
  const { kind, reason, order } = request;
  if (kind === "return") return "return";
  if (reason === "cannot_come") return "call_off_visit";
  if (order.progress === "booked" && reason !== "visit_not_held") return "call_off_visit";
  const isCalledOff = order.progress === "cancelled" && reason !== "visit_not_held";
  return isCalledOff || BEFORE_SENDING.includes(order.progress) ? "call_off" : "refund";
}

/** Whether a word or deed of the producer is waited for. */
export function waitsForProducer({ state }: Pick<ProducerRequest, "state">): boolean {
  return state === "open" || state === "to_send_back";
}

/** Whether the producer's time for an answer is over at this instant (ISO 8601). */
export function isOverdue(
  { state, answer_by }: Pick<ProducerRequest, "state" | "answer_by">,
  now: string,
): boolean {
  return state === "open" && new Date(answer_by) <= new Date(now);
}

export type RequestEvent = {
  /** A key of the phrases `requests.happened`. */
  what: "asked" | "accepted" | "declined" | "granted" | "refused" | "received" | "refunded";
  at: string;
  /** What was written with it; empty when nothing was. */
  text: string;
};

/** What has happened to a request, oldest first. The buyer's own words stand elsewhere. */
export function requestHistory(
  request: Pick<
    ProducerRequest,
    "asked_at" | "answer" | "decision" | "received_at" | "refunded_at"
  >,
): RequestEvent[] {
  const { asked_at, answer, decision, received_at, refunded_at } = request;
  const events: RequestEvent[] = [{ what: "asked", at: asked_at, text: "" }];
  if (answer) {
    const what = answer.deed === "accept" ? "accepted" : "declined";
    events.push({ what, at: answer.at, text: answer.text });
  }
  if (decision) {
    const what = decision.deed === "grant" ? "granted" : "refused";
    events.push({ what, at: decision.at, text: decision.text });
  }
  if (received_at) events.push({ what: "received", at: received_at, text: "" });
  if (refunded_at) events.push({ what: "refunded", at: refunded_at, text: "" });
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
