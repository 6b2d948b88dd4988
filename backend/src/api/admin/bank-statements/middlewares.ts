import type { MiddlewareRoute } from "@medusajs/framework/http";

/** A statement of 5 MB in base64; everything else that the operator sends is small. */
const SIZE = "7200kb";

export const bankStatementMiddlewares: MiddlewareRoute[] = ["", "/preview"].map((deed) => ({
  matcher: `/admin/bank-statements${deed}`,
  methods: ["POST"],
  bodyParser: { sizeLimit: SIZE },
}));
