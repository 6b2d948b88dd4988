import { defineMiddlewares } from "@medusajs/framework/http";
import { errorHandler } from "../lib/errors";
import { filesMiddlewares } from "./static/middlewares";

/**
 * The only middleware file that Medusa loads. The guard comes first, then each noun's own list.
 */
export default defineMiddlewares({
  errorHandler,
  routes: [...filesMiddlewares],
});
