import { defineMiddlewares } from "@medusajs/framework/http";
import { errorHandler } from "../lib/errors";
import { bankStatementMiddlewares } from "./admin/bank-statements/middlewares";
import { authResetMiddlewares } from "./auth-reset/middlewares";
import { authThrottleMiddlewares } from "./auth-throttle/middlewares";
import { guardMiddlewares } from "./guard/middlewares";
import { orderMoneyMiddlewares } from "./guard/order-money";
import { webhookMiddlewares } from "./hooks/payment/middlewares";
import { producerMiddlewares } from "./producer/middlewares";
import { filesMiddlewares } from "./static/middlewares";
import { cartMiddlewares } from "./store/carts/middlewares";
import { purchaseMiddlewares } from "./store/purchases/middlewares";

/**
 * The only middleware file that Medusa loads. The guard comes first, then each noun's own list.
 */
export default defineMiddlewares({
  errorHandler,
  routes: [
    ...guardMiddlewares,
    ...orderMoneyMiddlewares,
    ...webhookMiddlewares,
    ...filesMiddlewares,
    ...authThrottleMiddlewares,
    ...authResetMiddlewares,
    ...producerMiddlewares,
    ...bankStatementMiddlewares,
    ...cartMiddlewares,
    ...purchaseMiddlewares,
  ],
});
