import type { ProducerOrders } from "@cho-lang/shared/contracts/producer";
import {
  ORDER_PROGRESSES,
  type OrderProgress,
  progressLabel,
} from "@cho-lang/shared/domain/purchase";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { DoneNotice } from "~/features/portal/answer";
import { portalMeta } from "~/features/portal/meta";
import { OrderCard } from "~/features/portal/order-card";
import { pageNumber, pagesOf, queryOf } from "~/features/portal/paging";
import { ask } from "~/features/portal/session.server";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";

/** Critical: one page of orders. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("progress");
  const progress = ORDER_PROGRESSES.find((each) => each === asked) ?? null;
  const page = pageNumber(searchParams.get("page"));
  const query = { progress: progress ?? undefined, page };
  const list = await critical(ask<ProducerOrders>(request, "/producer/orders", { query }));
  return { ...list, progress };
}

export const meta = portalMeta(({ portal }) => portal.ordersTitle);

export default function Orders() {
  const { portal } = usePhrases();
  const href = useHref();
  const { count, page, orders, progress } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <>
      <h1 className="t-page">{portal.ordersTitle}</h1>
      <ProgressFilter chosen={progress} />
      <DoneNotice />
      {orders.length > 0 ? (
        <ul className="rule">
          {orders.map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              returnTo={pathname + search}
              showsProgress={progress === null}
              level={2}
            />
          ))}
        </ul>
      ) : (
        <EmptyState title={progress ? portal.ordersCount(0) : portal.noOrders}>
          <p>{progress ? portal.noOrdersSuch : portal.noOrdersText}</p>
          {progress ? (
            <Link className="btn btn-outline" to={href("/producer/orders")}>
              {portal.seeAllOrders}
            </Link>
          ) : null}
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pagesOf(count)}
        hrefOf={(each) => href(`/producer/orders${queryOf({ progress, page: each })}`)}
      />
    </>
  );
}

function ProgressFilter({ chosen }: { chosen: OrderProgress | null }) {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  return (
    <nav className="filter" aria-label={portal.filterLabel}>
      {([null, ...ORDER_PROGRESSES] as const).map((progress) => (
        <Link
          key={progress ?? "all"}
          to={href(`/producer/orders${queryOf({ progress })}`)}
          aria-current={progress === chosen ? "page" : undefined}
        >
          {progress ? progressLabel(progress, language) : portal.allOrders}
        </Link>
      ))}
    </nav>
  );
}
