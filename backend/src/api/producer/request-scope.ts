import type {
  ProducerRefundRequest,
  ProducerRefundRequests,
} from "@cho-lang/shared/contracts/refund-request";
import { progressOf } from "@cho-lang/shared/domain/order-progress";
import type { MemberRole, ProducerStatus } from "@cho-lang/shared/domain/producer";
import { isRequestEnded } from "@cho-lang/shared/domain/refund-request";
import { provinceByCode, provinceName } from "@cho-lang/shared/geography";
import type { Language } from "@cho-lang/shared/language";
import { notFound } from "../../lib/errors";
import {
  photoFileOf,
  producerRequest,
  producerRequestPage,
  producerRequestsWaiting,
  type RequestFacts,
} from "../../reports/refund-requests";
import { requestView } from "../refund-requests/view";
import { type Permission, permissionFor } from "./access";
import { showsBuyer } from "./order-view";

const PAGE_SIZE = 20;

type Who = { role: MemberRole; status: ProducerStatus };

/** The buyers' requests to one producer; what is another's is not found. */
export function requestsOf(producerId: string, who: Who) {
  const find = async (id: string) => (await producerRequest(producerId, id)) ?? notFound("request");
  return {
    list: async (
      query: { state: "waiting" | "all"; page: number },
      language: Language,
    ): Promise<ProducerRefundRequests> => {
      const range = { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
      const { rows, ...counts } = await producerRequestPage(producerId, query.state, range);
      const requests = rows.map((row) => viewOf(row, who, language));
      return { ...counts, page: query.page, requests };
    },
    find: async (id: string, language: Language) => viewOf(await find(id), who, language),
    /** Refuses with 404 what this producer does not have. */
    expect: async (id: string) => void (await find(id)),
    waiting: () => producerRequestsWaiting(producerId),
    photo: async (of: { request_id: string; photo_id: string }): Promise<string> => {
      await find(of.request_id);
      return (await photoFileOf(of)) ?? notFound("photo");
    },
  };
}

function viewOf(facts: RequestFacts, who: Who, language: Language): ProducerRefundRequest {
  const now = new Date();
  const province = provinceByCode(facts.province_code);
  const isShown = !isRequestEnded(facts.state) || showsBuyer({ ...facts, lines: [] }, now);
  return {
    ...requestView(facts, language),
    order: { id: facts.order_id, number: facts.order_number, progress: progressOf(facts) },
    buyer: {
      name: isShown ? facts.full_name : "",
      province: province ? provinceName(province, language) : "",
    },
    deeds: deedsOf(facts, who),
  };
}

/** What this member can do now; an order that left meanwhile can't be called off any more. */
function deedsOf(facts: RequestFacts, who: Who): ProducerRefundRequest["deeds"] {
  const may = (permission: Permission) => permission.allowed;
  if (facts.state === "to_send_back") {
    return may(permissionFor(who, "ship_orders")) ? ["receive"] : [];
  }
  if (facts.state !== "open" || !may(permissionFor(who, "cancel_orders"))) return [];
  const hasLeft = facts.is_whole && !facts.cancelled_at && Boolean(facts.shipped_at);
  return hasLeft ? ["decline"] : ["accept", "decline"];
}
