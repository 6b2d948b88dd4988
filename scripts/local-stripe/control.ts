import { cardOf } from "./cards";
import { openDispute, settleDispute } from "./disputes";
import type { Fault, Faults } from "./faults";
import { authenticate, confirmIntent } from "./intents";
import { createRefund, settleRefund } from "./refunds";
import type { Store } from "./store";
import { WAYS, type Way, type Webhooks } from "./webhooks";

export type Parts = {
  store: Store;
  faults: Faults;
  webhooks: Webhooks;
  requests: object[];
  base: string;
};
type Body = Record<string, unknown>;

/**
 * What tests and people tell the simulator under /_simulator: the buyer's, the bank's and the
 * dashboard's deeds, faults, and how webhooks go out. Bodies are JSON.
 */
const DEEDS: Readonly<Record<string, (parts: Parts, body: Body) => unknown>> = {
  "GET state": ({ store, requests }) => ({
    payment_intents: [...store.intents.values()],
    charges: [...store.charges.values()],
    refunds: [...store.refunds.values()],
    disputes: [...store.disputes.values()],
    events: store.events,
    requests,
  }),
  "POST reset": ({ store, faults, requests }) => {
    store.clear();
    faults.clear();
    requests.length = 0;
  },
  "POST faults": ({ faults }, body) => faults.add(body as Partial<Fault>),
  "POST no-faults": ({ faults }) => faults.clear(),
  /** The buyer pays with a card, as on the page. */
  "POST pay": ({ store, base }, body) =>
    confirmIntent(store, store.intent(text(body.payment_intent)), {
      card: cardOf(text(body.card)),
      return_url: null,
      base,
    }),
  "POST authenticate": ({ store }, body) =>
    authenticate(store, store.intent(text(body.payment_intent)), body.succeed === true),
  /** A refund made in Stripe's dashboard: without our metadata. */
  "POST refund": ({ store }, { payment_intent, amount }) =>
    createRefund(store, { payment_intent, ...(amount === undefined ? {} : { amount }) }),
  "POST settle-refund": ({ store }, body) =>
    settleRefund(store, store.refund(text(body.refund)), body.fail ? "failed" : "succeeded"),
  "POST dispute": ({ store }, body) => {
    const { latest_charge } = store.intent(text(body.payment_intent));
    return openDispute(store, store.charge(latest_charge), text(body.reason) || "fraudulent");
  },
  "POST settle-dispute": ({ store }, body) =>
    settleDispute(store, store.dispute(text(body.dispute)), text(body.status)),
  "POST aim": ({ webhooks }, body) =>
    webhooks.aim(body.url ? { url: text(body.url), secret: text(body.secret) } : undefined),
  "POST hold": ({ webhooks }) => webhooks.hold(),
  "POST release": ({ webhooks }, body) =>
    webhooks.release(body.order === "reversed" ? "reversed" : "kept"),
  "POST send": async ({ store, webhooks }, body) => {
    const way = WAYS.find((one) => one === body.way) ?? ("again" satisfies Way);
    return { status: await webhooks.send(store.event(text(body.event)), way) };
  },
};

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Does what is asked; undefined for what is not there. */
export async function control(
  parts: Parts,
  request: { method: string; name: string; body: string },
): Promise<{ answer: unknown } | undefined> {
  const deed = DEEDS[`${request.method} ${request.name}`];
  if (!deed) return undefined;
  const body = request.body === "" ? {} : (JSON.parse(request.body) as Body);
  return { answer: (await deed(parts, body)) ?? {} };
}
