import { formatInstant } from "@cho-lang/shared/calendar";
import type { ProducerOrder } from "@cho-lang/shared/contracts/producer";
import {
  CANCEL_REASONS,
  cancelReasonLabel,
  progressLabel,
  refuseReasonLabel,
} from "@cho-lang/shared/domain/purchase";
import type { Language } from "@cho-lang/shared/language";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  DoneNotice,
  type PortalAnswer,
  RefusalNotice,
  useFocusOnAnswer,
} from "~/features/portal/answer";
import { CancelForm } from "~/features/portal/cancel-form";
import { DeedForm } from "~/features/portal/deed-form";
import { DeliverForm } from "~/features/portal/deliver-form";
import { useMe } from "~/features/portal/me";
import { portalMeta } from "~/features/portal/meta";
import { takeStep } from "~/features/portal/order-action.server";
import { type Deed, mayTake, nextDeed } from "~/features/portal/order-deed";
import { OrderHistory, OrderSums, Recipient } from "~/features/portal/order-facts";
import { InvoiceFor, OrderRequests } from "~/features/portal/order-papers";
import { toneOf } from "~/features/portal/order-tone";
import { PackingSlip, PrintButton } from "~/features/portal/packing-slip";
import { RefuseForm, TakeBackForm } from "~/features/portal/refuse-form";
import { always } from "~/features/portal/revalidate";
import { ask } from "~/features/portal/session.server";
import { ShipForm } from "~/features/portal/ship-form";
import { useHref, useLanguage, usePhrases } from "~/language/phrases";
import { critical } from "~/lib/deadline.server";

/** Critical: the order. Another shop's order is not found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const path = `/producer/orders/${encodeURIComponent(params.id ?? "")}`;
  return critical(ask<ProducerOrder>(request, path));
}

export function action({ request, params }: ActionFunctionArgs) {
  return takeStep(request, params.id ?? "");
}

export const shouldRevalidate = always;

export const meta = portalMeta(({ portal }) => portal.ordersTitle);

export default function Order() {
  const { portal } = usePhrases();
  const language = useLanguage();
  const href = useHref();
  const { producer } = useMe();
  const order = useLoaderData<typeof loader>();
  const answer = useActionData<PortalAnswer>() ?? null;
  const place = useFocusOnAnswer<HTMLDivElement>(answer);
  return (
    <>
      <div className="on-screen" ref={place}>
        <Link className="link tap small" to={href("/producer/orders")}>
          {portal.ordersTitle}
        </Link>
        <h1 className="t-page">{portal.orderTitle(order.number)}</h1>
        <p className="quiet">
          <span className={`state-word is-${toneOf(order.progress)}`}>
            {progressLabel(order.progress, language)}
          </span>{" "}
          {portal.placedAt(formatInstant(new Date(order.placed_at), language))}
        </p>
        <div className="mt-4">
          {answer ? null : <DoneNotice />}
          <RefusalNotice code={answer?.refusal} />
        </div>
        <OrderRequests order={order} />
        <NextDeed order={order} answer={answer} />
        <Recipient order={order} />
        <OrderSums order={order} />
        <InvoiceFor order={order} />
        <OrderHistory order={order} />
        <Cancelling order={order} answer={answer} />
      </div>
      <PackingSlip order={order} from={producer.name} />
    </>
  );
}

type OrderProps = { order: ProducerOrder; answer: PortalAnswer | null };

/** The one thing to do now, and the slip that goes with the parcel. */
function NextDeed({ order, answer }: OrderProps) {
  const { portal } = usePhrases();
  const { actions } = useMe();
  const { progress, missing_vnd, recipient } = order;
  const deed = nextDeed(progress);
  const may = deed !== null && mayTake(deed, { progress, actions });
  const canPrint = order.has_parcel && toneOf(progress) === "waiting";
  return (
    <section className="next-deed" aria-label={portal.nextDeed}>
      <p className="mb-3">
        {portal.nextText[progress]} {missing_vnd > 0 ? portal.parcels.missingText(missing_vnd) : ""}{" "}
        <WhyOver order={order} />
      </p>
      {deed && !may ? <p className="quiet small">{portal.notYourRole}</p> : null}
      {may && deed ? <OwnDeed order={order} deed={deed} answer={answer} /> : null}
      {recipient && canPrint ? (
        <div className="deeds">
          <PrintButton label={portal.print} />
        </div>
      ) : null}
    </section>
  );
}

/** The form of the next deed; of a parcel on its way also the one that it was not taken. */
function OwnDeed({ order, deed, answer }: OrderProps & { deed: Deed }) {
  const href = useHref();
  const { actions } = useMe();
  const { id, number, progress } = order;
  const answerTo = (intent: string) => (answer?.intent === intent ? answer : null);
  if (deed === "ship") return <ShipForm orderId={id} answer={answerTo("ship")} />;
  if (deed === "take_back") return <TakeBackForm order={order} answer={answerTo("take-back")} />;
  if (deed === "deliver") {
    return (
      <div className="grid gap-3">
        <DeliverForm order={order} answer={answerTo("deliver")} />
        {mayTake("refuse", { progress, actions }) ? (
          <RefuseForm order={order} answer={answerTo("refuse")} />
        ) : null}
      </div>
    );
  }
  const path = href(`/producer/orders/${id}`);
  return (
    <div className="deeds">
      <DeedForm orderId={id} deed={deed} returnTo={path} number={number} />
    </div>
  );
}

/** Why an order was cancelled, or its parcel not taken. */
function WhyOver({ order }: { order: ProducerOrder }) {
  const { portal } = usePhrases();
  const language = useLanguage();
  const { cancel_reason, refuse_reason } = order;
  if (cancel_reason) return portal.cancelledBecause(reasonText(cancel_reason, language));
  if (!refuse_reason) return null;
  return portal.parcels.refusedBecause(refuseReasonLabel(refuse_reason, language));
}

function Cancelling({ order, answer }: OrderProps) {
  const { actions } = useMe();
  if (!mayTake("cancel", { progress: order.progress, actions })) return null;
  return (
    <div className="mt-10">
      <CancelForm orderId={order.id} answer={answer?.intent === "cancel" ? answer : null} />
    </div>
  );
}

/** A reason is one of ours in words, or what the operator wrote. */
function reasonText(reason: string, language: Language): string {
  const known = CANCEL_REASONS.find((each) => each === reason);
  return known ? cancelReasonLabel(known, language) : reason;
}
