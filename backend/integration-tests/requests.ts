import { createRequire } from "node:module";
import type {
  OperatorRefundRequest,
  OperatorRefundRequests,
} from "@cho-lang/shared/contracts/operator-refund-requests";
import type {
  AskRefundBody,
  OrderRefundRequests,
  PhotoAnswer,
  ProducerRefundRequestAnswer,
  ProducerRefundRequests,
} from "@cho-lang/shared/contracts/refund-request";
import type { MedusaContainer } from "@medusajs/framework/types";
import sharp from "sharp";
import type { Answer, Api, Refused } from "./answer";
import { aBuyer } from "./buyer";
import { type Market, must } from "./market";
import { PAYEE, type Street } from "./refunds";
import { sql } from "./settle";

const job: typeof import("../src/jobs/refund-request-deadlines") = createRequire(__filename)(
  "../src/jobs/refund-request-deadlines",
);

/** An order of which something is asked, by its purchase's link. */
export type AskedOrder = {
  purchase_id: string;
  token: string;
  number: string;
  order_id: string;
  producer_id: string;
};
type Asked = OrderRefundRequests & Refused;

/** A small photo that shows nothing. */
export async function aPhoto(): Promise<Buffer> {
  const create = { width: 40, height: 30, channels: 3 as const, background: "#7a5230" };
  return sharp({ create }).jpeg().toBuffer();
}

/** The buyer asks to call an unpaid order off, and shows a photo. */
export async function aRequestWithPhoto(
  api: Api,
  market: Market,
  order: Pick<AskedOrder, "purchase_id" | "token" | "number">,
): Promise<{ request_id: string; photo_id: string }> {
  const { purchase_id, token, number } = order;
  const buyer = aBuyer(api, market);
  const at = (rest: string) => `/store/purchases/${purchase_id}/${rest}?token=${token}`;
  const file = (await aPhoto()).toString("base64");
  const sent = await buyer.post<PhotoAnswer>(at("photos"), { file });
  const photo_id = sent.data.photo.id;
  const body = { kind: "refund", reason: "other", text: "Xin hủy đơn", photos: [photo_id] };
  const { data } = await buyer.post<OrderRefundRequests>(
    at(`orders/${number}/refund-requests`),
    body,
  );
  return { request_id: must(data.requests[0]).id, photo_id };
}

/** What buyer, producer and operator do with requests. No status throws. */
export function requestsAt(api: Api, street: Street) {
  const { buyer } = street;
  const at = ({ purchase_id, token }: AskedOrder, rest: string) =>
    `/store/purchases/${purchase_id}/${rest}?token=${token}`;
  const of = (order: AskedOrder) => at(order, `orders/${order.number}/refund-requests`);
  const as = (producer_id: string) => must(street.signedIn.get(producer_id));
  return {
    look: (order: AskedOrder) => buyer.get<Asked>(of(order)),
    ask: (order: AskedOrder, body: Partial<AskRefundBody> = {}): Promise<Answer<Asked>> =>
      buyer.post<Asked>(of(order), {
        kind: "refund",
        reason: "other",
        text: "Xin hoàn tiền",
        ...body,
      }),
    /** Asks, and must be answered with a request. */
    async asked(order: AskedOrder, body: Partial<AskRefundBody> = {}) {
      const { status, data } = await this.ask(order, { payee: PAYEE, ...body });
      if (status !== 200) throw new Error(JSON.stringify(data));
      return must(data.requests[0]);
    },
    withdraw: (order: AskedOrder, id: string) =>
      buyer.post<Asked>(at(order, `refund-requests/${id}/withdraw`)),
    send: (order: AskedOrder, bytes: Buffer) =>
      buyer.post<PhotoAnswer & Refused>(at(order, "photos"), { file: bytes.toString("base64") }),
    async photo(order: AskedOrder): Promise<string> {
      const { status, data } = await this.send(order, await aPhoto());
      if (status !== 200) throw new Error(JSON.stringify(data));
      return data.photo.id;
    },
    list: (producer_id: string, state = "waiting") =>
      api.get<ProducerRefundRequests>(`/producer/refund-requests?state=${state}`, as(producer_id)),
    answer: (
      { producer_id }: Pick<AskedOrder, "producer_id">,
      id: string,
      deed: "accept" | "decline" | "receive",
      body: object = {},
    ) =>
      api.post<ProducerRefundRequestAnswer & Refused>(
        `/producer/refund-requests/${id}/${deed}`,
        body,
        as(producer_id),
      ),
    decide: (id: string, body: object) =>
      api.post<OperatorRefundRequest & Refused>(
        `/admin/refund-requests/${id}/decide`,
        body,
        street.operator,
      ),
    read: (id: string) =>
      api.get<OperatorRefundRequest>(`/admin/refund-requests/${id}`, street.operator),
    readAll: (query = "") =>
      api.get<OperatorRefundRequests>(`/admin/refund-requests${query}`, street.operator),
  };
}

/** A minute passes for whatever waits, and the job of the requests looks at it. */
export async function theJobLooks(container: MedusaContainer): Promise<void> {
  await sql()`UPDATE refund_request.request SET tried_at = tried_at - interval '2 minutes',
    answered_at = answered_at - interval '2 minutes', decided_at = decided_at - interval '2 minutes',
    received_at = received_at - interval '2 minutes' WHERE state = 'paying'`;
  await sql()`UPDATE refund_request.event SET at = at - interval '2 minutes'
    WHERE told_at IS NULL`;
  await job.default(container);
}

/** The time of a request is over. */
export async function timeEnds(id: string): Promise<void> {
  await sql()`UPDATE refund_request.request SET answer_by = now() - interval '1 second',
    send_back_by = now() - interval '1 second' WHERE id = ${id}`;
}

/** The mails about a request: to whom, and their subjects. */
export async function mailsOf(request_id: string): Promise<[string, string][]> {
  const rows = await sql()<{ to: string; subject: string }[]>`
    SELECT "to", data->>'subject' AS subject FROM notification
    WHERE resource_type = 'refund_request' AND resource_id = ${request_id}
    ORDER BY created_at, id`;
  return rows.map(({ to, subject }) => [to, subject]);
}
