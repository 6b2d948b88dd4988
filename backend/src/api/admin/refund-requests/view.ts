import type {
  OperatorRefundRequest,
  OperatorRefundRequestRow,
} from "@cho-lang/shared/contracts/operator-refund-requests";
import type { MedusaContainer } from "@medusajs/framework/types";
import { notFound } from "../../../lib/errors";
import { operatorRequest, type RequestFacts } from "../../../reports/refund-requests";
import { refundRequestService } from "../../../workflows/refund-request/request-service";
import { requestView } from "../../refund-requests/view";

/** A request as the operator's list shows it; words of goods are the Vietnamese ones. */
export function requestRow(facts: RequestFacts): OperatorRefundRequestRow {
  const { full_name, phone, email } = facts;
  return {
    ...requestView(facts, "vi"),
    purchase: { id: facts.purchase_id, number: facts.purchase_number },
    order: {
      id: facts.order_id,
      number: facts.order_number,
      total_vnd: facts.total_vnd,
      collected_vnd: facts.collected_vnd,
    },
    producer: { id: facts.producer_id, name: facts.producer_name, phone: facts.producer_phone },
    buyer: { full_name, phone, email },
    failure: facts.failure,
  };
}

/** One request with all that happened to it; 404 for an unknown one. */
export async function requestDetail(
  container: MedusaContainer,
  id: string,
): Promise<OperatorRefundRequest> {
  const facts = (await operatorRequest(id)) ?? notFound("This request");
  const events = await refundRequestService(container).listEvents(id);
  const { payee_bank_bin, payee_account, payee_name } = facts;
  return {
    request: {
      ...requestRow(facts),
      history: events.map(({ at, state, by, text }) => ({
        at: at.toISOString(),
        state,
        by,
        text,
      })),
      payee:
        payee_bank_bin && payee_account
          ? { bank_bin: payee_bank_bin, account_number: payee_account, name: payee_name ?? "" }
          : null,
    },
  };
}
