import { PAYMENT_EVENT_PROVIDERS } from "@cho-lang/shared/domain/payment-event";
import type { MiddlewareRoute } from "@medusajs/framework/http";

/**
 * Webhooks may be as large as 256 KB, larger ones answer 413. Each by its own name: a path without
 * parameters goes before Medusa's own entry, which keeps the raw body too but stops at 100 KB.
 */
export const webhookMiddlewares: MiddlewareRoute[] = PAYMENT_EVENT_PROVIDERS.map((provider) => ({
  matcher: `/hooks/payment/${provider}`,
  methods: ["POST"],
  bodyParser: { preserveRawBody: true, sizeLimit: "256kb" },
}));
