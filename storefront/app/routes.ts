import { flatRoutes } from "@remix-run/fs-routes";
import { type RouteConfig, route } from "@remix-run/route-config";

/**
 * The sitemap is `ls app/routes`. Every page lives under an optional language: `/cart` is
 * Vietnamese, `/en/cart` English; language.tsx answers 404 to any other first word.
 */
export default [
  route(":lang?", "language.tsx", await flatRoutes({ ignoredRouteFiles: ["**/*.test.*"] })),
] satisfies RouteConfig;
