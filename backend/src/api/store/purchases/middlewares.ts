import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http";

/** A photo of 12 MB in base64; everything else that a buyer sends is small. */
const PHOTO_SIZE = "17mb";

/** Everywhere under /store Medusa looks who is signed in; here it must be somebody. */
export const purchaseMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/purchases",
    method: ["GET"],
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    matcher: "/store/purchases/:id/photos",
    methods: ["POST"],
    bodyParser: { sizeLimit: PHOTO_SIZE },
  },
];
