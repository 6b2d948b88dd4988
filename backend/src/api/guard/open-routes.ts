/**
 * Every route under /store and /auth that is open, Medusa's and our own; all others answer 404.
 * A segment that begins with a colon stands for any value. Whoever adds a route adds it here.
 */
export const OPEN_ROUTES: readonly string[] = [
  // Ours.
  "GET /store/catalog",
  "GET /store/catalog/suggest",
  "GET /store/catalog/:handle",
  "GET /store/certifications",
  "GET /store/certifications/:id",
  "GET /store/producers/:handle",
  "GET /store/villages/:handle",
  "GET /store/tours/:handle",
  "GET /store/purchases",
  "GET /store/purchases/:id",
  "POST /store/purchases/:id/settle",
  "POST /store/purchases/:id/abandon",
  "GET /store/purchases/:id/invoice-details",
  "POST /store/purchases/:id/invoice-details",
  "DELETE /store/purchases/:id/invoice-details",
  "GET /store/purchases/:id/orders/:number/receipt",
  "GET /store/purchases/:id/orders/:number/refund-requests",
  "POST /store/purchases/:id/orders/:number/refund-requests",
  "POST /store/purchases/:id/refund-requests/:request/withdraw",
  "POST /store/purchases/:id/photos",
  "GET /store/purchases/:id/photos/:photo",
  "GET /store/bookings/key",
  "GET /store/bookings/:uuid",
  "GET /store/carts/:id/checkout",
  "POST /store/carts/:id/checkout",
  "POST /store/bookings",
  "POST /store/bookings/:uuid/extend",
  // Medusa's, replaced by ours.
  "POST /store/carts/:id/complete",
  "GET /store/orders/:id",
  // Medusa's.
  "GET /store/regions",
  "GET /store/regions/:id",
  "GET /store/products",
  "GET /store/products/:id",
  "POST /store/carts",
  "GET /store/carts/:id",
  "POST /store/carts/:id/line-items",
  "POST /store/carts/:id/line-items/:line_id",
  "DELETE /store/carts/:id/line-items/:line_id",
  "POST /store/customers",
  "GET /store/customers/me",
  "POST /store/customers/me",
  "GET /store/customers/me/addresses",
  "POST /store/customers/me/addresses",
  "GET /store/customers/me/addresses/:address_id",
  "POST /store/customers/me/addresses/:address_id",
  "DELETE /store/customers/me/addresses/:address_id",
  // Signing in. Members of producers are registered by workflows only.
  "POST /auth/customer/emailpass",
  "POST /auth/customer/emailpass/register",
  "POST /auth/customer/emailpass/reset-password",
  "POST /auth/customer/emailpass/update",
  "POST /auth/producer/emailpass",
  "POST /auth/producer/emailpass/reset-password",
  "POST /auth/producer/emailpass/update",
  "GET /auth/user/providers",
  "POST /auth/user/emailpass",
  "POST /auth/user/emailpass/register",
  "POST /auth/user/emailpass/reset-password",
  "POST /auth/user/emailpass/update",
  "POST /auth/session",
  "DELETE /auth/session",
  "POST /auth/token/refresh",
  "GET /auth/mfa/factors",
  "POST /auth/mfa/factors",
  "POST /auth/mfa/factors/:id/verify",
  "DELETE /auth/mfa/factors/:id",
  "POST /auth/mfa/challenges/:id/verify",
  "POST /auth/mfa/recovery-codes",
];

const patterns = OPEN_ROUTES.map((route) => {
  const [method = "", path = ""] = route.split(" ");
  return { method, expression: new RegExp(`^${path.replace(/:[a-z_]+/g, "[^/]+")}/?$`, "i") };
});

/** Whether a method and path (without query) reach a route; HEAD counts as GET. */
export function isOpen(method: string, path: string): boolean {
  const asked = method === "HEAD" ? "GET" : method;
  return patterns.some((route) => route.method === asked && route.expression.test(path));
}
