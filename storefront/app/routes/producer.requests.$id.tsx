import { formatInstant } from "@cho-lang/shared/calendar";
import type { ProducerRefundRequestAnswer } from "@cho-lang/shared/contracts/refund-request";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  DoneNotice,
  type PortalAnswer,
  RefusalNotice,
  useFocusOnAnswer,
} from "~/features/portal/answer";
import { portalMeta } from "~/features/portal/meta";
import { answerRequest } from "~/features/portal/request-action.server";
import { RequestDeeds } from "~/features/portal/request-deeds";
import {
  BuyerPhotos,
  BuyerSays,
  RequestHistory,
  RequestState,
  RequestSums,
} from "~/features/portal/request-facts";
import { wishOf } from "~/features/portal/request-view";
import { always } from "~/features/portal/revalidate";
import { ask } from "~/features/portal/session.server";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";

/** Critical: the request. Another shop's is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const path = `/producer/refund-requests/${encodeURIComponent(params.id ?? "")}`;
  const found = await critical(ask<ProducerRefundRequestAnswer>(request, path));
  return { request: found.request, now: new Date().toISOString() };
}

export function action({ request, params }: ActionFunctionArgs) {
  return answerRequest(request, params.id ?? "");
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.requests.title);

/** What the buyer says and shows comes before the answer: nobody answers unread. */
export default function RequestPage() {
  const { portal } = usePhrases();
  const { requests } = portal;
  const language = useLanguage();
  const href = useHref();
  const { request, now } = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  const { order, buyer, number, asked_at } = request;
  return (
    <div ref={place}>
      <Link className="link tap small" to={href("/producer/requests")}>
        {requests.title}
      </Link>
      <h1 className="t-page">{requests.wishes[wishOf(request)]}</h1>
      <p className="quiet">
        {portal.buyerAt(buyer)} · <span className="num">{portal.orderNumber(number)}</span> ·{" "}
        {formatInstant(new Date(asked_at), language)}
      </p>
      <div className="mt-4">
        {answer ? null : <DoneNotice />}
        <RefusalNotice code={answer?.refusal} />
        <RequestState request={request} now={now} />
      </div>
      <BuyerSays request={request} />
      <BuyerPhotos request={request} />
      <RequestSums request={request} />
      {request.deeds.length > 0 || request.state === "open" ? (
        <section className="next-deed" aria-label={portal.nextDeed}>
          <RequestDeeds request={request} answer={answer} />
        </section>
      ) : null}
      <RequestHistory request={request} />
      <p className="mt-6">
        <Link className="btn btn-outline" to={href(`/producer/orders/${order.id}`)}>
          {requests.orderNumber(order.number)}
        </Link>
      </p>
    </div>
  );
}
