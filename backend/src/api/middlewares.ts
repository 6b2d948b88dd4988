import { defineMiddlewares } from "@medusajs/framework/http";
import { errorHandler } from "../lib/errors";
import { authThrottleMiddlewares } from "./auth-throttle/middlewares";
import { producerMiddlewares } from "./producer/middlewares";
import { filesMiddlewares } from "./static/middlewares";
import { purchaseMiddlewares } from "./store/purchases/middlewares";

/**
 * The only middleware file that Medusa loads. The guard comes first, then each noun's own list.
 */
export default defineMiddlewares({
  errorHandler,
  routes: [
    ...filesMiddlewares,
    ...authThrottleMiddlewares,
    ...producerMiddlewares,
    ...purchaseMiddlewares,
  ],
});
