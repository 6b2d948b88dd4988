import { type Action, mayDo, type ProducerStatus } from "@cho-lang/shared/domain/producer";

export interface ProducerRoute {
  method: "GET" | "POST" | "DELETE";
  /** As the folders of api/producer name it. */
  path: string;
  /** `any_member`: every active member, whatever the role. */
  action: Action | "any_member";
}

/**
 * What one must be allowed to do for each route of /producer. A route that is missing here is
 * refused, even where its file exists; the route-manifest test compares this list with the running
 * application.
 */
export const PRODUCER_ROUTES: readonly ProducerRoute[] = [
  { method: "GET", path: "/producer/me", action: "any_member" },
  { method: "GET", path: "/producer/today", action: "any_member" },
  { method: "GET", path: "/producer/orders", action: "read_orders" },
  { method: "GET", path: "/producer/orders/:id", action: "read_orders" },
  { method: "POST", path: "/producer/orders/:id/confirm", action: "pack_orders" },
  { method: "POST", path: "/producer/orders/:id/pack", action: "pack_orders" },
  { method: "POST", path: "/producer/orders/:id/ship", action: "ship_orders" },
  { method: "POST", path: "/producer/orders/:id/deliver", action: "ship_orders" },
  { method: "POST", path: "/producer/orders/:id/refuse", action: "ship_orders" },
  { method: "POST", path: "/producer/orders/:id/take-back", action: "ship_orders" },
  { method: "POST", path: "/producer/orders/:id/cancel", action: "cancel_orders" },
  { method: "GET", path: "/producer/refund-requests", action: "read_orders" },
  { method: "GET", path: "/producer/refund-requests/:id", action: "read_orders" },
  { method: "GET", path: "/producer/refund-requests/:id/photos/:photo", action: "read_orders" },
  { method: "POST", path: "/producer/refund-requests/:id/accept", action: "cancel_orders" },
  { method: "POST", path: "/producer/refund-requests/:id/decline", action: "cancel_orders" },
  { method: "POST", path: "/producer/refund-requests/:id/receive", action: "ship_orders" },
  { method: "GET", path: "/producer/departures", action: "read_visits" },
  { method: "POST", path: "/producer/departures/:id/close", action: "manage_departures" },
  { method: "POST", path: "/producer/departures/:id/reopen", action: "manage_departures" },
  { method: "POST", path: "/producer/departures/:id/capacity", action: "manage_departures" },
  { method: "GET", path: "/producer/visits", action: "read_visits" },
  { method: "POST", path: "/producer/check-ins", action: "check_in" },
  { method: "POST", path: "/producer/bookings/:uuid/check-in", action: "check_in" },
  { method: "POST", path: "/producer/bookings/:uuid/undo-check-in", action: "check_in" },
  { method: "POST", path: "/producer/bookings/:uuid/no-show", action: "check_in" },
  { method: "POST", path: "/producer/bookings/:uuid/undo-no-show", action: "check_in" },
  { method: "POST", path: "/producer/bookings/:uuid/collect", action: "check_in" },
  { method: "POST", path: "/producer/bookings/:uuid/undo-collect", action: "check_in" },
  { method: "GET", path: "/producer/products", action: "read_products" },
  { method: "GET", path: "/producer/products/:id", action: "read_products" },
  { method: "POST", path: "/producer/products/:id", action: "edit_products" },
  { method: "GET", path: "/producer/certifications", action: "read_certificates" },
  { method: "GET", path: "/producer/members", action: "manage_team" },
  { method: "POST", path: "/producer/members/:id", action: "manage_team" },
];

/** The entry of a request, static names before parameters; null when there is none. */
export function routeOf(method: string, path: string): ProducerRoute | null {
  const wanted = method === "HEAD" ? "GET" : method;
  const parts = split(path);
  const fitting = PRODUCER_ROUTES.filter(
    (route) => route.method === wanted && fits(split(route.path), parts),
  );
  return fitting.find((route) => !route.path.includes(":")) ?? fitting[0] ?? null;
}

function split(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function fits(pattern: string[], parts: string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((name, index) => name.startsWith(":") || name === parts[index]?.toLowerCase())
  );
}

export type Permission =
  | { allowed: true }
  | { allowed: false; code: "role_not_allowed" | "shop_not_open"; message: string };

/**
 * What a shop that the operator stopped, or that has left, can still do: serve what was bought, and
 * receive the guests who have booked. Its departures can't be booked anyway.
 */
const WHILE_STOPPED: readonly (Action | "any_member")[] = [
  "any_member",
  "read_orders",
  "pack_orders",
  "ship_orders",
  "cancel_orders",
  "read_visits",
  "check_in",
  "read_products",
  "read_money",
  "read_certificates",
  "manage_team",
];

/**
 * Whether a member of this role may do this now. Suspending a shop ends its selling and its edits,
 * not its duty to serve the orders that were placed before.
 */
export function permissionFor(
  who: { role: string; status: ProducerStatus },
  action: Action | "any_member",
): Permission {
  if (action !== "any_member" && !mayDo(who.role, action)) {
    return {
      allowed: false,
      code: "role_not_allowed",
      message: "Your role does not include this; ask the owner of the shop.",
    };
  }
  const isStopped = who.status === "suspended" || who.status === "closed";
  if (isStopped && !WHILE_STOPPED.includes(action)) {
    return {
      allowed: false,
      code: "shop_not_open",
      message: "The shop is suspended or closed: orders can be served, nothing can be changed.",
    };
  }
  return { allowed: true };
}
