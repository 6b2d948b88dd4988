import type { ProducerRefundRequest } from "@cho-lang/shared/contracts/refund-request";
import { requestReasonLabel } from "@cho-lang/shared/domain/refund-request";
import { Link } from "@remix-run/react";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { Price } from "~/ui/price";
import { RequestState } from "./request-facts";
import { waitsForProducer, wishOf } from "./request-view";

/** One request in the list: who wants what and why, until when, and the way to its page. */
export function RequestCard({ request, now }: { request: ProducerRefundRequest; now: string }) {
  const { portal } = usePhrases();
  const { requests } = portal;
  const language = useLanguage();
  const href = useHref();
  const { id, number, buyer, reason, amount_vnd, deeds, state } = request;
  const waits = waitsForProducer(request) && deeds.length > 0;
  return (
    <li className="order">
      <div className="order-head">
        <h2 className="font-semibold">{portal.buyerAt(buyer)}</h2>
        <span className="num quiet small">{portal.orderNumber(number)}</span>
      </div>
      <p>
        {requests.wishes[wishOf(request)]}
        {amount_vnd > 0 ? (
          <>
            {": "}
            <Price amount={amount_vnd} />
          </>
        ) : null}
      </p>
      <p className="quiet">{requests.quote(requestReasonLabel(reason, language))}</p>
      <RequestState request={request} now={now} />
      <div className="deeds">
        <Link className={waits ? "btn" : "btn btn-outline"} to={href(`/producer/requests/${id}`)}>
          {waits && state === "open" ? requests.answer : requests.see}{" "}
          <span className="sr">{number}</span>
        </Link>
      </div>
    </li>
  );
}
