import type { ProducerRefundRequests } from "@cho-lang/shared/contracts/refund-request";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { portalMeta } from "~/features/portal/meta";
import { pageNumber, pagesOf, queryOf } from "~/features/portal/paging";
import { RequestCard } from "~/features/portal/request-card";
import { ask } from "~/features/portal/session.server";
import { useHref, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

/** The farthest page that the API has. */
const PAGE_MAX = 500;
const STATES = ["waiting", "all"] as const;
type Filter = (typeof STATES)[number];

/** Critical: one page of requests, those that wait for the producer first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state: Filter = searchParams.get("state") === "all" ? "all" : "waiting";
  const page = Math.min(PAGE_MAX, pageNumber(searchParams.get("page")));
  const path = "/producer/refund-requests";
  const list = await critical(
    ask<ProducerRefundRequests>(request, path, { query: { state, page } }),
  );
  return { ...list, state, now: new Date().toISOString() };
}

export const meta = portalMeta(({ portal }) => portal.requests.title);

export default function Requests() {
  const { requests: words } = usePhrases().portal;
  const href = useHref();
  const { count, waiting, page, requests, state, now } = useLoaderData<typeof loader>();
  const pathOf = (filter: Filter, to = 1) =>
    href(`/producer/requests${queryOf({ state: filter === "all" ? "all" : null, page: to })}`);
  return (
    <>
      <h1 className="t-page">{words.title}</h1>
      <nav className="filter" aria-label={words.filterLabel}>
        {STATES.map((filter) => (
          <Link
            key={filter}
            to={pathOf(filter)}
            aria-current={filter === state ? "page" : undefined}
          >
            {filter === "waiting" && waiting > 0
              ? words.filterCount({ filter: words.filters.waiting, count: waiting })
              : words.filters[filter]}
          </Link>
        ))}
      </nav>
      {requests.length > 0 ? (
        <ul className="rule">
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} now={now} />
          ))}
        </ul>
      ) : (
        <EmptyState title={words.none[state]}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={Math.min(PAGE_MAX, pagesOf(count))}
        hrefOf={(each) => pathOf(state, each)}
      />
    </>
  );
}
