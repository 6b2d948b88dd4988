import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http";

/** Everywhere under /store Medusa looks who is signed in; here it must be somebody. */
export const purchaseMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/purchases",
    method: ["GET"],
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
];
