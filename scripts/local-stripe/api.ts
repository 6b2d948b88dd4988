import { ApiError, invalid } from "./api-error";
import { cardOf } from "./cards";
import type { Form } from "./form";
import { cancelIntent, captureIntent, confirmIntent, createIntent, updateIntent } from "./intents";
import type { Intent } from "./objects";
import { createRefund } from "./refunds";
import type { ParamsName } from "./schemas";
import type { Store } from "./store";

type Params = Record<string, unknown>;

/** What one request of the API does. `base` is the simulator's own address. */
export type Deed = (facts: { store: Store; id: string; params: Params; base: string }) => object;

type Route = { method: "GET" | "POST"; path: RegExp; params: ParamsName; deed: Deed };

const route = (method: Route["method"], path: string, params: ParamsName, deed: Deed): Route => ({
  method,
  path: new RegExp(`^${path.replace(":id", "([^/]+)")}$`),
  params,
  deed,
});

/** Everything that our provider asks of Stripe with its secret key. */
const ROUTES: readonly Route[] = [
  route("POST", "/v1/payment_intents", "PaymentIntentCreateParams", ({ store, params, base }) => {
    const intent = createIntent(store, params);
    return params.confirm === true ? pay(store, intent, params, base) : intent;
  }),
  route("GET", "/v1/payment_intents", "PaymentIntentListParams", ({ store, params }) =>
    list("/v1/payment_intents", madeWithin([...store.intents.values()].reverse(), params), params),
  ),
  route("GET", "/v1/payment_intents/:id", "PaymentIntentRetrieveParams", ({ store, id }) =>
    store.intent(id),
  ),
  route("POST", "/v1/payment_intents/:id", "PaymentIntentUpdateParams", ({ store, id, params }) =>
    updateIntent(store, store.intent(id), params),
  ),
  route(
    "POST",
    "/v1/payment_intents/:id/confirm",
    "PaymentIntentConfirmParams",
    ({ store, id, params, base }) => pay(store, store.intent(id), params, base),
  ),
  route(
    "POST",
    "/v1/payment_intents/:id/capture",
    "PaymentIntentCaptureParams",
    ({ store, id, params }) => captureIntent(store, store.intent(id), params),
  ),
  route(
    "POST",
    "/v1/payment_intents/:id/cancel",
    "PaymentIntentCancelParams",
    ({ store, id, params }) => cancelIntent(store, store.intent(id), params),
  ),
  route("POST", "/v1/refunds", "RefundCreateParams", ({ store, params }) =>
    createRefund(store, params),
  ),
  route("GET", "/v1/refunds", "RefundListParams", ({ store, params }) =>
    list("/v1/refunds", ofIntent([...store.refunds.values()], params), params),
  ),
  route("GET", "/v1/refunds/:id", "RefundRetrieveParams", ({ store, id }) => store.refund(id)),
  route("GET", "/v1/charges/:id", "ChargeRetrieveParams", ({ store, id }) => store.charge(id)),
  route("GET", "/v1/disputes", "DisputeListParams", ({ store, params }) =>
    list("/v1/disputes", ofIntent([...store.disputes.values()], params), params),
  ),
  route("GET", "/v1/disputes/:id", "DisputeRetrieveParams", ({ store, id }) => store.dispute(id)),
  route("GET", "/v1/events", "EventListParams", ({ store, params }) =>
    list("/v1/events", [...store.events].reverse(), params),
  ),
  route("GET", "/v1/events/:id", "EventRetrieveParams", ({ store, id }) => store.event(id)),
];

export type Found = { params: ParamsName; deed: Deed; id: string };

export function findRoute(method: string, path: string): Found {
  for (const { path: pattern, params, deed, method: verb } of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return { params, deed, id: match[1] ?? "" };
  }
  throw new ApiError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}): this simulator does not have it.`,
  });
}

function pay(store: Store, intent: Intent, params: Params, base: string): Intent {
  const token = params.payment_method;
  if (typeof token !== "string") {
    throw invalid("You must provide a payment method", { param: "payment_method" });
  }
  const return_url = typeof params.return_url === "string" ? params.return_url : null;
  return confirmIntent(store, intent, { card: cardOf(token), return_url, base });
}

/** Newest first, as Stripe lists. */
function ofIntent<T extends { payment_intent: string }>(rows: T[], params: Params): T[] {
  const wanted = params.payment_intent;
  return rows.filter((row) => wanted === undefined || row.payment_intent === wanted).reverse();
}

/** Rows by when they were made, in Unix seconds: from `gt` or `gte`, to `lt` or `lte`. */
function madeWithin<T extends { created: number }>(rows: T[], { created }: Params): T[] {
  const range = (typeof created === "object" ? created : {}) as Record<string, number | undefined>;
  const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = range;
  return rows.filter((row) => {
    const at = row.created;
    return at > gt && at >= gte && at < lt && at <= lte;
  });
}

function list(url: string, rows: { id: string }[], params: Params) {
  const limit = Math.min(Math.max(Number(params.limit ?? 10), 1), 100);
  const after = params.starting_after;
  const from = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  const data = rows.slice(from, from + limit);
  return { object: "list", url, has_more: from + limit < rows.length, data };
}

/** The object as it is now, with what the request asks to expand, in itself or in a list. */
export function expanded(store: Store, object: object, params: Form): object {
  const wanted = Array.isArray(params.expand) ? params.expand : [];
  const copy = structuredClone(object) as Record<string, unknown>;
  if (wanted.includes("latest_charge")) expandCharge(store, copy);
  if (wanted.includes("data.latest_charge") && Array.isArray(copy.data)) {
    for (const row of copy.data as Record<string, unknown>[]) expandCharge(store, row);
  }
  return copy;
}

function expandCharge(store: Store, intent: Record<string, unknown>): void {
  const { latest_charge: id } = intent;
  if (typeof id === "string") intent.latest_charge = structuredClone(store.charge(id));
}

/** What a browser with the publishable key may read of an intent: nothing of ours. */
function publicIntent({ metadata, latest_charge, ...rest }: Intent) {
  return rest;
}

/** What Stripe.js asks with the publishable key and the intent's own secret. */
export function browserDeed(
  store: Store,
  request: { method: string; path: string; params: Form; base: string },
): object {
  const { method, path, params, base } = request;
  const match = /^\/v1\/payment_intents\/([^/]+)(\/confirm)?$/.exec(path);
  const intent = match?.[1] ? store.intents.get(match[1]) : undefined;
  if (!intent || intent.client_secret !== params.client_secret) {
    throw invalid("The client_secret provided does not match any PaymentIntent of this account.", {
      code: "resource_missing",
      param: "client_secret",
    });
  }
  if (method === "GET" && !match?.[2]) return publicIntent(intent);
  if (method !== "POST" || !match?.[2]) throw invalid("The publishable key may not do this.");
  const typed = params.payment_method_data as { card?: { number?: string } } | undefined;
  const return_url = typeof params.return_url === "string" ? params.return_url : null;
  if (return_url !== null && !/^https?:\/\//.test(return_url)) {
    throw invalid("return_url must be an address", { param: "return_url" });
  }
  const card = cardOf(String(typed?.card?.number ?? ""));
  try {
    return publicIntent(confirmIntent(store, intent, { card, return_url, base }));
  } catch (error) {
    if (error instanceof ApiError && error.body.payment_intent) {
      throw new ApiError(error.status, { ...error.body, payment_intent: publicIntent(intent) });
    }
    throw error;
  }
}
