import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http";

const ways = ["session", "bearer"] as ("session" | "bearer")[];
const whoeverItIs = authenticate("customer", ways, { allowUnauthenticated: true });

/** Who is signed in where a guest may come too, and where only a customer may. */
export const purchaseMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/purchases", method: ["GET"], middlewares: [authenticate("customer", ways)] },
  { matcher: "/store/purchases/:id", method: ["GET"], middlewares: [whoeverItIs] },
  { matcher: "/store/orders/:id", method: ["GET"], middlewares: [whoeverItIs] },
  { matcher: "/store/carts/:id/checkout", method: ["POST"], middlewares: [whoeverItIs] },
];
