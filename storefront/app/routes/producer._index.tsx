import type { ProducerToday } from "@cho-lang/shared/contracts/producer";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/features/portal/answer";
import { CertificateNotices } from "~/features/portal/certificate-notice";
import { dayTitle } from "~/features/portal/day";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { OrderCard } from "~/features/portal/order-card";
import { groupByDeed } from "~/features/portal/order-deed";
import { ask } from "~/features/portal/session.server";
import { VisitsToday } from "~/features/portal/visits-today";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { SectionHead } from "~/ui/section-head";

/** Critical: what there is to do today. */
export async function loader({ request }: LoaderFunctionArgs) {
  return critical(ask<ProducerToday>(request, "/producer/today"));
}

export const meta = portalMeta(({ portal }) => portal.tabs.today);

export default function Today() {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { actions } = useMe();
  const today = useLoaderData<typeof loader>();
  const { date, counts, due_vnd, orders, requests, visits, certificates } = today;
  const readsOrders = actions.includes("read_orders");
  const hasNothing =
    orders.length + visits.departures.length + requests.waiting + counts.refused === 0;
  return (
    <>
      <h1 className="t-page">{dayTitle(date, language)}</h1>
      {readsOrders ? (
        <ul className="numbers">
          <Count progress="to_confirm" value={counts.to_confirm} words={portal.toConfirm} />
          <Count progress="to_pack" value={counts.to_pack} words={portal.toPack} />
          <Count progress="to_ship" value={counts.to_ship} words={portal.toShip} />
        </ul>
      ) : null}
      {due_vnd > 0 ? <p className="quiet mt-3">{portal.dueOnTheWay(due_vnd)}</p> : null}
      <div className="mt-4">
        <DoneNotice />
        <Asked waiting={requests.waiting} refused={counts.refused} />
        <CertificateNotices certificates={certificates} today={date} />
      </div>
      {groupByDeed(orders).map((group) => {
        const left = counts[group.progress] - group.orders.length;
        return (
          <section key={group.progress} className="mt-8" aria-labelledby={group.progress}>
            <SectionHead title={portal.sections[group.progress]} id={group.progress}>
              <p className="small">{portal.ordersCount(counts[group.progress])}</p>
            </SectionHead>
            <ul>
              {group.orders.map((order) => (
                <OrderCard key={order.id} order={order} returnTo={href("/producer")} level={3} />
              ))}
            </ul>
            {left > 0 ? (
              <Link className="link tap" to={href(`/producer/orders?progress=${group.progress}`)}>
                {portal.moreOrders(left)}
              </Link>
            ) : null}
          </section>
        );
      })}
      <VisitsToday visits={visits} today={date} />
      {hasNothing && readsOrders ? (
        <EmptyState title={portal.nothingToday}>
          <p>{portal.nothingTodayText}</p>
          <Link className="btn btn-outline" to={href("/producer/products")}>
            {portal.seeProducts}
          </Link>
        </EmptyState>
      ) : null}
    </>
  );
}

/** Buyers who wait for an answer, and parcels that nobody took at the door. */
function Asked({ waiting, refused }: { waiting: number; refused: number }) {
  const { parcels, requests } = usePhrases().portal;
  const href = useHref();
  const asked = [
    { count: waiting, words: requests.waiting, path: "/producer/requests", link: requests.answer },
    {
      count: refused,
      words: parcels.comingBack,
      path: "/producer/orders?progress=refused",
      link: parcels.seeComingBack,
    },
  ];
  return asked.map(({ count, words, path, link }) =>
    count > 0 ? (
      <Notice key={path} icon="return" className="mb-3">
        <p className="font-semibold">{words(count)}</p>
        <Link className="link tap" to={href(path)}>
          {link}
        </Link>
      </Notice>
    ) : null,
  );
}

function Count({ progress, value, words }: { progress: string; value: number; words: string }) {
  const href = useHref();
  return (
    <li>
      <Link to={href(`/producer/orders?progress=${progress}`)}>
        <span className="number">{value}</span>
        <span className="small quiet">{words}</span>
      </Link>
    </li>
  );
}
