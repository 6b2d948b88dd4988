import { type MarketProducer, must } from "./market";

/** A producer with an order of goods and a party that has booked a visit. */
export type Own = MarketProducer & {
  order_id: string;
  visit: Visit;
  /** What its buyer asks back of the order, and the photo with it. */
  request_id: string;
  photo_id: string;
};
/** The ids and codes of that party and of one of its people. */
export interface Visit {
  uuid: string;
  departure_id: string;
  order_id: string;
  code: string;
  qr: string;
  person_id: string;
  person_code: string;
  date: string;
}
/** Rows of producer A, and B who tries to reach them. */
export interface Foreign {
  a: Own;
  b: Own;
}
type Try = { path: string; body?: object };

/**
 * How producer B tries to reach producer A through each route. `tries` must all end with 404;
 * `lists` are lists whose answers must not contain anything of A.
 */
export const MANIFEST: Record<string, { tries?: (rows: Foreign) => Try[]; lists?: string[] }> = {
  "GET /producer/me": { lists: ["", "?producer_id=A", "?fields=*producer.members"] },
  "GET /producer/today": { lists: ["", "?producer_id=A"] },
  "GET /producer/orders": { lists: ["", "?producer_id=A", "?progress=to_confirm&fields=*"] },
  "GET /producer/orders/:id": { tries: ({ a }) => [{ path: `/producer/orders/${a.order_id}` }] },
  "POST /producer/orders/:id/confirm": { tries: step("confirm") },
  "POST /producer/orders/:id/pack": { tries: step("pack") },
  "POST /producer/orders/:id/ship": {
    tries: step("ship", { tracking_number: "VN-1234", carrier: "" }),
  },
  "POST /producer/orders/:id/deliver": { tries: step("deliver") },
  "POST /producer/orders/:id/refuse": { tries: step("refuse", { reason: "other", note: "" }) },
  "POST /producer/orders/:id/take-back": { tries: step("take-back", { is_sound: true }) },
  "POST /producer/orders/:id/cancel": { tries: step("cancel", { reason: "other", note: "" }) },
  "GET /producer/refund-requests": { lists: ["", "?state=all"] },
  "GET /producer/refund-requests/:id": { tries: request("") },
  "GET /producer/refund-requests/:id/photos/:photo": { tries: request("/photos/PHOTO") },
  "POST /producer/refund-requests/:id/accept": { tries: request("/accept", {}) },
  "POST /producer/refund-requests/:id/decline": {
    tries: request("/decline", { text: "Không có" }),
  },
  "POST /producer/refund-requests/:id/receive": { tries: request("/receive", { is_sound: true }) },
  "GET /producer/departures": { lists: ["", "?month=MONTH"] },
  "POST /producer/departures/:id/close": {
    tries: departure("close", { reason: "weather", note: "" }),
  },
  "POST /producer/departures/:id/reopen": { tries: departure("reopen") },
  "POST /producer/departures/:id/capacity": { tries: departure("capacity", { capacity: 40 }) },
  "GET /producer/visits": { lists: ["", "?date=DAY"] },
  "POST /producer/check-ins": {
    tries: ({ a }) =>
      [a.visit.code, a.visit.qr, a.visit.person_code].map((ticket) => ({
        path: "/producer/check-ins",
        body: { ticket, any_day: true },
      })),
  },
  "POST /producer/bookings/:uuid/check-in": { tries: tickets("check-in") },
  "POST /producer/bookings/:uuid/undo-check-in": { tries: tickets("undo-check-in") },
  "POST /producer/bookings/:uuid/no-show": { tries: visit("no-show") },
  "POST /producer/bookings/:uuid/undo-no-show": { tries: visit("undo-no-show") },
  "POST /producer/bookings/:uuid/collect": { tries: visit("collect") },
  "POST /producer/bookings/:uuid/undo-collect": { tries: visit("undo-collect") },
  "GET /producer/products": { lists: ["", "?producer_id=A", "?q=ca phe"] },
  "GET /producer/products/:id": {
    tries: ({ a }) => [{ path: `/producer/products/${a.product_id}` }],
  },
  "POST /producer/products/:id": {
    tries: ({ a, b }) => {
      const theft = { variants: [{ id: a.variant_id, price_vnd: 1000, stock: 0 }] };
      const mixed = { variants: [{ id: b.variant_id, price_vnd: 2000 }, ...theft.variants] };
      return [
        { path: `/producer/products/${a.product_id}`, body: theft },
        { path: `/producer/products/${b.product_id}`, body: theft },
        { path: `/producer/products/${b.product_id}`, body: mixed },
      ];
    },
  },
  "GET /producer/certifications": { lists: ["", "?producer_id=A"] },
  "GET /producer/members": { lists: ["", "?producer_id=A"] },
  "POST /producer/members/:id": {
    tries: ({ a }) => [
      { path: `/producer/members/${must(a.members[0]).id}`, body: { status: "removed" } },
    ],
  },
};

function step(name: string, body: object = {}) {
  return ({ a }: Foreign) => [{ path: `/producer/orders/${a.order_id}/${name}`, body }];
}

/** A's request, and A's photo in B's own request. */
function request(rest: string, body?: object) {
  return ({ a, b }: Foreign) => {
    const path = (of: Own) =>
      `/producer/refund-requests/${of.request_id}${rest.replace("PHOTO", a.photo_id)}`;
    const tries = [{ path: path(a), ...(body ? { body } : {}) }];
    return rest.includes("PHOTO") ? [...tries, { path: path(b) }] : tries;
  };
}

function departure(name: string, body: object = {}) {
  return ({ a }: Foreign) => [
    { path: `/producer/departures/${a.visit.departure_id}/${name}`, body },
  ];
}

function visit(name: string) {
  return ({ a }: Foreign) => [{ path: `/producer/bookings/${a.visit.uuid}/${name}`, body: {} }];
}

/** A's party, A's person in A's party, and A's person in B's own party. */
function tickets(name: string) {
  return ({ a, b }: Foreign) => {
    const body = { tickets: [a.visit.person_id] };
    return [
      ...visit(name)({ a, b }),
      { path: `/producer/bookings/${a.visit.uuid}/${name}`, body },
      { path: `/producer/bookings/${b.visit.uuid}/${name}`, body },
    ];
  };
}
